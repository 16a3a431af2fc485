'use client';
/** Alarm counts by severity, and how many of each are new. The same reading as the tally in the top bar. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useNow } from '@/components/ui/clock';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { atLeastWord, cappedSentence, SEVERITIES } from '@/lib/domain/alarm';
import { raiseFirst } from '@/lib/format/words';
import { useActiveAlarms } from '@/lib/queries/active-alarms';

const HOUR_MS = 3_600_000;

export function AlarmStrip() {
  const { seen, sums, stale } = useActiveAlarms();
  const now = useNow(60_000);
  if (!seen) return <SkeletonBlock className="h-14" />;
  const alarms = seen.data?.alarms;
  const counts = sums?.counts;
  const capped = seen.data?.capped ?? false;
  const hidden = new Set(alarms?.filter(({ suppressed }) => suppressed).map(({ alarmId }) => alarmId));
  const recent = (severity: string) =>
    sums?.standing.alarms.filter((alarm) => alarm.severity === severity && now - alarm.raisedAt < HOUR_MS)
      .length;
  return (
    <div className="flex flex-col gap-1.5">
      <ul
        aria-label="Active alarms"
        data-stale={stale || undefined}
        className="panel grid grid-cols-2 gap-px bg-hair md:grid-cols-[repeat(4,minmax(0,1fr))_auto] lg:grid-cols-5 data-stale:grayscale"
      >
        {SEVERITIES.map((severity) => (
          <Count
            key={severity}
            glyph={<SeverityGlyph severity={severity} size={26} />}
            count={counts?.[severity]}
            capped={capped}
            word={raiseFirst(severity)}
            detail={counts ? `${recent(severity)} in the last hour` : 'Could not be read'}
          />
        ))}
        <Count
          glyph={<SeverityGlyph severity="suppressed" size={26} />}
          count={counts?.suppressed}
          capped={capped}
          word="Suppressed"
          detail={
            hidden.size === 0
              ? counts
                ? 'No alarm is hidden'
                : 'Could not be read'
              : [...hidden].sort().join(', ')
          }
          href="/alarms/suppression?state=suppressed"
        />
      </ul>
      {seen.data?.capped && <p className="text-small text-unk-fg">{cappedSentence(seen.data)}</p>}
    </div>
  );
}

type CountProps = {
  glyph: ReactNode;
  count: number | undefined;
  /** There may be more. */
  capped: boolean;
  word: string;
  detail: string;
  /** Where the word leads. */
  href?: string;
};

function Count({ glyph, count, capped, word, detail, href }: CountProps) {
  return (
    <li className="flex min-w-0 items-center gap-2 bg-surface px-2.5 py-2.5 last:max-md:col-span-full lg:gap-3 lg:px-3.5">
      {glyph}
      {count === undefined ? (
        <span className="text-title text-unk-fg">Unknown</span>
      ) : (
        <span className={`font-semibold text-figure tabular-nums ${count === 0 ? 'text-ink-3' : ''}`}>
          {capped ? atLeastWord(count, true) : count}
        </span>
      )}
      <span className="flex min-w-0 flex-col">
        {href === undefined ? (
          <span className="truncate font-medium">{word}</span>
        ) : (
          <Link href={href} prefetch={false} className="link truncate font-medium max-md:py-3">
            {word}
          </Link>
        )}
        <span className="text-ink-3 text-small md:max-lg:hidden lg:truncate" title={detail}>
          {detail}
        </span>
      </span>
    </li>
  );
}
