/** Unlock of a worker: what the platform asks of its data and SR-IOV interfaces (_semantic_check_data_interfaces). */
import { type Check, cannotTell, checksOf } from '../check';
import { hostName } from '../host';
import type { InterfaceFact, PreflightFacts } from '../host-facts';
import type { PortFact } from '../readiness-facts';
import { bothFacts, fromFact } from './facts';

const wayOut = { kind: 'page', page: 'network', label: 'Open network' } as const;

/** address.py ALLOWED_NETWORK_TYPES: an interface on one of these is asked for its addresses. */
const ADDRESSED = ['mgmt', 'oam', 'cluster-host', 'data', 'ironic', 'storage', 'admin'];

function addresses(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_interface_addresses');
  const what = 'whether interfaces with static addresses have one';
  const both = bothFacts(facts.interfaces, facts.addresses);
  return fromFact(both, check.unknown, 'addresses', what, 'sysinv', ([all, given]) => {
    for (const one of all.filter(({ networks }) => networks.some((type) => ADDRESSED.includes(type)))) {
      for (const [mode, family] of [
        [one.ipv4Mode, 4],
        [one.ipv6Mode, 6],
      ] as const) {
        if (mode !== 'static') continue;
        if (given.some((address) => address.interface === one.name && address.family === family)) continue;
        const title = `${one.name} is set to static IPv${family} and has no IPv${family} address`;
        return check.block('addresses', { title, detail: 'Add an address or change the mode.', wayOut });
      }
    }
    return check.pass('addresses', { title: 'Interfaces with static addresses have them' });
  });
}

/** VXLAN data networks with a multicast group want an address of its family. */
function vxlan(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_interface_datanets');
  const what = 'whether data interfaces suit their data networks';
  const read = bothFacts(facts.interfaces, bothFacts(facts.dataUses, facts.dataNetworkTypes));
  return fromFact(read, check.unknown, 'data-networks', what, 'sysinv', ([all, [uses, networks]]) => {
    for (const one of all.filter((each) => each.class === 'data')) {
      for (const use of uses.filter((each) => each.interface === one.name)) {
        const network = networks.find((each) => each.name === use.network);
        if (network?.type !== 'vxlan' || network.multicastGroup === null) continue;
        const family = network.multicastGroup.includes(':') ? 6 : 4;
        const mode = family === 6 ? one.ipv6Mode : one.ipv4Mode;
        if (mode !== null && mode !== 'disabled') continue;
        return check.block('data-networks', {
          title: `${one.name} needs an IPv${family} address for VXLAN network ${network.name}`,
          detail: `Its IPv${family} mode is ${mode ?? 'not set'}.`,
          wayOut,
        });
      }
    }
    return check.pass('data-networks', { title: 'Data interfaces suit their data networks' });
  });
}

/** Ports that the virtual switch cannot drive; asked where the switch is OVS-DPDK alone. */
function accelerated(facts: PreflightFacts): Check[] {
  if (facts.context.system?.vswitch !== 'ovs-dpdk') return [];
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_non_accelerated_interface_support');
  const read = bothFacts(facts.interfaces, facts.ports);
  return fromFact(
    read,
    check.unknown,
    'dpdk',
    'whether data ports support DPDK',
    'sysinv',
    ([all, ports]) => {
      const slow = all
        .filter((one) => one.class === 'data')
        .flatMap((one) => ports.filter((port) => port.interfaceId === one.id && port.dpdk !== true))[0];
      return slow
        ? check.block('dpdk', {
            title: `${slow.name} does not support DPDK`,
            detail: 'The virtual switch of this system needs it for data interfaces.',
            wayOut,
          })
        : check.pass('dpdk', { title: 'Data ports support DPDK' });
    },
  );
}

/** The highest bit of the first half: constants.CONFIG_REBOOT_REQUIRED. */
const asksReboot = (config: string): boolean => /^[89a-f]/i.test(config);
const flipped = (config: string): string =>
  `${((Number.parseInt(config.slice(0, 1), 16) ^ 8) & 15).toString(16)}${config.slice(1)}`;

/** Virtual functions are made by the reboot itself: the platform does not count them before. */
function awaitsReboot({ host }: PreflightFacts): boolean {
  const { configTarget, configApplied } = host;
  return (
    host.activity !== 'active' &&
    host.configStatus === 'Config out-of-date' &&
    host.administrative === 'locked' &&
    configTarget !== null &&
    asksReboot(configTarget) &&
    flipped(configTarget) === configApplied
  );
}

/** What is wrong with the virtual functions of one interface; null when nothing is. */
function vfTrouble(
  one: InterfaceFact,
  all: readonly InterfaceFact[],
  ports: readonly PortFact[],
): string | null {
  if (one.class !== 'pci-sriov' || one.type !== 'ethernet' || !one.vfs) return null;
  const mine = ports.filter((port) => port.interfaceId === one.id);
  if (!mine.some((port) => port.vfAddresses === one.vfs)) {
    const there = mine.map((port) => port.vfAddresses).join(' and ') || 'no';
    return `${one.name} is to have ${one.vfs} virtual functions, its port has ${there}`;
  }
  if (one.vfDriver === 'netdevice' && mine.some((port) => port.vfDriver === null)) {
    return `The virtual functions of ${one.name} have no driver yet`;
  }
  for (const port of mine) {
    const most = port.vfMaxChannels;
    if (!most) continue;
    const over = [one, ...all.filter((upper) => one.usedBy.includes(upper.name))].find(
      (each) => (each.vfChannels ?? 0) > most,
    );
    if (over) return `${over.name} wants ${over.vfChannels} channels, ${port.name} gives ${most}`;
  }
  return null;
}

function virtualFunctions(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_sriov_interface');
  if (awaitsReboot(facts)) {
    return [check.pass('sriov', { title: 'Virtual functions are made by the reboot' })];
  }
  const read = bothFacts(facts.interfaces, facts.ports);
  return fromFact(
    read,
    check.unknown,
    'sriov',
    'whether virtual functions are there',
    'sysinv',
    ([all, ports]) => {
      for (const one of all) {
        const title = vfTrouble(one, all, ports);
        if (title !== null) {
          return check.block('sriov', {
            title,
            detail: 'Wait a few minutes for the inventory, or change the interface.',
            wayOut,
          });
        }
      }
      return check.pass('sriov', { title: 'SR-IOV interfaces have their virtual functions' });
    },
  );
}

/** constants.MELLANOX_DRIVERS */
const isMellanox = (driver: string | null): boolean => driver === 'mlx5_core';

/** Interfaces that the SR-IOV device plugin offers together must be alike. Asked with label sriovdp alone. */
function devicePlugin(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _check_sriovdp_interface_datanets');
  const what = 'whether SR-IOV interfaces on one data network are alike';
  const read = bothFacts(bothFacts(facts.interfaces, facts.ports), bothFacts(facts.labels, facts.dataUses));
  return fromFact(read, check.unknown, 'sriovdp', what, 'sysinv', ([[all, ports], [labels, uses]]) => {
    const label = labels.find(({ key, value }) => key === 'sriovdp' && value !== null);
    if (label?.value?.toLowerCase() !== 'enabled') return [];
    const networksOf = (one: InterfaceFact) =>
      uses.filter((use) => use.interface === one.name).map((use) => use.network);
    const mellanox = (one: InterfaceFact) =>
      ports.some((port) => port.interfaceId === one.id && isMellanox(port.driver));
    for (const one of all) {
      if (one.class !== 'pci-sriov' && one.class !== 'pci-passthrough') continue;
      if (one.class === 'pci-sriov' && one.type === 'ethernet' && !one.vfs) continue;
      for (const other of all) {
        if (other.id === one.id || other.class !== one.class) continue;
        const shared = networksOf(other).find((network) => networksOf(one).includes(network));
        if (shared === undefined) continue;
        const driver = (each: InterfaceFact) => each.vfDriver ?? 'netdevice';
        if (one.class === 'pci-sriov' && driver(one) !== driver(other)) {
          return check.block('sriovdp', {
            title: `${one.name} (${driver(one)}) and ${other.name} (${driver(other)}) share ${shared}`,
            detail: 'Interfaces on one data network need the same VF driver. Choose another data network.',
            wayOut,
          });
        }
        if (mellanox(one) !== mellanox(other)) {
          return check.block('sriovdp', {
            title: `${one.name} and ${other.name} share ${shared} over different kinds of ports`,
            detail: 'Mellanox and other ports cannot be on one data network. Choose another.',
            wayOut,
          });
        }
      }
    }
    return check.pass('sriovdp', { title: 'SR-IOV interfaces on one data network are alike' });
  });
}

/** In the order of the platform, which goes interface by interface. Force leaves out what is of SR-IOV. */
export function dataInterfaceChecks(facts: PreflightFacts, forced: boolean): Check[] {
  if (facts.context.system === null) {
    const check = checksOf('unlock', 'sysinv host.py _semantic_check_data_interfaces');
    const words = cannotTell(
      `which virtual switch ${hostName(facts.host)} has`,
      'The system could not be read.',
      'sysinv',
    );
    return [check.unknown('dpdk', words), ...vxlan(facts), ...addresses(facts)];
  }
  return [
    ...accelerated(facts),
    ...vxlan(facts),
    ...addresses(facts),
    ...(forced ? [] : [...virtualFunctions(facts), ...devicePlugin(facts)]),
  ];
}
