/**
 * Usual roles of a clock as lists of calls: ITU-T G.8275.1 (full timing support), G.8275.2 (partial), and redundant sources
 * of the system clock (StarlingX phc2sys HA). Values are the profiles' own (G.8275.1 tables A.1 to A.5, G.8275.2 annex A);
 * what a preset makes is ordinary configuration afterwards.
 */
import { isIpv6 } from '../ip';
import type { ClockCall } from './ptp-calls';
import type { PtpPair } from './ptp-config';

export type PresetId = 't-gm' | 't-bc' | 't-tsc' | 'g8275-2' | 'phc2sys-ha';

/** One choice of an interface on each host. */
export type PresetPort = { id: string; label: string; help: string };

export type PresetSpec = {
  id: PresetId;
  label: string;
  /** One sentence. */
  effect: string;
  /** What is begun from: names of what it makes start with it. */
  prefix: string;
  ports: readonly PresetPort[];
  /** More that has to be said: an address, names of instances. */
  fields: readonly { id: string; label: string; help: string; value: string }[];
};

const TOWARDS = (label: string, help: string, id: string): PresetPort => ({ id, label, help });

export const PRESETS: readonly PresetSpec[] = [
  {
    ...{ id: 't-gm', label: 'T-GM with GNSS', prefix: 'tgm' },
    effect: 'A satellite receiver disciplines the card, and the host gives time to the network (G.8275.1).',
    ports: [TOWARDS('Port that gives time', 'On the card that has the receiver.', 'down')],
    fields: [
      { id: 'domain', label: 'Domain', help: 'G.8275.1 uses 24 to 43.', value: '24' },
      { id: 'gnss', label: 'Receiver', help: 'Device on the host.', value: '/dev/gnss0' },
    ],
  },
  {
    ...{ id: 't-bc', label: 'T-BC for G.8275.1', prefix: 'tbc' },
    effect: 'The host takes time by one port, and gives it on by another.',
    ports: [
      TOWARDS('Port that takes time', 'Towards the grandmaster.', 'up'),
      TOWARDS('Port that gives time', 'Towards what follows.', 'down'),
    ],
    fields: [{ id: 'domain', label: 'Domain', help: 'G.8275.1 uses 24 to 43.', value: '24' }],
  },
  {
    ...{ id: 't-tsc', label: 'T-TSC for G.8275.1', prefix: 'ttsc' },
    effect: 'The host takes time by one port, and keeps it to itself.',
    ports: [TOWARDS('Port that takes time', 'Towards the grandmaster.', 'up')],
    fields: [{ id: 'domain', label: 'Domain', help: 'G.8275.1 uses 24 to 43.', value: '24' }],
  },
  {
    ...{ id: 'g8275-2', label: 'Partial timing, G.8275.2', prefix: 'tscp' },
    effect: 'The host asks a grandmaster for time by unicast over IP, where the network is no help.',
    ports: [TOWARDS('Port that takes time', 'Has an address that reaches the grandmaster.', 'up')],
    fields: [
      { id: 'domain', label: 'Domain', help: 'G.8275.2 uses 44 to 63.', value: '44' },
      { id: 'server', label: 'Grandmaster', help: 'Its IPv4 or IPv6 address.', value: '' },
    ],
  },
  {
    ...{ id: 'phc2sys-ha', label: 'Redundant sources, HA phc2sys', prefix: 'phc-ha' },
    effect: 'The system clock follows the better of two PTP instances, and the other when that fails.',
    ports: [
      TOWARDS('Port of the first source', 'The one that the first instance takes time by.', 'first'),
      TOWARDS('Port of the second source', 'The one that the second instance takes time by.', 'second'),
    ],
    fields: [
      { id: 'one', label: 'First instance', help: 'A ptp4l instance of these hosts.', value: '' },
      { id: 'oneDomain', label: 'Its domain', help: 'As configured there.', value: '24' },
      { id: 'two', label: 'Second instance', help: 'A ptp4l instance of these hosts.', value: '' },
      { id: 'twoDomain', label: 'Its domain', help: 'As configured there.', value: '24' },
    ],
  },
];

export const presetOf = (id: PresetId): PresetSpec | undefined => PRESETS.find((one) => one.id === id);

export type PresetChoice = {
  id: PresetId;
  prefix: string;
  fields: Readonly<Record<string, string>>;
  /** Interface by id of the port, for each host. */
  hosts: readonly { host: string; ports: Readonly<Record<string, string>> }[];
};

/** What is still to be said before a preset can run; null: nothing. */
export function presetGap({ id, prefix, fields, hosts }: PresetChoice): string | null {
  const spec = presetOf(id);
  if (!spec) return 'Choose a preset.';
  if (prefix.trim() === '') return 'Say what the names start with.';
  const empty = spec.fields.find((field) => (fields[field.id] ?? '').trim() === '');
  if (empty) return `${empty.label} is missing.`;
  if (hosts.length === 0) return 'Choose a host.';
  for (const { host, ports } of hosts) {
    const port = spec.ports.find((one) => !ports[one.id]);
    if (port) return `${port.label} of ${host} is missing.`;
    const chosen = spec.ports.map((one) => ports[one.id]);
    if (new Set(chosen).size < chosen.length) return `${host} has one interface for two ports.`;
  }
  return null;
}

const pairsOf = (texts: readonly string[]): PtpPair[] =>
  texts.map((text) => {
    const at = text.indexOf('=');
    return { name: text.slice(0, at), value: text.slice(at + 1) };
  });

type Part = { name: string; service: string; global: readonly string[]; sections?: Record<string, string[]> };
type Face = { name: string; instance: string; port: string; parameters: readonly string[] };

/** G.8275.1: 8 announcements and 16 Sync messages in a second, on Ethernet. */
const full = (domain: string): string[] => [
  ...[`domainNumber=${domain}`, 'network_transport=L2', 'dataset_comparison=G.8275.x'],
  ...['logAnnounceInterval=-3', 'logSyncInterval=-4', 'logMinDelayReqInterval=-4', 'tx_timestamp_timeout=20'],
];

const follower = (name: string, instance: string, domain: string): Part => ({
  ...{ name, service: 'phc2sys' },
  global: [
    `uds_address=/var/run/ptp4l-${instance}`,
    `domainNumber=${domain}`,
    'cmdline_opts=-a -r -R 2 -u 600',
  ],
});

function partsOf({ id, prefix, fields }: PresetChoice): { instances: Part[]; interfaces: Face[] } {
  const domain = (fields.domain ?? '').trim();
  const ptp = `${prefix}-ptp4l`;
  const phc = `${prefix}-phc2sys`;
  const up = (more: string[] = ['masterOnly=0']): Face => ({
    ...{ name: `${prefix}-up`, instance: ptp, port: 'up', parameters: more },
  });
  const down: Face = { name: `${prefix}-down`, instance: ptp, port: 'down', parameters: ['masterOnly=1'] };
  switch (id) {
    case 't-gm': {
      const ts = `${prefix}-ts2phc`;
      const global = [
        ...full(domain),
        'gmCapable=1',
        'clockClass=6',
        'clockAccuracy=0x21',
        'timeSource=0x20',
      ];
      const receiver = [
        `ts2phc.nmea_serialport=${(fields.gnss ?? '').trim()}`,
        'ts2phc.pulsewidth=100000000',
        'leapfile=/usr/share/zoneinfo/leap-seconds.list',
      ];
      return {
        instances: [
          { name: ts, service: 'ts2phc', global: receiver },
          { name: ptp, service: 'ptp4l', global },
          follower(phc, ptp, domain),
        ],
        interfaces: [
          { name: `${prefix}-pps`, instance: ts, port: 'down', parameters: ['ts2phc.extts_polarity=rising'] },
          down,
        ],
      };
    }
    case 't-bc': {
      const global = [...full(domain), 'gmCapable=0', 'boundary_clock_jbod=1'];
      return {
        instances: [{ name: ptp, service: 'ptp4l', global }, follower(phc, ptp, domain)],
        interfaces: [up(), down],
      };
    }
    case 't-tsc': {
      const global = [...full(domain), 'slaveOnly=1', 'gmCapable=0'];
      return {
        instances: [{ name: ptp, service: 'ptp4l', global }, follower(phc, ptp, domain)],
        interfaces: [up()],
      };
    }
    case 'g8275-2': {
      const server = (fields.server ?? '').trim();
      const transport = isIpv6(server) ? 'UDPv6' : 'UDPv4';
      const global = [
        ...[`domainNumber=${domain}`, `network_transport=${transport}`, 'dataset_comparison=G.8275.x'],
        ...[
          'hybrid_e2e=1',
          'slaveOnly=1',
          'gmCapable=0',
          'unicast_req_duration=300',
          'tx_timestamp_timeout=20',
        ],
      ];
      const table = ['table_id=1', 'logQueryInterval=2', `${transport}=${server}`];
      return {
        instances: [
          { name: ptp, service: 'ptp4l', global, sections: { unicast_master_table_1: table } },
          follower(phc, ptp, domain),
        ],
        interfaces: [up(['unicast_master_table=1'])],
      };
    }
    case 'phc2sys-ha': {
      const global = [
        'ha_enabled=1',
        `ha_phc2sys_com_socket=/var/run/phc2sys-${prefix}`,
        'cmdline_opts=-a -r',
      ];
      const source = (name: string, port: string, priority: number, of: string, of1: string): Face => ({
        ...{ name: `${prefix}-${name}`, instance: prefix, port },
        parameters: [
          `ha_priority=${priority}`,
          `ha_uds_address=/var/run/ptp4l-${(fields[of] ?? '').trim()}`,
          `ha_domainNumber=${(fields[of1] ?? '').trim()}`,
        ],
      });
      return {
        instances: [{ name: prefix, service: 'phc2sys', global }],
        interfaces: [
          source('first', 'first', 100, 'one', 'oneDomain'),
          source('second', 'second', 50, 'two', 'twoDomain'),
        ],
      };
    }
  }
}

/**
 * The calls of a preset in their order: make, fill, assign, and let the hosts follow PTP. Applying is left to the person,
 * or is the last one.
 */
export function presetCalls(choice: PresetChoice, apply: boolean): ClockCall[] {
  const { instances, interfaces } = partsOf(choice);
  const hosts = choice.hosts.map(({ host }) => host);
  return [
    ...instances.flatMap(({ name, service, global, sections }): ClockCall[] => [
      { do: 'instance.create', name, service },
      ...Object.entries({ global, ...sections }).map(
        ([section, texts]): ClockCall => ({
          ...{ do: 'parameters.add', of: 'instance', name, section, pairs: pairsOf(texts) },
        }),
      ),
    ]),
    ...interfaces.flatMap(({ name, instance, parameters }): ClockCall[] => [
      { do: 'interface.create', name, instance },
      {
        ...{ do: 'parameters.add', of: 'interface', name, section: 'global', pairs: pairsOf(parameters) },
      },
    ]),
    ...hosts.flatMap((host) =>
      instances.map(({ name }): ClockCall => ({ do: 'instance.assign', name, host })),
    ),
    ...choice.hosts.flatMap(({ host, ports }) =>
      interfaces.map(
        ({ name, port }): ClockCall => ({ do: 'interface.assign', name, host, interface: ports[port] ?? '' }),
      ),
    ),
    ...hosts.map((host): ClockCall => ({ do: 'host.follow', host, to: 'ptp' })),
    ...(apply ? [{ do: 'apply' } as const] : []),
  ];
}
