'use client';
/** How the clock of a host is, as its alarms, its configuration and live sources have it. */
import { ClockMarkLine } from '@/components/timing/clock-mark';
import { useHostClocks } from '@/components/timing/use-host-clocks';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import type { Host } from '@/lib/domain/host';
import type { ClockMark } from '@/lib/queries/host-clocks';

export function HostClockFact({ host }: { host: Host }) {
  const { clocks } = useHostClocks();
  return <MarkFact mark={clocks && (clocks.marks.get(host.id) ?? null)} />;
}

export function HostClockTab({ host }: { host: Host }) {
  return <MarkOnTab mark={useHostClocks().clocks?.marks.get(host.id)} />;
}

/** @param mark undefined while it is being read, null when nothing is said of this host */
export function MarkFact({ mark }: { mark: ClockMark | null | undefined }) {
  if (!mark) return <span className="text-unk-fg">{mark === null ? 'Unknown' : 'Reading'}</span>;
  return <ClockMarkLine mark={mark} />;
}

/** A clock that asks for a person is marked on its tab; the header above has the word for it. */
export function MarkOnTab({ mark }: { mark: ClockMark | null | undefined }) {
  if (!mark?.asks) return null;
  return (
    <ClockGlyph
      state={mark.state}
      size={14}
      {...(mark.remaining === null ? {} : { remaining: mark.remaining })}
    />
  );
}
