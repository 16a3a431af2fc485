'use client';
/** Selecting a part of the bars: by dragging, or by the two edges, which are sliders for the keyboard. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { formatCounted } from '@/lib/format/number';
import { formatFull, formatUtc } from '@/lib/format/time';
import { edgeAt, type Slot, shareAt } from './histogram-slots';

type Span = { from: number; to: number };
type Props = {
  edges: readonly number[];
  slots: readonly Slot[];
  zone: string;
  selection: Span | null;
  onSelect: (span: Span | null) => void;
  onZoomIn: () => void;
  onZoomOut: () => void;
};

/** Below the bars are the words of the axis. */
const BARS = 'absolute inset-x-0 top-0 h-[54px]';
const percent = (share: number) => `${(100 * share).toFixed(3)}%`;

export function HistogramBrush({ edges, slots, zone, selection, onSelect, onZoomIn, onZoomOut }: Props) {
  const [drag, setDrag] = useState<{ start: number; end: number } | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const whole = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 };
  const dragged = drag && spanOf(edges, drag);
  const shown = dragged ?? selection;
  const span = shown ?? whole;

  const shareOf = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return (event.clientX - box.left) / Math.max(1, box.width);
  };
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ start: shareOf(event), end: shareOf(event) });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const share = shareOf(event);
    setOver(share);
    setDrag((was) => was && { ...was, end: share });
  };
  const up = () => {
    setDrag(null);
    if (!drag) return;
    // A press without a movement takes the selection off.
    if (Math.abs(drag.end - drag.start) * (edges.length - 1) < 0.3) onSelect(null);
    else if (dragged) onSelect(dragged);
  };

  const key = (edge: keyof Span) => (event: KeyboardEvent) => {
    const next = moved(edges, span, edge, event.key);
    if (next) onSelect(next.from === whole.from && next.to === whole.to ? null : next);
    else if (event.key === 'Enter') onZoomIn();
    else if (event.key === 'Escape' && selection) onSelect(null);
    else if (event.key === 'Backspace' || event.key === '-') onZoomOut();
    else if (event.key === '+') onZoomIn();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const from = shareAt(edges, span.from);
  const to = shareAt(edges, span.to);
  const slot = over === null || drag ? undefined : slots[Math.floor(over * slots.length)];
  return (
    <>
      <div
        className={`${BARS} cursor-crosshair touch-pan-y`}
        data-testid="brush"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => setOver(null)}
      >
        {shown && (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 rounded-1 border border-accent-fill bg-selected/40"
            style={{ left: percent(from), right: percent(1 - to) }}
          />
        )}
      </div>
      {(['from', 'to'] as const).map((edge) => (
        <span
          key={edge}
          role="slider"
          tabIndex={0}
          aria-label={edge === 'from' ? 'Start of the selection' : 'End of the selection'}
          aria-valuemin={0}
          aria-valuemax={edges.length - 1}
          aria-valuenow={Math.round(shareAt(edges, span[edge]) * (edges.length - 1))}
          aria-valuetext={formatFull(span[edge], zone)}
          className="pointer-events-none absolute top-0 h-[54px] w-2 -translate-x-1/2 rounded-1"
          style={{ left: percent(edge === 'from' ? from : to) }}
          onKeyDown={key(edge)}
        />
      ))}
      {slot && over !== null && (
        <span
          aria-hidden
          className="pop pointer-events-none absolute top-full z-10 mt-1 px-2.5 py-1.5 text-small whitespace-nowrap"
          style={over < 0.5 ? { left: percent(over) } : { right: percent(1 - over) }}
        >
          <b className="font-medium">{formatFull(slot.from, zone)}</b>
          <br />
          {formatUtc(slot.from)}
          <br />
          {formatCounted(slot.logs, 'log')}, {slot.changes} raised or cleared, {slot.critical} critical raised
        </span>
      )}
    </>
  );
}

function spanOf(edges: readonly number[], { start, end }: { start: number; end: number }): Span | null {
  const count = edges.length - 1;
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const from = edges[Math.max(0, Math.floor(low * count))];
  const to = edges[Math.min(count, Math.ceil(high * count))];
  return from !== undefined && to !== undefined && from < to ? { from, to } : null;
}

/** Where a key takes an edge: a bar, six of them, or to the end; never past the other edge. Exported for its test. */
export function moved(edges: readonly number[], span: Span, edge: keyof Span, key: string): Span | null {
  const count = edges.length - 1;
  const place = Math.round(shareAt(edges, span[edge]) * count);
  const other = Math.round(shareAt(edges, edge === 'from' ? span.to : span.from) * count);
  const steps: Record<string, number> = {
    ArrowLeft: place - 1,
    ArrowDown: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    PageDown: place - 6,
    PageUp: place + 6,
    Home: 0,
    End: count,
  };
  const wanted = steps[key];
  if (wanted === undefined) return null;
  const next =
    edge === 'from' ? Math.min(Math.max(0, wanted), other - 1) : Math.max(Math.min(count, wanted), other + 1);
  const at = edgeAt(edges, next / count);
  return edge === 'from' ? { from: at, to: span.to } : { from: span.from, to: at };
}
