/** What a timeline draws: a row per severity, and one for plain logs. */
type Severity = 'critical' | 'major' | 'minor' | 'warning';

export type TimelineRow = {
  id: string;
  /** Alarms of this severity, as bars from raised to cleared; null for logs, which are marks without a length. */
  severity: Severity | null;
  /** Epoch milliseconds. `to` is null while it stands: the bar reaches "now". */
  spans: readonly { key: string; from: number; to: number | null; title: string }[];
};

const LOOKS: Record<Severity, { label: string; ink: string }> = {
  critical: { label: 'Critical', ink: 'text-crit-fill' },
  major: { label: 'Major', ink: 'text-major-fill' },
  minor: { label: 'Minor', ink: 'text-minor-fill' },
  warning: { label: 'Warning', ink: 'text-warn-fill' },
};
const LOGS = { label: 'Logs', ink: 'text-series-1' };
export const rowLook = ({ severity }: Pick<TimelineRow, 'severity'>) =>
  severity === null ? LOGS : LOOKS[severity];
