'use client';
/** An alarm of storage in one line, with the way to it. */
import Link from 'next/link';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Time } from '@/components/ui/time';
import type { Alarm } from '@/lib/domain/alarm';
import { entityPlace } from '@/lib/domain/alarm-entity';
import { raiseFirst } from '@/lib/format/words';

export function AlarmLine({ alarm }: { alarm: Alarm }) {
  return (
    <div className="flex items-start gap-2">
      <SeverityGlyph
        severity={alarm.suppressed ? 'suppressed' : alarm.severity}
        size={16}
        title={`${raiseFirst(alarm.severity)}${alarm.suppressed ? ', hidden by suppression' : ''}`}
      />
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">
          <Link
            className="link inline-block max-md:py-2.5"
            href={`/alarms?open=${encodeURIComponent(alarm.id)}`}
            prefetch={false}
          >
            {alarm.reason}
          </Link>
        </p>
        <p className="text-small text-ink-3">
          <span className="mono">{alarm.alarmId}</span>, {entityPlace(alarm.entity)},{' '}
          <Time at={alarm.raisedAt} form="age" />
        </p>
      </div>
    </div>
  );
}
