'use client';
/** How many alarms there are of each severity, and how that has changed. */
import { UnknownGlyph } from '@/components/ui/glyphs/glyph';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { atLeastWord, SEVERITIES, type Severity } from '@/lib/domain/alarm';
import { newOf } from '@/lib/domain/alarm-watch';
import { formatCount } from '@/lib/format/number';
import { raiseFirst } from '@/lib/format/words';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { useArrivals, useTrend } from './use-board';
import { useWallNow } from './wall-clock';

export function WallCounts() {
  const { sums } = useActiveAlarms();
  const trend = useTrend();
  const since = useArrivals();
  const now = useWallNow();
  return (
    <ul className="wall-counts" aria-label="Active alarms">
      {SEVERITIES.map((severity) => (
        <Count
          key={severity}
          severity={severity}
          count={sums?.counts[severity]}
          capped={sums?.standing.capped ?? false}
          change={trend?.[severity]}
          fresh={sums ? newOf(severity, sums.standing.alarms, since, now).length : 0}
        />
      ))}
    </ul>
  );
}

type CountProps = {
  severity: Severity;
  /** Undefined: never read. */
  count: number | undefined;
  /** There may be more. */
  capped: boolean;
  /** Undefined: cannot be known. */
  change: number | undefined;
  /** How many came within the last minute. */
  fresh: number;
};

function Count({ severity, count, capped, change, fresh }: CountProps) {
  return (
    <li
      className="wall-count"
      data-severity={count ? severity : undefined}
      data-digits={count === undefined ? undefined : digitsOf(atLeastWord(count, capped))}
      data-unknown={count === undefined || undefined}
      data-new={(severity === 'critical' && fresh > 0) || undefined}
    >
      {count === undefined ? (
        <UnknownGlyph className="wall-glyph-l" />
      ) : (
        <SeverityGlyph severity={severity} className="wall-glyph-l" />
      )}
      {count !== undefined && <span className="wall-number">{atLeastWord(count, capped)}</span>}
      <span className="wall-count-words">
        <span className="wall-label">{raiseFirst(severity)}</span>
        <span className="wall-sub">
          {count === undefined ? 'Unknown' : fresh > 0 ? `${formatCount(fresh)} new` : <Change by={change} />}
        </span>
      </span>
    </li>
  );
}

const DIGITS = [undefined, undefined, 'two', 'three', 'many', 'many'] as const;

/** How wide a count is, so that a wide one leaves room for the word beside it: `7`, `12`, `703`, `1,902`, `1,902+`. */
const digitsOf = (word: string) => (word.length < DIGITS.length ? DIGITS[word.length] : 'most');

function Change({ by }: { by: number | undefined }) {
  if (by === undefined) return <Words short="? in 1 h" said="How it was an hour ago is unknown" />;
  if (by === 0) return <Words short="± 0 in 1 h" said="As many as an hour ago" />;
  const many = formatCount(Math.abs(by));
  return (
    <>
      <Arrow up={by > 0} />
      <Words short={`${many} in 1 h`} said={`${many} ${by > 0 ? 'more' : 'fewer'} than an hour ago`} />
    </>
  );
}

/** A sign that is read at a glance, and the sentence that a reader hears in its place. */
function Words({ short, said }: { short: string; said: string }) {
  return (
    <>
      <span aria-hidden>{short}</span>
      <span className="sr-only">{said}</span>
    </>
  );
}

function Arrow({ up }: { up: boolean }) {
  return (
    <svg viewBox="0 0 10 10" className="wall-arrow" aria-hidden="true">
      <path d={up ? 'M5 1 9.5 9H.5z' : 'M5 9 .5 1h9z'} fill="currentColor" />
    </svg>
  );
}
