import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { Alarm, Severity } from '@/lib/domain/alarm';

const TONES: Record<Severity, 'crit' | 'major' | 'minor' | 'info'> = {
  critical: 'crit',
  major: 'major',
  minor: 'minor',
  warning: 'info',
};

/** The worst alarm of a host in the platform's own words, and how many more there are. */
export function WorstAlarm({ alarms }: { alarms: readonly Alarm[] | null }) {
  if (alarms === null) return null;
  const [worst, ...others] = alarms;
  if (!worst) return null;
  return (
    <Note
      className="alarm-reading"
      tone={TONES[worst.severity]}
      icon={<SeverityGlyph severity={worst.severity} size={16} />}
      title={worst.reason}
    >
      <span className="mono">{worst.alarmId}</span> on{' '}
      <span className="mono [overflow-wrap:anywhere]">{worst.entity}</span>, for{' '}
      <Time at={worst.raisedAt} form="age" />.{worst.repair && ` ${worst.repair}`}
      {others.length > 0 && ` ${others.length} more on this host.`}
    </Note>
  );
}
