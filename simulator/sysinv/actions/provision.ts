/** From a node on the network to a host that can be unlocked: it is claimed, boots from the network, is installed. */
import type { World } from '../../kernel/world';
import { discoveredHost } from '../../worlds/build';
import type { Fields } from '../checks/fields';
import { personalityOf } from '../checks/fields';
import { blankHost, type Host, type HostRow } from '../host';
import { stamp } from '../rows';
import { managementAddress } from '../seed/subnets';
import * as alarms from './alarms';
import { install } from './install';
import { set } from './steps';

/** Columns that follow from a personality: functions, name where the platform gives it, capabilities. */
export function identityOf(world: World, host: Host, fields: Fields): Partial<HostRow> {
  const personality = personalityOf(fields.personality) ?? host.row.personality;
  if (personality === null) return {};
  const given = typeof fields.subfunctions === 'string' ? fields.subfunctions : undefined;
  const allInOne = world.sysinv.context.allInOne && personality === 'controller';
  const hostname =
    typeof fields.hostname === 'string'
      ? fields.hostname
      : (host.row.hostname ?? nextName(world, personality));
  return {
    personality,
    hostname,
    subfunctions: given ?? host.row.subfunctions ?? (allInOne ? 'controller,worker' : personality),
    capabilities:
      personality === 'controller'
        ? { stor_function: 'monitor', Personality: 'Controller-Standby' }
        : personality === 'storage'
          ? { pers_subtype: 'ceph-backing' }
          : { is_max_cpu_configurable: 'configurable' },
  };
}

/** Controllers and storage hosts are named by the platform; a worker without a name stays without. */
function nextName(world: World, personality: string): string | null {
  if (personality === 'worker' || personality === 'edgeworker') return null;
  for (let n = 0; ; n++) if (!world.sysinv.byName(`${personality}-${n}`)) return `${personality}-${n}`;
}

/** Seconds until a host that nobody saw yet boots from the network: somebody goes and presses the button, or its board does. */
const BY_HAND = 120;
const BY_BOARD = 30;
const DISCOVERED = 30;

/** A host that somebody adds before it was seen: not installed, until it boots from the network. */
export function addHost(world: World, mac: string, fields: Fields, powerOn = false): Host {
  const { sysinv } = world;
  const host = blankHost(sysinv.nextHostId(), mac, sysinv.context.systemUuid, stamp(world.clock.now()));
  Object.assign(host.row, {
    bm_type: 'none',
    subfunction_avail: 'not-installed',
    mgmt_ip: freeAddress(world, sysinv.nextHostId()),
  } satisfies Partial<HostRow>);
  sysinv.hosts.push(host);
  Object.assign(host.row, fields, identityOf(world, host, fields));
  sysinv.version += 1;
  alarms.logEvent(world, host, 'add');
  if (powerOn) set(world, host, { task: 'Powering-on' });
  if (host.row.personality !== 'edgeworker') install(world, host, powerOn ? BY_BOARD : BY_HAND);
  return host;
}

/** A discovered node that somebody adds by its MAC address: it keeps its uuid, and what is not said stays. */
export function adoptHost(world: World, host: Host, fields: Fields): Host {
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== '');
  set(world, host, Object.fromEntries(said));
  alarms.logEvent(world, host, 'add');
  claim(world, host, fields);
  return host;
}

/** A discovered node that got its personality is installed from the network. */
export function claim(world: World, host: Host, fields: Fields): void {
  set(world, host, identityOf(world, host, fields));
  if (!host.row.hostname || !host.row.personality || host.row.install_state !== null) return;
  // Its operating system comes by other means.
  if (host.row.personality === 'edgeworker') return;
  set(world, host, { mgmt_ip: host.row.mgmt_ip ?? freeAddress(world, host.row.id) });
  install(world, host, DISCOVERED);
}

/** A node boots from the network that nobody added: it waits for somebody to say what it is. */
export function discoverHost(
  world: World,
  { mac, ip }: { mac?: string; ip?: string } = {},
): Host | undefined {
  const { sysinv } = world;
  const now = world.clock.now();
  const host = discoveredHost(sysinv.nextHostId(), sysinv.context, now);
  if (mac !== undefined) host.row.mgmt_mac = mac.toLowerCase();
  if (sysinv.hosts.some(({ row }) => row.mgmt_mac === host.row.mgmt_mac)) return undefined;
  host.bootedAt = now - 60_000;
  Object.assign(host.row, { created_at: stamp(now), mgmt_ip: ip ?? null });
  sysinv.hosts.push(host);
  sysinv.version += 1;
  alarms.logEvent(world, host, 'discovered');
  return host;
}

/** An address of network mgmt that no host has. */
function freeAddress({ sysinv }: World, id: number): string | null {
  const taken = new Set(sysinv.hosts.map(({ row }) => row.mgmt_ip));
  const from = sysinv.context.wide ? 200 * 256 : 0;
  for (let n = 100; n < 255; n++) {
    const address = managementAddress(sysinv.context, { id, personality: null }, from + n);
    if (!taken.has(address)) return address;
  }
  return null;
}
