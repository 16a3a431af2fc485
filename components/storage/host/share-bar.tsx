/** A bar whose parts are as wide as what they stand for. The figures stand beside it in words. */
import { clsx } from 'clsx';
import type { Bar, BarKind } from '@/lib/domain/storage/capacity';

/** Told apart by shape too: what is there is solid, what is to come or not known is an outline. */
const LOOKS: Record<BarKind, string> = {
  named: 'fill-(--series-1) stroke-(--surface)',
  other: 'fill-(--series-2) stroke-(--surface)',
  pending: 'fill-(--accent-line) stroke-(--accent-fill) [stroke-dasharray:2_2]',
  free: 'fill-transparent stroke-none',
  unknown: 'fill-(--surface) stroke-(--unk-line) [stroke-dasharray:2_2]',
};

export function ShareBar({ bar, height = 8, className }: { bar: Bar; height?: number; className?: string }) {
  let start = 0;
  const parts = bar.parts.map((part) => {
    const left = start;
    const width = (part.bytes / bar.totalBytes) * 100;
    start += width;
    return { ...part, left, width };
  });
  return (
    <svg
      aria-hidden
      width="100%"
      height={height}
      className={clsx('block flex-none rounded-1 bg-track', className)}
    >
      {parts.map(({ kind, key, left, width }) => (
        <rect
          key={`${kind} ${key ?? ''}`}
          x={`${left}%`}
          width={`${width}%`}
          height="100%"
          className={LOOKS[kind]}
        />
      ))}
    </svg>
  );
}

const LEGEND: readonly { kind: BarKind; words: string }[] = [
  { kind: 'named', words: 'Allocated' },
  { kind: 'other', words: 'Taken by what is not listed' },
  { kind: 'pending', words: 'Pending' },
  { kind: 'free', words: 'Free' },
  { kind: 'unknown', words: 'Unknown' },
];

/** What the parts mean. Only those that occur, and what is always there to be found. */
export function BarLegend({ kinds, journals }: { kinds: ReadonlySet<BarKind>; journals: boolean }) {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-3.5 gap-y-1 text-small text-ink-2">
      {LEGEND.filter(({ kind }) => kind === 'named' || kind === 'free' || kinds.has(kind)).map(
        ({ kind, words }) => (
          <li key={kind} className="flex items-center gap-1.5">
            <svg aria-hidden width="9" height="9" className="rounded-1 bg-track">
              <rect width="9" height="9" className={LOOKS[kind]} />
            </svg>
            {words}
          </li>
        ),
      )}
      {journals && (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden width="18" height="2" className="text-series-2" stroke="currentColor">
            <path d="M0 1H18" strokeWidth="1.5" strokeDasharray="1 3" />
          </svg>
          Journal of
        </li>
      )}
    </ul>
  );
}
