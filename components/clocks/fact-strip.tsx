'use client';
/** Five facts above the tree: where to look first, how long it lasts, how far out, and what that is held against. */
import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { DEFAULT_LIMITS, isMeasured, REFERENCE_LINES } from '@/lib/domain/clock/thresholds';
import { formatOffset } from '@/lib/format/number';
import { formatAge } from '@/lib/format/time';
import { changeSearch } from '@/lib/url/address';
import { HoldoverBar, HoldoverLeft } from './holdover-left';
import { offsetLook, offsetWords } from './offset-words';
import { chooseReferenceLine, useReferenceLine } from './reference-line';
import { RowGlyph } from './state-words';
import { useClockPage } from './use-clock-page';

const plain = (ns: number) => formatOffset(ns).replace('+', '');
const NONE = <span className="text-unk-fg">Unknown</span>;

export function FactStrip() {
  const { clocks, stale } = useClockPage();
  const finding = clocks?.finding;
  const limits = clocks ? limitsOfAll(clocks.rows.flatMap(({ clock }) => clock.instances)) : null;
  return (
    <dl
      className={clsx(
        'grid flex-none grid-cols-[1.35fr_1.35fr_1fr_auto_auto] gap-px overflow-hidden rounded-3 border border-line bg-line max-lg:grid-cols-3 max-md:grid-cols-2',
        stale && 'grayscale',
      )}
    >
      <Fact label="Needs you first" className="max-md:col-span-2">
        {!finding ? (
          NONE
        ) : finding.first ? (
          <First finding={finding} />
        ) : (
          <span className="text-ink-3">None of them</span>
        )}
      </Fact>
      <Fact label="Holdover left">
        {!finding ? (
          NONE
        ) : finding.holdover ? (
          <>
            <b className="text-title font-semibold">
              <HoldoverLeft until={finding.holdover.until} />
            </b>
            <span className="w-20 min-w-6 max-md:w-12">
              <HoldoverBar until={finding.holdover.until} totalMs={finding.holdover.totalMs} />
            </span>
            <span className="flex-none text-ink-3">of {formatAge(finding.holdover.totalMs)}</span>
          </>
        ) : (
          <span className="text-ink-3">No holdover with a known end</span>
        )}
      </Fact>
      <Fact label="Worst offset">
        {finding?.worst ? (
          <Worst {...finding.worst} clocks={clocks} />
        ) : (
          <span className="text-unk-fg">No reading</span>
        )}
      </Fact>
      <Fact label="Platform limits" className="max-md:col-span-2">
        <Limit
          severity="minor"
          {...(limits?.minorNs ?? { least: DEFAULT_LIMITS.minorNs, most: DEFAULT_LIMITS.minorNs })}
        />
        <Limit
          severity="major"
          {...(limits?.majorNs ?? { least: DEFAULT_LIMITS.majorNs, most: DEFAULT_LIMITS.majorNs })}
        />
      </Fact>
      <Fact label="Reference line" className="max-lg:col-span-2 max-md:hidden">
        <Line />
      </Fact>
    </dl>
  );
}

function Fact(props: { label: string; className?: string; children: ReactNode }) {
  const { label, className, children } = props;
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1 bg-surface px-4 py-2.5', className)}>
      <dt className="truncate text-small text-ink-3">{label}</dt>
      <dd className="flex min-h-6 min-w-0 items-center gap-2.5">{children}</dd>
    </div>
  );
}

type Finding = NonNullable<ReturnType<typeof useClockPage>['clocks']>['finding'];

function First({ finding: { first, firstLink } }: { finding: Finding }) {
  if (!first) return null;
  return (
    <>
      <RowGlyph row={first} size={17} title={STATE_WORDS[first.state]} />
      <button
        type="button"
        className="link mono min-w-0 shrink-0 max-w-[60%] truncate"
        onClick={() => changeSearch({ open: first.host }, 'push')}
      >
        {first.host}
      </button>
      {firstLink && (
        <span className="min-w-0 truncate text-ink-2" title={firstLink}>
          {firstLink}
        </span>
      )}
    </>
  );
}

function Worst({
  host,
  offset,
  clocks,
}: NonNullable<Finding['worst']> & { clocks: ReturnType<typeof useClockPage>['clocks'] }) {
  const line = useReferenceLine();
  const clock = clocks?.byHost.get(host)?.clock;
  const look = clock && offsetLook(clock, offset, line);
  return (
    <>
      <b className={clsx('flex-none text-title font-semibold', look?.ink)} title={look?.words ?? undefined}>
        {offsetWords(offset)}
        {look?.words && <span className="sr-only">, {look.words}</span>}
      </b>
      <span className="mono min-w-0 truncate text-small text-ink-2">{host}</span>
    </>
  );
}

type Range = { least: number; most: number };

/** What the instances of this cloud are held to; a range where they differ. */
function limitsOfAll(
  instances: readonly { service: string | null; limits: { minorNs: number; majorNs: number } }[],
) {
  const timed = instances.filter(isMeasured);
  if (timed.length === 0) return null;
  const range = (values: readonly number[]): Range => ({
    least: values.reduce((a, b) => Math.min(a, b)),
    most: values.reduce((a, b) => Math.max(a, b)),
  });
  return {
    minorNs: range(timed.map(({ limits }) => limits.minorNs)),
    majorNs: range(timed.map(({ limits }) => limits.majorNs)),
  };
}

function Limit({ severity, least, most }: Range & { severity: 'minor' | 'major' }) {
  return (
    <span className="mono flex items-center gap-1.5 text-small whitespace-nowrap">
      <SeverityGlyph severity={severity} size={14} title={`${severity} over`} />
      {least === most ? plain(least) : `${plain(least)} to ${plain(most)}`}
    </span>
  );
}

function Line() {
  const line = useReferenceLine();
  return (
    <label className="flex min-w-0 items-center gap-1.5">
      <span className="sr-only">Reference line for offsets, kept in this browser</span>
      <span className="input select select-compact">
        <select
          className="mono"
          value={line.name}
          title={`${line.what} (${line.standard})`}
          onChange={(event) => chooseReferenceLine(event.target.value)}
        >
          {REFERENCE_LINES.map(({ name, ns }) => (
            <option key={name} value={name}>
              ±{plain(ns)} {name}
            </option>
          ))}
        </select>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </span>
    </label>
  );
}
