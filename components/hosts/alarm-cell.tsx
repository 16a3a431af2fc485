import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { type Alarm, countAlarms, SEVERITIES } from '@/lib/domain/alarm';

/** Counts by severity, worst first. "None" only when fault management was asked and has none. */
export function AlarmCell({ alarms }: { alarms: readonly Alarm[] | null }) {
  if (alarms === null) return <span className="text-unk-fg">Unknown</span>;
  if (alarms.length === 0) return <span className="alarm-reading text-ink-3">None</span>;
  const counts = countAlarms(alarms);
  return (
    <span className="alarm-reading inline-flex items-center gap-2.5 align-top">
      {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
        <span key={severity} className="flex items-center gap-1 font-medium tabular-nums">
          <SeverityGlyph severity={severity} size={14} />
          {counts[severity]}
          <VisuallyHidden> {severity}</VisuallyHidden>
        </span>
      ))}
    </span>
  );
}
