'use client';

import { ZoomIn, ZoomOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { useZone } from '@/components/ui/clock';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { laterPart } from '@/components/ui/later-part';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { EventCounts } from '@/lib/domain/event-log';
import { LONGEST_RANGE, PRESETS, rangeBounds } from '@/lib/domain/event-range';
import { formatCounted } from '@/lib/format/number';
import { formatAge } from '@/lib/format/time';
import type { EventUrl } from '@/lib/url/event-url';
import { slotsOf } from './histogram-slots';
import { spanWords } from './span-words';

const HistogramBars = laterPart(async () => (await import('./histogram-bars')).HistogramBars);
const HistogramBrush = laterPart(async () => (await import('./histogram-brush')).HistogramBrush);
const CountsTable = laterPart(async () => (await import('./counts-table')).CountsTable);

type Props = {
  url: EventUrl;
  counts: EventCounts | undefined;
  /** Why there are no counts, or none that are recent. */
  trouble: string | null;
  stale: boolean;
};

/** How many events there were when; a part of it can be selected and looked at closer. */
export function Histogram({ url, counts, trouble, stale }: Props) {
  const zone = useZone();
  const { selection, select, setRange, range } = url;
  const router = useRouter();
  const slots = useMemo(() => (counts ? slotsOf(counts) : []), [counts]);
  const zoomIn = () => selection && setRange(selection);
  const zoomOut = () => {
    const { from, to } = rangeBounds(range, Date.now());
    const half = Math.min((to - from) / 2, (LONGEST_RANGE - (to - from)) / 2);
    const wider = Object.entries(PRESETS).find(([, span]) => span > to - from);
    if ('last' in range) return wider ? setRange({ last: wider[0] as keyof typeof PRESETS }) : router.back();
    setRange({ from: Math.round(from - half), to: Math.round(Math.min(to + half, Date.now())) });
  };
  const widest = 'last' in range ? range.last === '30d' : range.to - range.from > LONGEST_RANGE * 0.99;
  return (
    <section className="panel flex-none" aria-label="Events over time" data-stale={stale || undefined}>
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 px-3.5 pt-2">
        <h2 className="text-body">{counts ? `Per ${perWords(counts.size)}` : 'Events over time'}</h2>
        <Legend deeds={counts?.deeds.kind === 'shown'} />
        <span className="flex-1" />
        <span className="text-ink-2 text-small tabular-nums" role="status">
          {trouble ??
            (selection
              ? `${spanWords(selection, zone)} selected`
              : counts
                ? formatCounted(counts.total, 'event')
                : '')}
        </span>
        <span className="flex gap-1">
          <Button
            variant="ghost"
            icon={<ZoomIn size={14} strokeWidth={1.75} aria-hidden />}
            disabledReason={selection ? null : 'Drag over the bars, or move their edges with the arrow keys'}
            onClick={zoomIn}
          >
            Zoom in
          </Button>
          <Button
            variant="ghost"
            icon={<ZoomOut size={14} strokeWidth={1.75} aria-hidden />}
            disabledReason={widest ? 'At most 31 days are shown at once' : null}
            onClick={zoomOut}
          >
            Zoom out
          </Button>
        </span>
      </div>
      {/* As high with bars as without: nothing below moves when they come. */}
      <div className="relative mx-3.5 mt-1 mb-1 h-[72px]">
        {counts ? (
          <>
            <HistogramBars slots={slots} counts={counts} zone={zone} />
            <HistogramBrush
              edges={counts.edges}
              slots={slots}
              zone={zone}
              selection={selection}
              onSelect={select}
              onZoomIn={zoomIn}
              onZoomOut={zoomOut}
            />
          </>
        ) : (
          trouble === null && <SkeletonBlock className="h-full w-full" />
        )}
      </div>
      <details className="px-3.5 pb-2 text-small">
        <summary className="w-fit cursor-pointer text-ink-3">Show as table</summary>
        <CountsTable slots={slots} zone={zone} />
      </details>
    </section>
  );
}

const KEY = 'flex items-center gap-1.5 before:size-[9px] before:content-[""]';

function Legend({ deeds }: { deeds: boolean }) {
  return (
    <ul
      className="flex flex-wrap items-center gap-x-3 gap-y-1 whitespace-nowrap text-ink-2 text-small"
      aria-label="Colours"
    >
      <li className={`${KEY} before:bg-series-3`}>Log</li>
      {deeds && <li className={`${KEY} before:bg-series-4`}>Operator</li>}
      <li className={`${KEY} before:bg-series-1`}>Raised or cleared</li>
      <li className="flex items-center gap-1.5">
        <SeverityGlyph severity="critical" size={14} />
        Critical raised
      </li>
    </ul>
  );
}

const perWords = (size: number): string => {
  if (size === 86_400_000) return 'day';
  const words = formatAge(size).split(' ');
  const unit = { s: 'second', m: 'minute', h: 'hour' }[words[1] ?? ''] ?? '';
  return words[0] === '1' ? unit : `${words[0]} ${unit}s`;
};
