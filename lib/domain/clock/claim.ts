/** One thing that somebody says of a clock: an alarm, or a live reading. What all of them come to is derive.ts. */
import type { Alarm } from '../alarm';
import type { Unknown } from '../host';
import type { ClockState } from './clock-state';
import { heldByPll } from './fault-weight';
import type { ChainKind, Evidence } from './host-clock';
import { type HostPtp, membersOf } from './host-ptp';
import type { LiveReading, LockState } from './live-reading';
import type { TimingFault } from './timing-fault';

export type Claim = {
  /** Link of the chain that it is about; null: the host as a whole. */
  kind: Unknown<ChainKind>;
  instance: Unknown<string>;
  interface: Unknown<string>;
  state: ClockState;
  at: Unknown<number>;
  /** `Not locked`, `ptp-lock HOLDOVER`. */
  what: string;
  evidence: Evidence;
  frequencyOnly: boolean;
};

export type FaultAlarm = { fault: TimingFault; alarm: Alarm };

const KIND_OF_SERVICE: Record<string, ChainKind> = {
  ptp4l: 'ptp4l',
  phc2sys: 'phc2sys',
  ts2phc: 'ts2phc',
  clock: 'ts2phc',
  'dpll-mgr': 'dpll',
  'gnss-monitor': 'gnss',
};

/** Which link a fault is about. An instance that the configuration does not know is told by its unit, or by its form. */
function kindOf(fault: TimingFault, ptp: HostPtp): Unknown<ChainKind> {
  switch (fault.form) {
    case 'gnss-signal-loss':
    case 'gnss-monitor-signal-loss':
    case 'gnss-monitor-satellites':
    case 'gnss-monitor-quality':
      return 'gnss';
    case '1pps-signal-loss':
      return 'ts2phc';
    case 'tspll-cfg-mismatch':
      return ptp.instances.some(({ service }) => service === 'dpll-mgr') ? 'dpll' : 'ts2phc';
    case 'unsupported-hw':
    case 'unsupported-sw':
    case 'unsupported-legacy':
      return 'ptp4l';
    case 'phc2sys-no-source':
    case 'phc2sys-forced':
    case 'phc2sys-low-priority':
    case 'phc2sys-failover':
    case 'phc2sys-no-prc-lock':
      return 'phc2sys';
    case 'ntp-no-servers':
    case 'ntp-server':
      return 'system-clock';
    case 'synce-source-loss':
    case 'synce-process':
    case 'other':
      return null;
    case 'process':
    case 'no-lock':
    case 'out-of-tolerance':
    case 'holdover': {
      const known = ptp.instances.find(({ name }) => name === fault.instance)?.service;
      const unit = fault.figures.unit?.split('@')[0];
      const guess = fault.form === 'holdover' ? 'dpll' : 'ptp4l';
      return KIND_OF_SERVICE[known ?? unit ?? ''] ?? guess;
    }
  }
}

/** What a fault comes to on this host, beside its other faults. */
function stateOn(
  { fault }: FaultAlarm,
  all: readonly FaultAlarm[],
  ptp: HostPtp,
  cfg: Unknown<string>,
  fresh: readonly LiveReading[],
): ClockState {
  switch (fault.form) {
    case 'no-lock':
      return saysHoldover(fault, fresh) ? 'holdover' : fault.state;
    case '1pps-signal-loss':
    case 'gnss-signal-loss':
    case 'gnss-monitor-signal-loss': {
      const others = all.map((one) => one.fault);
      const state = heldByPll(fault, others);
      return state === 'freerun' && hasOtherSource(fault, all, ptp) ? 'degraded' : state;
    }
    case 'ntp-no-servers':
      // A host that is set to PTP does not lose its time with the NTP servers.
      return cfg === 'ptp' ? 'degraded' : fault.state;
    default:
      return fault.state;
  }
}

/**
 * "Not locked" is said alike of an oscillator that carries the time and of a clock that runs free (collectd ptp.py). A
 * live source tells which: then the two agree.
 */
function saysHoldover({ instance }: TimingFault, fresh: readonly LiveReading[]): boolean {
  const said = fresh.filter(
    (reading) =>
      reading.quantity === 'ptp-lock' &&
      (reading.process === null || reading.process === 'ptp4l') &&
      (reading.instance === null || reading.instance === instance),
  );
  return said.length > 0 && said.every(({ value }) => value === 'holdover');
}

/** Is another source of time configured on the host that no alarm stands on? Only what says so expressly counts. */
function hasOtherSource(fault: TimingFault, all: readonly FaultAlarm[], ptp: HostPtp): boolean {
  const lost = (port: string) =>
    all.some(({ fault: other }) => other.interface === port && other.state === 'freerun');
  const cards = [...membersOf(ptp, 'ts2phc'), ...membersOf(ptp, 'clock')]
    .flatMap(({ ports }) => ports.map(({ port }) => port))
    // Ports of one card share its clock: enp81s0f0 and enp81s0f1.
    .filter((port) => cardOf(port) !== cardOf(fault.interface ?? ''));
  if (fault.interface !== null && cards.some((port) => !lost(port))) return true;
  return membersOf(ptp, 'ptp4l').some(
    ({ direction, instance }) =>
      direction === 'client' &&
      !all.some(({ fault: { form, instance: name } }) => form === 'no-lock' && name === instance.name),
  );
}

const cardOf = (port: string): string => port.replace(/(np\d+)?$/, '').replace(/f\d+$/, '');

/**
 * Claims of the alarms of one host.
 * @param cfg the host's clock_synchronization
 * @param fresh its live readings that are not too old
 */
export function faultClaims(
  faults: readonly FaultAlarm[],
  ptp: HostPtp,
  cfg: Unknown<string>,
  fresh: readonly LiveReading[],
): Claim[] {
  return faults.map((one): Claim => {
    const { fault, alarm } = one;
    const state = stateOn(one, faults, ptp, cfg, fresh);
    const { condition } = fault.figures;
    const what =
      fault.form === 'other'
        ? `${fault.label}: ${fault.entity}`
        : withDetail(fault.label, fault.form === 'holdover' ? null : condition);
    return {
      kind: kindOf(fault, ptp),
      ...{ instance: fault.instance, interface: fault.interface, state, what },
      at: alarm.raisedAt,
      frequencyOnly: fault.frequencyOnly,
      evidence: {
        source: 'alarm',
        sourceName: 'Fault management',
        ...{ what, state, at: alarm.raisedAt, stale: false, suppressed: alarm.suppressed },
        refers: {
          alarm: alarm.id,
          alarmId: alarm.alarmId,
          severity: alarm.severity,
          instance: fault.instance,
          interface: fault.interface ?? fault.device ?? fault.server,
        },
      },
    };
  });
}

const withDetail = (label: string, detail: Unknown<string>): string =>
  detail ? `${label}: ${detail}` : label;

/** What a receiver says of itself; a word that nobody documents says nothing. */
function gnssState(word: string): Unknown<ClockState> {
  if (/^SYNCHRONIZED$/i.test(word)) return 'locked';
  if (/^HOLDOVER$/i.test(word)) return 'holdover';
  // FAULURE: the platform's own spelling of one of them.
  return /^(NOT[-_]SYNCHRONIZED|ACQUIRING|ANTENNA|BOOTING|FAILURE|FAULURE)/i.test(word) ? 'freerun' : null;
}

const LOCKS: Record<LockState, ClockState> = { locked: 'locked', holdover: 'holdover', freerun: 'freerun' };

/** What a live reading says of the state, if it says anything: figures do not. */
function liveState(reading: LiveReading): Unknown<ClockState> {
  switch (reading.quantity) {
    case 'sync-state':
    case 'os-clock':
    case 'ptp-lock':
    case 'synce-lock':
      return LOCKS[reading.value];
    case 'gnss':
      return gnssState(reading.value);
    default:
      return null;
  }
}

const KIND_OF_QUANTITY: Partial<Record<LiveReading['quantity'], ChainKind>> = {
  'os-clock': 'system-clock',
  'ptp-lock': 'ptp4l',
  gnss: 'gnss',
};

const UNITS: Partial<Record<LiveReading['quantity'], string>> = {
  offset: 'ns',
  delay: 'ns',
  frequency: 'ppb',
};

/** A live reading as evidence, with the state it speaks for, if any. */
export function liveEvidence(reading: LiveReading, stale: boolean): Evidence {
  const { value } = reading;
  const unit = UNITS[reading.quantity];
  const said = typeof value === 'string' ? value.toUpperCase() : `${value}${unit ? ` ${unit}` : ''}`;
  return {
    source: 'live',
    sourceName: reading.sourceName,
    what: `${reading.quantity} ${said}`,
    at: reading.at,
    state: stale ? null : liveState(reading),
    stale,
    suppressed: false,
    refers: {
      ...{ alarm: null, alarmId: null, severity: null },
      instance: reading.instance,
      interface: reading.interface,
    },
  };
}

/** The claims among fresh readings. A receiver's trouble degrades a host whose own word is better; see derive.ts. */
export function liveClaims(readings: readonly LiveReading[]): Claim[] {
  return readings.flatMap((reading): Claim[] => {
    const state = liveState(reading);
    if (state === null) return [];
    const evidence = liveEvidence(reading, false);
    return [
      {
        kind: KIND_OF_QUANTITY[reading.quantity] ?? null,
        ...{ instance: reading.instance, interface: reading.interface, state, at: null },
        what: evidence.what,
        evidence,
        frequencyOnly: reading.quantity === 'synce-lock',
      },
    ];
  });
}
