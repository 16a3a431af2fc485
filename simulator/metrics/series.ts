/**
 * Samples of a host's clocks under the names of the common exporter for linuxptp (OpenShift's linuxptp-daemon), with its
 * labels: `from` what the offset is measured against, `iface`, `node`, `process`.
 */
import type { LockState } from '../timing/outages';
import type { HostReading } from '../timing/reading';

export type Labels = Record<string, string>;
export type Sample = { name: MetricName; labels: Labels; value: number };

export const METRICS = [
  ['openshift_ptp_offset_ns', 'Offset from the source, nanoseconds'],
  ['openshift_ptp_delay_ns', 'Mean path delay to the source, nanoseconds'],
  ['openshift_ptp_frequency_adjustment_ns', 'Frequency adjustment, parts per billion'],
  ['openshift_ptp_clock_state', '0 = FREERUN, 1 = LOCKED, 2 = HOLDOVER'],
  ['openshift_ptp_clock_class', 'clockClass of IEEE 1588'],
  [
    'openshift_ptp_interface_role',
    '0 = PASSIVE, 1 = SLAVE, 2 = MASTER, 3 = FAULTY, 4 = UNKNOWN, 5 = LISTENING',
  ],
  ['openshift_ptp_process_status', '0 = DOWN, 1 = UP'],
] as const;
export type MetricName = (typeof METRICS)[number][0];

const STATES: Record<LockState, number> = { FREERUN: 0, LOCKED: 1, HOLDOVER: 2 };

export function samplesOf(reading: HostReading): Sample[] {
  const { host: node, ptp, system, card } = reading;
  const found: Sample[] = [];
  const add = (labels: Labels, values: Partial<Record<MetricName, number>>) => {
    for (const [name] of METRICS) {
      const value = values[name];
      if (value !== undefined) found.push({ name, labels, value });
    }
  };
  for (const one of ptp) {
    const labels = { from: 'master', iface: one.interface, node, process: 'ptp4l' };
    add(labels, {
      openshift_ptp_clock_state: STATES[one.state],
      openshift_ptp_clock_class: one.clockClass,
      openshift_ptp_interface_role: one.portRole,
      openshift_ptp_process_status: one.running ? 1 : 0,
      // A grandmaster's port measures nothing, and no process, no measurement.
      ...(one.role !== 'T-GM' &&
        one.running && {
          openshift_ptp_offset_ns: one.offsetNs,
          openshift_ptp_delay_ns: one.delayNs,
          openshift_ptp_frequency_adjustment_ns: one.frequencyPpb,
        }),
    });
  }
  if (card) {
    const labels = { from: 'gnss', iface: card.interface, node, process: 'ts2phc' };
    add(labels, {
      openshift_ptp_offset_ns: card.offsetNs,
      openshift_ptp_frequency_adjustment_ns: card.frequencyPpb,
      openshift_ptp_clock_state: STATES[card.state],
    });
  }
  if (system) {
    const labels = { from: 'phc', iface: 'CLOCK_REALTIME', node, process: 'phc2sys' };
    add(labels, {
      openshift_ptp_offset_ns: system.offsetNs,
      openshift_ptp_delay_ns: system.delayNs,
      openshift_ptp_frequency_adjustment_ns: system.frequencyPpb,
      openshift_ptp_clock_state: STATES[system.state],
    });
  }
  return found;
}

/** Prometheus text exposition format 0.0.4. */
export function exposition(samples: readonly Sample[]): string {
  const lines = METRICS.flatMap(([name, help]) => {
    const own = samples.filter((sample) => sample.name === name);
    if (own.length === 0) return [];
    const values = own.map(({ labels, value }) => `${name}{${labelText(labels)}} ${value}`);
    return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...values];
  });
  return `${lines.join('\n')}\n`;
}

function labelText(labels: Labels): string {
  const escaped = (text: string) => text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');
}
