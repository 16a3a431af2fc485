/** Parameters of ptp4l (linuxptp ptp4l.8), the platform's monitoring of it, and unicast tables. */
import { MONITORING_PARAMETERS } from './ptp-monitoring-parameters';
import type { ParameterHelp } from './ptp-parameter-help';

type Rest = Omit<ParameterHelp, 'name' | 'section'>;
const flag = (value: '0' | '1', help: string): Rest => ({ kind: 'flag', default: value, help });
const text = (value: string | null, help: string): Rest => ({ kind: 'text', default: value, help });
const choice = (value: string | null, choices: readonly string[], help: string): Rest => ({
  ...{ kind: 'choice', default: value, choices, help },
});
const number = (
  value: string,
  range: readonly [number, number] | null,
  help: string,
  unit?: string,
): Rest => ({
  ...{ kind: 'number', default: value, help },
  ...(range ? { range } : {}),
  ...(unit ? { unit } : {}),
});

const GLOBAL: Readonly<Record<string, Rest>> = {
  domainNumber: number(
    '0',
    [0, 255],
    'Clocks hear only those of their own domain. G.8275.1 uses 24 to 43, G.8275.2 uses 44 to 63.',
  ),
  network_transport: choice(
    'UDPv4',
    ['L2', 'UDPv4', 'UDPv6'],
    'What messages travel on. G.8275.1 uses L2, which is Ethernet.',
  ),
  dataset_comparison: choice(
    'ieee1588',
    ['ieee1588', 'G.8275.x'],
    'How the best clock is chosen. Telecom profiles use G.8275.x.',
  ),
  'G.8275.defaultDS.localPriority': number(
    '128',
    [1, 255],
    'Breaks a tie between this clock and others under G.8275.x. Lower wins.',
  ),
  maxStepsRemoved: number('255', [2, 255], 'Clocks further from their grandmaster than this are ignored.'),
  slaveOnly: flag('0', 'This clock only takes time, and never gives it. Newer linuxptp calls it clientOnly.'),
  clientOnly: flag('0', 'This clock only takes time, and never gives it. Older linuxptp calls it slaveOnly.'),
  gmCapable: flag('1', 'This clock may become grandmaster when it hears no better one.'),
  masterOnly: flag(
    '0',
    'Every port only gives time, unless a port says otherwise. Newer linuxptp calls it serverOnly.',
  ),
  serverOnly: flag(
    '0',
    'Every port only gives time, unless a port says otherwise. Older linuxptp calls it masterOnly.',
  ),
  priority1: number(
    '128',
    [0, 255],
    'First in the choice of the best clock. Lower wins. Telecom profiles ignore it.',
  ),
  priority2: number('128', [0, 255], 'Breaks a tie between equal clocks. Lower wins.'),
  clockClass: number(
    '248',
    [0, 255],
    'What this clock says of itself: 6 locked to a primary reference, 7 in holdover, 248 none.',
  ),
  clockAccuracy: text('0xFE', 'How accurate this clock says it is: 0x21 is 100 ns, 0xFE is unknown.'),
  offsetScaledLogVariance: text(
    '0xFFFF',
    'How stable this clock says it is: 0x4E5D for a primary reference, 0xFFFF is unknown.',
  ),
  timeSource: text(
    '0xA0',
    'Where time comes from, as announced: 0x20 is GNSS, 0xA0 an oscillator of its own.',
  ),
  twoStepFlag: flag(
    '1',
    'The instant of a Sync message follows in a message of its own. Most cards need it.',
  ),
  boundary_clock_jbod: flag(
    '0',
    'Ports may be on several cards whose clocks something else keeps together. Boundary clocks over two cards need 1.',
  ),
  tx_timestamp_timeout: number(
    '10',
    [1, 1_000],
    'How long to wait for the instant at which a message left the card. Too short, and a port is declared faulty.',
    'ms',
  ),
  summary_interval: number('0', [-10, 22], 'How often statistics are written, as a power of two of seconds.'),
  logging_level: number('6', [0, 7], 'How much is logged: 6 is information, 7 is everything.'),
  clock_servo: choice(
    'pi',
    ['pi', 'linreg', 'ntpshm', 'refclock_sock', 'nullf'],
    'How the clock is steered to its source.',
  ),
  step_threshold: number(
    '0.0',
    null,
    'Offsets above this are corrected at once instead of slowly. 0 never does so after the start.',
    's',
  ),
  first_step_threshold: number('0.00002', null, 'The same for the first correction after the start.', 's'),
  max_frequency: number(
    '900000000',
    [0, 2_147_483_647],
    'The most that the clock is sped up or slowed down.',
    'ppb',
  ),
  time_stamping: choice(
    'hardware',
    ['hardware', 'software', 'legacy', 'onestep', 'p2p1step'],
    'Where instants are taken. Telecom needs hardware.',
  ),
  hybrid_e2e: flag(
    '0',
    'Delay requests go to one clock only while the rest is multicast. G.8275.2 and hybrid networks use it.',
  ),
  unicast_listen: flag('0', 'Grants time to clocks that ask for it by unicast.'),
  unicast_req_duration: number('3600', [10, 65_535], 'For how long a unicast contract is asked for.', 's'),
  inhibit_multicast_service: flag('0', 'Sends no multicast at all, for networks that are unicast only.'),
  dscp_event: number('0', [0, 63], 'Priority that IP packets with instants ask of the network.'),
  dscp_general: number('0', [0, 63], 'Priority that other IP packets ask of the network.'),
  free_running: flag('0', 'Measures, and leaves the clock alone.'),
  uds_address: text(
    '/var/run/ptp4l',
    'Socket where other programs ask this instance. The platform sets one of its own for each instance.',
  ),
  cmdline_opts: text(null, 'Options for the command line of the service, as one text.'),
};

/** Of a port; in the global section for every port that does not say otherwise. */
export const PORT: Readonly<Record<string, Rest>> = {
  logAnnounceInterval: number(
    '1',
    [-10, 22],
    'Announce messages are this far apart, as a power of two of seconds. G.8275.1 uses -3.',
  ),
  logSyncInterval: number(
    '0',
    [-10, 22],
    'Sync messages are this far apart, as a power of two of seconds. G.8275.1 uses -4.',
  ),
  logMinDelayReqInterval: number(
    '0',
    [-10, 22],
    'Delay requests are at least this far apart, as a power of two of seconds. G.8275.1 uses -4.',
  ),
  announceReceiptTimeout: number(
    '3',
    [2, 255],
    'So many announcements may be missed before a source counts as gone.',
  ),
  syncReceiptTimeout: number(
    '0',
    [0, 255],
    'So many Sync messages may be missed before a source counts as gone. 0 does not look.',
  ),
  delay_mechanism: choice(
    'E2E',
    ['E2E', 'P2P', 'Auto', 'NONE'],
    'How the delay of the path is measured: to the source, or link by link.',
  ),
  'G.8275.portDS.localPriority': number(
    '128',
    [1, 255],
    'Breaks a tie between ports under G.8275.x. Lower wins.',
  ),
  ptp_dst_mac: text(
    '01:1B:19:00:00:00',
    'Where messages on Ethernet go. 01:80:C2:00:00:0E stays on the link.',
  ),
  egressLatency: number(
    '0',
    null,
    'Time between the instant that is taken and the wire, on the way out.',
    'ns',
  ),
  ingressLatency: number('0', null, 'The same on the way in.', 'ns'),
  delayAsymmetry: number('0', null, 'How much longer one direction of the link takes.', 'ns'),
  fault_reset_interval: number(
    '4',
    [-128, 127],
    'A faulty port waits so long, as a power of two of seconds. -128 does not wait.',
  ),
};

const TABLE: Readonly<Record<string, Rest>> = {
  table_id: number('1', [1, 255], 'Number of the table; a PTP interface names it by unicast_master_table.'),
  logQueryInterval: number(
    '0',
    [-10, 22],
    'How often sources are asked for a contract, as a power of two of seconds.',
  ),
  peer_address: text(null, 'Address of the one source in peer-to-peer networks.'),
  UDPv4: text(null, 'Address of a source. Several are allowed, each a line of its own.'),
  UDPv6: text(null, 'IPv6 address of a source. Several are allowed.'),
  L2: text(null, 'MAC address of a source. Several are allowed.'),
};

const inSection = (section: string, list: Readonly<Record<string, Rest>>): ParameterHelp[] =>
  Object.entries(list).map(([name, rest]) => ({ name, section, ...rest }));

export const PTP4L_PARAMETERS: readonly ParameterHelp[] = [
  ...inSection('global', { ...GLOBAL, ...PORT }),
  MONITORING_PARAMETERS.HOLDOVER,
  MONITORING_PARAMETERS.THRESHOLD_MINOR,
  MONITORING_PARAMETERS.THRESHOLD_MAJOR,
  ...inSection('unicast_master_table*', TABLE),
];
