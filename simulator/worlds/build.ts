/** Makes the hosts of a world: healthy by default, then as the world says. */
import { blankHost, type Host, type HostRow, type Personality } from '../sysinv/host';
import { pick, rowUuid, stamp } from '../sysinv/rows';
import type { SeedContext } from '../sysinv/seed/context';
import { at, managementAddress, subnetOf } from '../sysinv/seed/subnets';

export const DAY = 86_400;

export type HostPlan = Partial<HostRow> & {
  id: number;
  personality: Personality;
  hostname: string;
  /** Where in an IPv4 network mgmt the host is. */
  place: number;
  /** Seconds since boot; none for a host that is down. */
  up?: number;
  active?: boolean;
};

/** A configuration that a host takes up by reboot, not before: its highest bit is set (conductor/manager.py). */
export function rebootConfig(id: number): string {
  return `f${rowUuid('config', id, 1).slice(1)}`;
}

/** A provisioned, installed host: unlocked, enabled and available unless the plan says otherwise. */
export function buildHost(plan: HostPlan, context: SeedContext, now: number): Host {
  const { up, active, place, ...fields } = plan;
  const mac = `3c:fd:fe:${(plan.id >> 8).toString(16).padStart(2, '0')}:${(plan.id & 255).toString(16).padStart(2, '0')}:00`;
  const host = blankHost(plan.id, mac, context.systemUuid, stamp(context.deployedAt + plan.id * 1700));
  const worker = plan.personality === 'worker' || (context.allInOne && plan.personality === 'controller');
  const config = rowUuid('config', plan.id, 0);
  const boot = '/dev/disk/by-path/pci-0000:00:1f.2-ata-1.0';
  Object.assign(host.row, {
    invprovision: 'provisioned',
    mgmt_ip: managementAddress(context, plan, place),
    bm_ip: boardAddress(context, plan.id, mac),
    bm_type: plan.id % 3 === 0 ? 'ipmi' : 'redfish',
    bm_username: 'bmcadmin',
    subfunctions: context.allInOne ? 'controller,worker,lowlatency' : plan.personality,
    serialid: `SGH7${String(plan.id).padStart(6, '0')}`,
    administrative: 'unlocked',
    operational: 'enabled',
    availability: 'available',
    inv_state: 'inventoried',
    vim_progress_status: 'services-enabled',
    config_applied: config,
    config_target: config,
    clock_synchronization: 'ptp',
    location: { locn: `rack-${1 + Math.floor(plan.id / 20)}/u${1 + (plan.id % 40)}` },
    capabilities: capabilitiesOf(plan.personality, worker, active),
    boot_device: boot,
    rootfs_device: boot,
    console: 'ttyS0,115200n8',
    install_state: 'completed',
    max_cpu_mhz_configured: '',
    min_cpu_mhz_allowed: '800',
    max_cpu_mhz_allowed: '3500',
    cstates_available: 'C1,C1E,C6,POLL',
    iscsi_initiator_name: `iqn.2018-05.io.starlingx:${String(plan.id).padStart(8, '0')}`,
    nvme_host_id: rowUuid('nvme', plan.id, 0),
    nvme_host_nqn: `nqn.2014-08.org.nvmexpress:uuid:${rowUuid('nqn', plan.id, 0)}`,
    updated_at: stamp(now - Math.floor(pick(host.row.uuid) * 60_000)),
    ...fields,
  } satisfies Partial<HostRow>);
  host.row.subfunction_oper = fields.subfunction_oper ?? host.row.operational;
  host.row.subfunction_avail = fields.subfunction_avail ?? host.row.availability;
  host.row.uptime = up ?? 0;
  host.bootedAt = up === undefined ? null : now - up * 1000;
  return host;
}

/**
 * The board management controller's address. In IPv6 it is made of the board's MAC address (RFC 4291, EUI-64); where
 * there are both families, every other host has one of the second.
 */
function boardAddress(context: SeedContext, id: number, mac: string): string {
  const [first, second = first] = context.families;
  const family = id % 2 === 0 ? second : first;
  if (family === 4) return at(subnetOf(context, 'boards', 4), id % 250);
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = mac.split(':');
  const universal = (Number.parseInt(a, 16) ^ 2).toString(16).padStart(2, '0');
  return at(subnetOf(context, 'boards', 6), BigInt(`0x${universal}${b}${c}fffe${d}${e}${f}`));
}

function capabilitiesOf(
  personality: Personality,
  worker: boolean,
  active?: boolean,
): HostRow['capabilities'] {
  if (personality === 'storage') return { pers_subtype: 'ceph-backing' };
  const frequency: HostRow['capabilities'] = worker ? { is_max_cpu_configurable: 'configurable' } : {};
  if (personality === 'worker') return frequency;
  return {
    stor_function: 'monitor',
    ...frequency,
    Personality: active ? 'Controller-Active' : 'Controller-Standby',
  };
}

/** A node that the network discovered and nobody has claimed: no name, no personality, nothing known of it. */
export function discoveredHost(id: number, context: SeedContext, now: number): Host {
  const mac = `3c:fd:fe:${(id >> 8).toString(16).padStart(2, '0')}:${(id & 255).toString(16).padStart(2, '0')}:00`;
  const host = blankHost(id, mac, context.systemUuid, stamp(now - 3_600_000));
  host.row.availability = 'online';
  host.row.subfunction_avail = 'online';
  host.row.vim_progress_status = 'services-disabled';
  host.row.sw_version = '26.09';
  host.bootedAt = now - 1_800_000;
  return host;
}

/**
 * A row such as old or half-written databases hold: a host by its id, uuid, name and states, and little else.
 * Nulls where others have text, and keys that are not there at all.
 */
export function oddHost(id: number, hostname: string, context: SeedContext, now: number): Host {
  const host = discoveredHost(id, context, now);
  Object.assign(host.row, {
    hostname,
    sw_version: '24.09',
    subfunction_oper: null,
    subfunction_avail: null,
    clock_synchronization: null,
    apparmor: null,
    availability: 'offline',
    console: null,
    created_at: null,
  } satisfies Partial<HostRow>);
  host.bootedAt = null;
  host.lacks = [
    'location',
    'capabilities',
    'uptime',
    'peers',
    'reboot_needed',
    'ttys_dcd',
    'vim_progress_status',
  ];
  return host;
}
