/** A profile as lines that can be held against each other: each with its section, what it is of, its words, its value and its line. */

import { natural } from '../natural';
import { familyOf } from '../network/address';
import type { Section } from './section';
import { entry, items, said, type Tree } from './tree';

export type Fact = {
  section: Section;
  /** "Ethernet mgmt0"; null: the host itself. */
  item: string | null;
  /** "MTU". */
  field: string;
  value: string;
  /** In the file it comes from. */
  line: number | null;
  /** Why two hosts are bound to differ in it; null: they are not. */
  expected: string | null;
};

/** One value only: of its section, its item and its field. */
export const factKey = ({ section, item, field }: Pick<Fact, 'section' | 'item' | 'field'>): string =>
  JSON.stringify([section, item, field]);

export const MAC_IS_OWN = 'A MAC address is of one host.';
export const PLACE_IS_OWN = 'A place is of one host.';
export const ADDRESS_IS_OWN = 'An address is of one host.';
export const FIRST_IS_OTHER =
  'controller-0 is there before the Deployment Manager, and found instead of made.';

type Words = readonly [field: string, words: string, expected?: string];

const GENERAL: readonly Words[] = [
  ['personality', 'Personality'],
  ['subfunctions', 'Subfunctions'],
  ['administrativeState', 'Administrative state'],
  ['provisioningMode', 'Provisioning mode', FIRST_IS_OTHER],
  ['bootMAC', 'Boot MAC', MAC_IS_OWN],
  ['location', 'Location', PLACE_IS_OWN],
  ['bootDevice', 'Boot device'],
  ['rootDevice', 'Root device'],
  ['console', 'Console'],
  ['installOutput', 'Install output'],
  ['kernel', 'Kernel'],
  ['appArmor', 'AppArmor'],
  ['maxCPUMhzConfigured', 'Maximum CPU frequency (MHz)'],
];

const COMMON: readonly Words[] = [
  ['class', 'Class'],
  ['mtu', 'MTU'],
  ['lower', 'Lower interface'],
  ['vid', 'VLAN ID'],
  ['members', 'Members'],
  ['mode', 'Mode'],
  ['transmitHashPolicy', 'Transmit hash policy'],
  ['primaryReselect', 'Primary reselect'],
  ['vfCount', 'Virtual functions'],
  ['vfDriver', 'Driver of virtual functions'],
  ['platformNetworks', 'Platform networks'],
  ['dataNetworks', 'Data networks'],
  ['maxTxRate', 'Maximum send rate (Mbit/s)'],
  ['maxRxRate', 'Maximum receive rate (Mbit/s)'],
];

const INTERFACES = [
  ['ethernet', 'Ethernet'],
  ['bond', 'Bond'],
  ['vlan', 'VLAN'],
  ['vf', 'Virtual functions'],
] as const;

const GROUP: readonly Words[] = [
  ['lvmFunction', 'LVM function'],
  ['lvmType', 'LVM type'],
  ['lvmPoolSize', 'LVM pool (GB)'],
];

const PAGES: Readonly<Record<string, string>> = {
  platform: 'Platform',
  vm: 'Application',
  vswitch: 'vSwitch',
};
const CORES: Readonly<Record<string, string>> = {
  platform: 'Platform',
  shared: 'Shared',
  vswitch: 'vSwitch',
  'application-isolated': 'Application, isolated',
  application: 'Application',
};

/** Of a profile with all its layers. What is no such thing is passed over: `readFile` told it. */
export function factsOf(spec: Tree): Fact[] {
  return [
    ...fieldsOf('general', null, spec, GENERAL),
    ...boardFacts(entry(spec, 'boardManagement')),
    ...interfaceFacts(spec),
    ...storageFacts(entry(spec, 'storage')),
    ...items(entry(spec, 'memory')).flatMap((node) =>
      nodeFacts('memory', node, (one) => {
        const use = said(entry(one, 'function')) ?? '';
        return [`${PAGES[use] ?? use}, pages of ${said(entry(one, 'pageSize')) ?? 'no size'}`, 'pageCount'];
      }),
    ),
    ...items(entry(spec, 'processors')).flatMap((node) =>
      nodeFacts('processors', node, (one) => {
        const use = said(entry(one, 'function')) ?? '';
        return [`${CORES[use] ?? use} (cores)`, 'count'];
      }),
    ),
    ...labelFacts(entry(spec, 'labels')),
    ...fieldsOf('ptp', null, spec, [
      ['clockSynchronization', 'Clock synchronization'],
      ['ptpInstances', 'PTP instances'],
    ]),
  ];
}

/** A value, or the words of a list: their order has no meaning. null: there is none, and an empty list is none. */
function textOf(tree: Tree | undefined): string | null {
  if (tree?.kind !== 'list') return said(tree);
  const words = tree.items.flatMap((item) => said(item) ?? []);
  return words.length > 0 ? words.toSorted(natural).join(', ') : null;
}

const fieldsOf = (section: Section, item: string | null, tree: Tree, words: readonly Words[]): Fact[] =>
  words.flatMap(([key, field, expected]) => factOf({ section, item, field }, entry(tree, key), expected));

function factOf(
  place: Pick<Fact, 'section' | 'item' | 'field'>,
  tree: Tree | undefined,
  expected?: string,
): Fact[] {
  const value = textOf(tree);
  return value === null || !tree ? [] : [{ ...place, value, line: tree.line, expected: expected ?? null }];
}

function boardFacts(board: Tree | undefined): Fact[] {
  const secret = entry(entry(entry(board, 'credentials'), 'password'), 'secret');
  const of = (field: string) => ({ section: 'board' as const, item: null, field });
  return [
    ...factOf(of('Type'), entry(board, 'type')),
    ...factOf(of('Address'), entry(board, 'address'), ADDRESS_IS_OWN),
    ...factOf(of('Secret of the password'), secret),
  ];
}

function interfaceFacts(spec: Tree): Fact[] {
  const all = INTERFACES.flatMap(([key, words]) =>
    items(entry(entry(spec, 'interfaces'), key)).flatMap((one) => {
      const name = said(entry(one, 'name'));
      if (name === null) return [];
      const item = `${words} ${name}`;
      return [
        ...fieldsOf('interfaces', item, one, COMMON),
        ...factOf({ section: 'interfaces', item, field: 'Port' }, entry(entry(one, 'port'), 'name')),
        ...factOf({ section: 'ptp', item, field: 'PTP interfaces' }, entry(one, 'ptpInterfaces')),
      ];
    }),
  );
  return [...all, ...addressFacts(entry(spec, 'addresses')), ...routeFacts(entry(spec, 'routes'))];
}

/** By interface and family, in turn: which address it is, is what differs. */
function addressFacts(addresses: Tree | undefined): Fact[] {
  const counts = new Map<string, number>();
  return items(addresses).flatMap((one) => {
    const [on, address] = [said(entry(one, 'interface')), said(entry(one, 'address'))];
    if (on === null || address === null) return [];
    const family = familyOf(address);
    const words = `Address${family === null ? '' : ` (IPv${family})`}`;
    const count = (counts.get(`${on} ${words}`) ?? 0) + 1;
    counts.set(`${on} ${words}`, count);
    return {
      section: 'interfaces' as const,
      item: `Addresses of ${on}`,
      field: count === 1 ? words : `${words} ${count}`,
      value: `${address}/${said(entry(one, 'prefix')) ?? '?'}`,
      line: one.line,
      expected: ADDRESS_IS_OWN,
    };
  });
}

function routeFacts(routes: Tree | undefined): Fact[] {
  return items(routes).flatMap((one) => {
    const [on, subnet] = [said(entry(one, 'interface')), said(entry(one, 'subnet'))];
    if (on === null || subnet === null) return [];
    const metric = said(entry(one, 'metric'));
    const gateway = said(entry(one, 'gateway')) ?? '?';
    return {
      section: 'interfaces' as const,
      item: `Routes of ${on}`,
      field: `To ${subnet}/${said(entry(one, 'prefix')) ?? '?'} by ${gateway}`,
      value: metric === null ? 'there' : `metric ${metric}`,
      line: one.line,
      expected: null,
    };
  });
}

function storageFacts(storage: Tree | undefined): Fact[] {
  const own = (item: string | null, field: string) => ({ section: 'storage' as const, item, field });
  return [
    ...factOf(
      own(null, 'Ceph monitor (GiB)'),
      entry(entry(storage, 'monitor'), 'size'),
      'A monitor is on some hosts only.',
    ),
    ...items(entry(storage, 'osds')).flatMap((one) => {
      const item = `Ceph on ${said(entry(one, 'path')) ?? 'no path'}`;
      const journal = entry(one, 'journal');
      return [
        ...factOf(own(item, 'Function'), entry(one, 'function')),
        ...factOf(own(item, 'Cluster'), entry(one, 'cluster')),
        ...factOf(own(item, 'Journal on'), entry(journal, 'location')),
        ...factOf(own(item, 'Journal (GiB)'), entry(journal, 'size')),
      ];
    }),
    ...items(entry(storage, 'volumeGroups')).flatMap((group) => {
      const item = `Volume group ${said(entry(group, 'name')) ?? ''}`;
      return [
        ...fieldsOf('storage', item, group, GROUP),
        ...volumeFacts(item, entry(group, 'physicalVolumes')),
      ];
    }),
    ...items(entry(storage, 'filesystems')).flatMap((one) =>
      factOf(own('Filesystems (GiB)', said(entry(one, 'name')) ?? ''), entry(one, 'size')),
    ),
  ];
}

/** By the disk they are on, in turn. */
function volumeFacts(item: string, volumes: Tree | undefined): Fact[] {
  const counts = new Map<string, number>();
  return items(volumes).flatMap((one) => {
    const [type, path] = [said(entry(one, 'type')), said(entry(one, 'path'))];
    if (type === null || path === null) return [];
    const words = type === 'partition' ? `Partition on ${path}` : `Disk ${path}`;
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    const size = said(entry(one, 'size'));
    return {
      section: 'storage' as const,
      item,
      field: count === 1 ? words : `${words}, number ${count}`,
      value: size === null ? 'there' : `${size} GiB`,
      line: one.line,
      expected: null,
    };
  });
}

function nodeFacts(
  section: Section,
  node: Tree,
  wordsOf: (one: Tree) => readonly [field: string, count: string],
): Fact[] {
  const item = `NUMA node ${said(entry(node, 'node')) ?? '?'}`;
  return items(entry(node, 'functions')).flatMap((one) => {
    const [field, count] = wordsOf(one);
    return factOf({ section, item, field }, entry(one, count));
  });
}

const labelFacts = (labels: Tree | undefined): Fact[] =>
  labels?.kind === 'map'
    ? [...labels.entries].flatMap(([field, value]) =>
        factOf({ section: 'labels', item: null, field }, value).map((fact) =>
          fact.value === '' ? { ...fact, value: 'empty' } : fact,
        ),
      )
    : [];
