/** Memory of a NUMA node as one bar whose parts are as wide as what they stand for: of the overview of a host, its tab and its sheet. */
import { clsx } from 'clsx';

/** None of the shades is a verdict. */
const KINDS = {
  platform: { word: 'Platform', fill: 'fill-series-4' },
  vswitch: { word: 'vSwitch pages', fill: 'fill-accent' },
  used: { word: 'Huge pages in use', fill: 'fill-series-1' },
  free: { word: 'Huge pages free', fill: 'fill-series-2' },
  pages: { word: 'Huge pages', fill: 'fill-series-2' },
  small: { word: '4 KiB pages', fill: 'fill-series-3' },
} as const;

type MemoryKind = keyof typeof KINDS;
export type MemoryPart = { kind: MemoryKind; mib: number };

/** The figures stand beside it in words. @param whole MiB; parts that are more than that make the bar their own */
export function MemoryBar({ parts, whole }: { parts: readonly MemoryPart[]; whole: number }) {
  const full = Math.max(
    whole,
    parts.reduce((sum, { mib }) => sum + mib, 0),
    1,
  );
  let x = 0;
  return (
    <svg width="100%" height="10" aria-hidden className="block rounded-1">
      <rect width="100%" height="10" className="fill-track" />
      {parts.map(({ kind, mib }) => {
        const start = x;
        x += (100 * mib) / full;
        const width = `${(100 * mib) / full}%`;
        return <rect key={kind} x={`${start}%`} width={width} height="10" className={KINDS[kind].fill} />;
      })}
    </svg>
  );
}

export function MemoryLegend({ kinds, className }: { kinds: readonly MemoryKind[]; className?: string }) {
  return (
    <ul
      className={clsx('flex flex-wrap gap-x-3 gap-y-1 text-ink-2 text-small', className)}
      aria-label="Legend"
    >
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg width="9" height="9" aria-hidden>
            <rect width="9" height="9" rx="2" className={KINDS[kind].fill} />
          </svg>
          {KINDS[kind].word}
        </li>
      ))}
    </ul>
  );
}
