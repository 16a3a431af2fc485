import Link from 'next/link';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Note, type NoteTone } from '@/components/ui/note';
import type { Alarm, Severity } from '@/lib/domain/alarm';

const TONES: Record<Severity, NoteTone> = {
  critical: 'crit',
  major: 'major',
  minor: 'minor',
  warning: 'info',
};

/** An active alarm, with the way to it. */
export function SensorAlarmNote(props: { alarm: Alarm; title: string; className?: string }) {
  const { alarm, title, className } = props;
  return (
    <Note
      tone={TONES[alarm.severity]}
      icon={<SeverityGlyph severity={alarm.severity} size={16} />}
      {...(className ? { className } : {})}
      title={title}
    >
      <span className="mono">{alarm.alarmId}</span> {alarm.reason}{' '}
      <Link className="link link-in-text" href={`/alarms?open=${encodeURIComponent(alarm.id)}`}>
        Open the alarm
      </Link>
    </Note>
  );
}
