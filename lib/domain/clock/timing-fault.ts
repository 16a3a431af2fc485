/**
 * What an alarm about time says: 100.119 (PTP, SyncE, GNSS) and 100.114 (NTP), and the rows of the event log under the
 * same ids. The form is in the entity instance id, as the collectd plugins ptp.py, synce.py, ptp_gnss_monitor.py and
 * ntpq.py write it (starlingx/monitoring); figures are in the reason text alone.
 */
import { entityHost } from '../alarm';
import type { Unknown } from '../host';
import type { ClockState } from './clock-state';
import { type TimingFigures, timingFigures } from './timing-figures';

export const TIMING_FORMS = [
  'process',
  'no-lock',
  'out-of-tolerance',
  'holdover',
  'gnss-signal-loss',
  '1pps-signal-loss',
  'tspll-cfg-mismatch',
  'unsupported-hw',
  'unsupported-sw',
  'unsupported-legacy',
  'phc2sys-no-source',
  'phc2sys-forced',
  'phc2sys-low-priority',
  'phc2sys-failover',
  'phc2sys-no-prc-lock',
  'gnss-monitor-signal-loss',
  'gnss-monitor-satellites',
  'gnss-monitor-quality',
  'synce-source-loss',
  'synce-process',
  'ntp-no-servers',
  'ntp-server',
  /** None of the above: kept, readable, and counted as degraded. */
  'other',
] as const;
export type TimingForm = (typeof TIMING_FORMS)[number];

export type TimingFault = {
  form: TimingForm;
  /** `100.119` or `100.114`. */
  alarmId: string;
  entity: string;
  /** Hostname. */
  host: Unknown<string>;
  /** PTP instance, whatever its service. */
  instance: Unknown<string>;
  /** Network interface as Linux names it (a port, not sysinv's interface name). */
  interface: Unknown<string>;
  /** GNSS receiver, e.g. `/dev/gnss0`. */
  device: Unknown<string>;
  /** NTP server. */
  server: Unknown<string>;
  /**
   * What it says of the clock it is about. For a lost GNSS or 1PPS signal that is the worst it can mean: a host that
   * has another source of time is degraded by it (derive.ts knows).
   */
  state: Extract<ClockState, 'freerun' | 'holdover' | 'degraded' | 'out-of-tolerance'>;
  /** SyncE: frequency alone, never part of the state of time. */
  frequencyOnly: boolean;
  /** In two or three words: `Not locked`, `GNSS signal`. */
  label: string;
  figures: TimingFigures;
  reason: string;
};

/** An alarm, or a row of the event log under an alarm's id. */
export type TimingReport = {
  alarmId: string;
  entity: string;
  reason: string;
};

type Form = {
  form: TimingForm;
  alarmId: '100.119' | '100.114';
  entity: RegExp;
  state: TimingFault['state'];
  label: string;
  frequencyOnly?: true;
};

/** Tried top to bottom. Names may hold dots: what surrounds them is matched, not they. */
const FORMS: readonly Form[] = [
  ptp('process', /\.instance=(?<instance>.+)\.ptp$/, 'freerun', 'Service not running'),
  ptp('no-lock', /\.instance=(?<instance>.+)\.ptp=no-lock$/, 'freerun', 'Not locked'),
  ptp(
    'out-of-tolerance',
    /\.instance=(?<instance>.+)\.ptp=out-of-tolerance$/,
    'out-of-tolerance',
    'Out of tolerance',
  ),
  ptp('holdover', /\.instance=(?<instance>.+)\.ptp=holdover$/, 'holdover', 'DPLL holdover'),
  ptp(
    'gnss-monitor-signal-loss',
    /\.gnss-monitor=(?<instance>.+)\.device_path=(?<device>.+)\.ptp=GNSS-signal-loss$/,
    'freerun',
    'GNSS signal',
  ),
  ptp(
    'gnss-monitor-satellites',
    /\.gnss-monitor=(?<instance>.+)\.device_path=(?<device>.+)\.ptp=GNSS-satellite-count$/,
    'degraded',
    'GNSS satellite count',
  ),
  ptp(
    'gnss-monitor-quality',
    /\.gnss-monitor=(?<instance>.+)\.device_path=(?<device>.+)\.ptp=GNSS-signal-quality-db$/,
    'degraded',
    'GNSS signal quality',
  ),
  ptp('gnss-signal-loss', /\.interface=(?<interface>.+)\.ptp=GNSS-signal-loss$/, 'freerun', 'GNSS signal'),
  ptp('1pps-signal-loss', /\.interface=(?<interface>.+)\.ptp=1PPS-signal-loss$/, 'freerun', '1PPS signal'),
  ptp(
    'tspll-cfg-mismatch',
    /\.interface=(?<interface>.+)\.ptp=tspll-cfg-mismatch$/,
    'degraded',
    'TSPLL configuration',
  ),
  ptp('unsupported-hw', unsupported('hardware'), 'degraded', 'Hardware timestamping unsupported'),
  ptp('unsupported-sw', unsupported('software'), 'degraded', 'Software timestamping unsupported'),
  ptp('unsupported-legacy', unsupported('legacy'), 'degraded', 'Legacy timestamping unsupported'),
  ptp('phc2sys-no-source', phc2sys('no-source-clock'), 'freerun', 'phc2sys without a source'),
  ptp('phc2sys-forced', phc2sys('forced-clock-selection'), 'degraded', 'phc2sys source forced'),
  ptp('phc2sys-low-priority', phc2sys('source-clock-low-priority'), 'degraded', 'phc2sys on a lower source'),
  ptp('phc2sys-failover', phc2sys('source-failover'), 'degraded', 'phc2sys changed its source'),
  ptp(
    'phc2sys-no-prc-lock',
    phc2sys('source-clock-no-prc-lock'),
    'degraded',
    'phc2sys source without PRC lock',
  ),
  {
    ...ptp(
      'synce-source-loss',
      /\.interface=(?<interface>.+)\.synce=source-loss$/,
      'holdover',
      'SyncE source lost',
    ),
    frequencyOnly: true,
  },
  {
    ...ptp(
      'synce-process',
      /\.instance=(?<instance>.+)\.synce=not-running$/,
      'degraded',
      'SyncE service not running',
    ),
    frequencyOnly: true,
  },
  {
    form: 'ntp-no-servers',
    alarmId: '100.114',
    entity: /\.ntp$/,
    state: 'freerun',
    label: 'NTP without servers',
  },
  {
    form: 'ntp-server',
    alarmId: '100.114',
    entity: /\.ntp=(?<server>.+)$/,
    state: 'degraded',
    label: 'NTP server',
  },
];

function ptp(form: TimingForm, entity: RegExp, state: TimingFault['state'], label: string): Form {
  return { form, alarmId: '100.119', entity, state, label };
}

function unsupported(mode: string): RegExp {
  return new RegExp(`\\.ptp=(?<interface>.+)\\.unsupported=${mode}-timestamping$`);
}

/** The first `phc2sys` names the instance, the last says what is wrong with it. */
function phc2sys(condition: string): RegExp {
  return new RegExp(`\\.phc2sys=(?<instance>.+?)(?:\\.interface=(?<interface>.+))?\\.phc2sys=${condition}$`);
}

/** Alarms about time, and events under their ids. */
export const isTimingId = (alarmId: string): boolean => alarmId === '100.119' || alarmId === '100.114';

const OTHER = { form: 'other', state: 'degraded' } as const;
const otherLabel = (alarmId: string, entity: string): string => {
  if (alarmId === '100.114') return 'NTP without servers';
  // A condition that the plugins may learn later still reads as what it is about.
  if (/\.phc2sys=[\w-]+$/.test(entity)) return 'Source of phc2sys';
  if (/\.unsupported=[\w-]+$/.test(entity)) return 'Timestamping';
  return /\.ptp=GNSS-[\w-]+$/.test(entity) ? 'GNSS signal' : 'Other PTP';
};

/** Reads one alarm or event about time; undefined when it is about something else. */
export function timingFault(report: TimingReport): TimingFault | undefined {
  const { alarmId, entity, reason } = report;
  if (!isTimingId(alarmId)) return undefined;
  const figures = timingFigures(reason);
  const base = { alarmId, entity, reason, figures, host: entityHost(entity) ?? null };
  const found = FORMS.find((form) => form.alarmId === alarmId && form.entity.test(entity));
  if (!found) {
    const nothing = { instance: null, interface: null, device: null, server: null };
    const frequencyOnly = /\.synce=[\w-]+$/.test(entity);
    return { ...base, ...OTHER, ...nothing, frequencyOnly, label: otherLabel(alarmId, entity) };
  }
  const names = found.entity.exec(entity)?.groups ?? {};
  return {
    ...base,
    form: found.form,
    instance: names.instance ?? null,
    interface: names.interface ?? figures.interface,
    device: names.device ?? null,
    server: names.server ?? null,
    state: stateOf(found, figures),
    frequencyOnly: found.frequencyOnly ?? false,
    label: found.label,
  };
}

/** The text of a lost signal says whether the oscillator still holds. */
function stateOf({ form, state }: Form, { condition }: TimingFigures): TimingFault['state'] {
  if (form === 'synce-source-loss') return condition === 'holdover' ? 'holdover' : 'freerun';
  const bySignal = ['gnss-signal-loss', '1pps-signal-loss', 'gnss-monitor-signal-loss'].includes(form);
  return bySignal && condition === 'holdover' ? 'holdover' : state;
}
