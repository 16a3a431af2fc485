/** Long because it is one table: everything that keeps a host from being unlocked, with the platform's words. */
import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../../kernel/world';
import { createWorld } from '../../../worlds/create';
import { act, faultOf } from '../../ask';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';
import { patchHost } from '../../patch-host';
import type { Row } from '../../rows';

const LOCKED = { administrative: 'locked', operational: 'disabled', availability: 'online' };

/** A world in which this host is locked and nothing keeps it so. */
function calm(name: WorldName, hostname: string): { world: World; host: Host } {
  const world = createWorld(name, 'unlock', { speed: 1 });
  for (const app of world.sysinv.cloud('apps')) app.status = 'applied';
  patchHost(world, hostname, { ...LOCKED, clock_synchronization: 'ntp' });
  const host = world.sysinv.byName(hostname);
  if (!host) throw new Error(`no host ${hostname}`);
  return { world, host };
}

type Given = {
  world: World;
  host: Host;
  rows: (segment: string) => Row[];
  row: (segment: string, key: string, value: unknown) => Row;
};
type Case = {
  name: string;
  on?: [WorldName, string];
  given: (given: Given) => void;
  says: string | RegExp;
  /** Force skips it. */
  skipped?: true;
};

const vswitch = ({ world }: Given, type: string) => {
  world.sysinv.system.capabilities = { vswitch_type: type };
};
const STANDBY: [WorldName, string] = ['duplex', 'controller-1'];
const SIMPLEX: [WorldName, string] = ['simplex', 'controller-0'];

const CASES: Case[] = [
  {
    name: 'a worker that was never configured',
    given: ({ host }) => {
      host.row.invprovision = null;
    },
    says: /^Can not unlock an unconfigured host worker-1\. Please configure host/,
  },
  {
    name: 'a restore that is not complete',
    given: ({ world, host }) => world.sysinv.unseen.set(host.row.id, { restoring: true }),
    says: /complete the restore procedure by running/,
  },
  {
    name: 'a VXLAN network without an address',
    given: ({ row, world }) => {
      row('iinterfaces', 'ifname', 'data0').ipv4_mode = null;
      const network = world.sysinv.cloud('datanetworks').find(({ name }) => name === 'physnet0');
      Object.assign(network ?? {}, { network_type: 'vxlan', multicast_group: '239.0.2.1' });
    },
    says: 'Interface data0 is associated to VXLAN data network physnet0 which requires an IPv4 address',
  },
  {
    name: 'a static mode without an address',
    given: ({ row, rows }) => {
      row('iinterfaces', 'ifname', 'mgmt0').ipv4_mode = 'static';
      rows('addresses').splice(0);
    },
    says: 'Interface mgmt0 on host worker-1 is configured for IPv4 static address but has no configured IPv4 address',
  },
  {
    name: 'virtual functions that are not there',
    given: ({ row }) => {
      row('ethernet_ports', 'name', 'enp94s0f0').sriov_vfs_pci_address = '0000:5e:01.0';
    },
    says: 'Expecting number of interface sriov_numvfs=8. Please wait a few minutes for inventory update and retry host-unlock.',
    skipped: true,
  },
  {
    name: 'more channels than the port has',
    given: ({ row }) => {
      row('iinterfaces', 'ifname', 'sriov0-dpdk').sriov_vf_channels = 9;
    },
    says: /^Interface 'sriov0-dpdk' has vf-channels=9 which exceeds the maximum supported \(4\) for port 'enp94s0f0'/,
    skipped: true,
  },
  {
    name: 'two VF drivers on one data network',
    given: ({ row }) => {
      row('interface_datanetworks', 'ifname', 'sriov0-dpdk').datanetwork_name = 'fronthaul0';
    },
    says: "VF driver (netdevice) for interface (sriov0) conflicts with VF driver (vfio) for interface (sriov0-dpdk) on data network(s) (['fronthaul0']). Consider choosing another data network",
    skipped: true,
  },
  {
    name: 'a data port without DPDK under OVS-DPDK',
    given: (given) => {
      vswitch(given, 'ovs-dpdk');
      Object.assign(given.row('iinterfaces', 'ifname', 'enp59s0f0'), { ifclass: 'data' });
      given.row('ethernet_ports', 'name', 'enp59s0f0').dpdksupport = false;
    },
    says: 'enp59s0f0 is non-accelerated interface which is not supported by current vswitch',
  },
  {
    name: 'an accelerator with too few virtual functions',
    given: ({ row }) => {
      row('pci_devices', 'pdevice_id', '0d5c').sriov_numvfs = 2;
    },
    says: /^Expecting sriov_numvfs=16 for FEC device pciaddr=0000:b4:00\.0\./,
    skipped: true,
  },
  {
    name: 'cores for a virtual switch that is not there',
    given: ({ rows }) => {
      Object.assign(rows('icpus')[5] ?? {}, { allocated_function: 'Vswitch' });
    },
    says: 'vSwitch cpus can only be used with a vswitch_type specified.',
  },
  {
    name: 'OVS-DPDK without a core',
    given: (given) => vswitch(given, 'ovs-dpdk'),
    says: 'vSwitch cpus must be enabled on this host for ovs-dpdk to function.',
  },
  {
    name: 'pages of both sizes',
    given: ({ rows }) => {
      Object.assign(rows('imemorys')[0] ?? {}, { vm_hugepages_nr_2M_pending: 10 });
      Object.assign(rows('imemorys')[1] ?? {}, { vm_hugepages_nr_1G_pending: 1 });
    },
    says: 'Rejected: Only 2M huge page allocation is supported',
  },
  {
    name: 'more pages than fit',
    given: ({ rows }) => {
      Object.assign(rows('imemorys')[0] ?? {}, { vm_hugepages_nr_1G_pending: 200 });
    },
    says: 'Rejected: Total allocated memory exceeds the total memory of worker-1 numa node 0 ',
  },
  {
    name: 'too little memory for the platform, without node 0',
    given: ({ rows }) => {
      for (const row of rows('imemorys')) Object.assign(row, { numa_node: 1, platform_reserved_mib: 500 });
    },
    says: 'Insufficient memory reserved for platform on worker-1. Platform memory must be at least 6000 MiB summed across all numa nodes.',
  },
  {
    name: 'no third monitor',
    given: ({ world }) => {
      for (const each of world.sysinv.hosts) {
        if (each.row.personality === 'storage') each.row.personality = 'controller';
        rowsOn(world, 'istors', each).splice(0);
      }
    },
    says: /^Can not unlock a worker node until the third Ceph monitor is defined/,
  },
  {
    name: 'no disks for virtual machines',
    given: ({ rows }) => {
      rows('labels').push({ uuid: 'l', label_key: 'openstack-compute-node', label_value: 'enabled' });
      rows('ilvgs').splice(1);
    },
    says: /^A worker requires a cgts-vg\/instances-lv or a nova-local volume group/,
  },
  {
    name: 'no management interface',
    given: ({ row }) => {
      row('interface_networks', 'network_type', 'mgmt').network_type = 'storage';
    },
    says: 'Cannot unlock host worker-1 without configuring a management interface.',
  },
  {
    name: 'the management network on a virtual interface',
    given: ({ row }) => {
      row('iinterfaces', 'ifname', 'mgmt0').iftype = 'virtual';
    },
    says: 'Cannot unlock host worker-1 when management interface is configured on a virtual interface.',
  },
  {
    name: 'no cluster-host interface',
    given: ({ row }) => {
      row('interface_networks', 'network_type', 'cluster-host').network_type = 'storage';
    },
    says: 'Cannot unlock host worker-1 without configuring a cluster-host interface.',
  },
  {
    name: 'PTP without anything that keeps time',
    on: ['standard', 'worker-8'],
    given: ({ host }) => {
      Object.assign(host.row, { clock_synchronization: 'ptp', inv_state: 'inventoried' });
    },
    says: 'Hosts with PTP clock synchronization must have at least one PTP interface or instance configured',
  },
  {
    name: 'PTP over UDP without an address',
    given: ({ world, host, row }) => {
      host.row.clock_synchronization = 'ptp';
      row('iinterfaces', 'ifname', 'sriov0').ptp_role = 'slave';
      Object.assign(world.sysinv.cloud('ptp')[0] ?? {}, { transport: 'udp' });
    },
    says: 'All PTP interfaces must have an associated address when PTP transport is UDP',
  },
  {
    name: 'a software deployment',
    given: ({ world, host }) => world.sysinv.unseen.set(host.row.id, { deploying: true }),
    says: 'host-unlock rejected: software deploy to worker-1 has not completed',
    skipped: true,
  },
  {
    name: 'a kernel that was chosen just now',
    given: ({ world, host }) => world.sysinv.unseen.set(host.row.id, { kernelChosenAt: world.clock.now() }),
    says: 'Can not unlock worker-1 kernel configuration in progress.',
    skipped: true,
  },
  {
    name: 'AppArmor',
    given: ({ world, host }) => world.sysinv.unseen.set(host.row.id, { appArmorPending: true }),
    says: 'Can not unlock worker-1 apparmor configuration in progress.',
    skipped: true,
  },
  {
    name: 'a runtime manifest',
    given: ({ world, host }) =>
      world.sysinv.unseen.set(host.row.id, { manifest: 'platform::interfaces::sriov::runtime' }),
    says: /^Can not unlock worker-1; runtime config [0-9a-f-]{36} platform::interfaces::sriov::runtime is pending\. Please wait/,
    skipped: true,
  },
  {
    name: 'an application that objects',
    given: ({ world, host }) => world.sysinv.unseen.set(host.row.id, { objection: 'Rook has no quorum' }),
    says: 'Unlock action semantic check failed by app: Rook has no quorum',
    skipped: true,
  },
  {
    name: 'no oam interface',
    on: STANDBY,
    given: ({ row }) => {
      row('interface_networks', 'network_type', 'oam').network_type = 'storage';
    },
    says: /^Can not unlock a controller host without an oam interface\./,
  },
  {
    name: 'too little room for filesystems before the first unlock',
    on: STANDBY,
    given: ({ host, rows }) => {
      host.row.invprovision = 'unprovisioned';
      for (const row of rows('ipvs')) row.lvm_pv_size = 1024;
    },
    says: /^Standby controller does not have enough space allocated to cgts-vg volume-group .* Please assign an extra \d+ GB/,
  },
  {
    name: 'a tier without an OSD of this host',
    on: STANDBY,
    given: ({ rows }) => {
      for (const row of rows('istors')) row.tier_uuid = null;
    },
    says: 'Can not unlock node until every storage tier has at least one OSD configured. Tier "storage" has no OSD configured.',
  },
  {
    name: 'a controller without an OSD',
    on: STANDBY,
    given: ({ rows }) => rows('istors').splice(0),
    says: 'Can not unlock node until at least one OSD is configured.',
  },
  {
    name: 'a simplex that becomes a duplex without OAM addresses',
    on: STANDBY,
    given: ({ world }) => {
      world.sysinv.system.capabilities = { vswitch_type: 'none', simplex_to_duplex_migration: true };
      Object.assign(world.sysinv.cloud('iextoam')[0] ?? {}, { oam_c1_ip: null });
    },
    says: 'Can not unlock controller on a duplex without configuring oam_c1_ip.',
  },
  {
    name: 'a tier of a simplex without OSDs',
    on: SIMPLEX,
    given: ({ rows }) => rows('istors').splice(0),
    says: "Can not unlock node until at least 1 osd stor is configured for tier 'storage'.",
  },
  {
    name: 'an application that is uploaded, on a simplex',
    on: SIMPLEX,
    given: ({ world }) => {
      Object.assign(world.sysinv.cloud('apps')[0] ?? {}, { status: 'uploading' });
    },
    says: /while an application is being uploaded, applied, updated, recovered or removed\./,
    skipped: true,
  },
  {
    name: 'a storage host without OSDs',
    on: ['standard', 'storage-0'],
    given: ({ rows }) => rows('istors').splice(0),
    says: 'Can not unlock a storage node without any Storage Volumes configured',
  },
];

describe('what sysinv refuses to unlock', () => {
  it.each(CASES)('$name', async ({ on = ['standard', 'worker-1'], given, says, skipped }) => {
    const { world, host } = calm(...on);
    const rows = (segment: string) => rowsOn(world, segment, host);
    given({
      world,
      host,
      rows,
      row: (segment, key, value) => {
        const found = rows(segment).find((one) => one[key] === value);
        if (!found) throw new Error(`no ${segment} with ${key} ${value}`);
        return found;
      },
    });
    const refused = await act(world, on[1], 'unlock');
    expect(refused.status).toBe(400);
    if (typeof says === 'string') expect(faultOf(refused)).toBe(says);
    else expect(faultOf(refused)).toMatch(says);
    const forced = await act(world, on[1], 'force-unlock');
    expect(forced.status, 'forced').toBe(skipped ? 200 : 400);
    world.clock.stop();
  });

  it.each([['standard', 'worker-1'], ['standard', 'storage-0'], STANDBY, SIMPLEX] as const)(
    'nothing, in a %s for %s',
    async (name, hostname) => {
      const { world } = calm(name, hostname);
      expect(await act(world, hostname, 'unlock')).toMatchObject({ status: 200 });
      world.clock.stop();
    },
  );

  it('a kernel is forgotten after two minutes, and memory that is too little is raised', async () => {
    const { world, host } = calm('standard', 'worker-1');
    world.sysinv.unseen.set(host.row.id, { kernelChosenAt: world.clock.now() });
    for (const row of rowsOn(world, 'imemorys', host)) row.platform_reserved_mib = 500;
    world.clock.advance(121_000);
    expect((await act(world, 'worker-1', 'unlock')).status).toBe(200);
    expect(rowsOn(world, 'imemorys', host).map((row) => row.platform_reserved_mib)).toEqual([7000, 1000]);
    world.clock.stop();
  });
});
