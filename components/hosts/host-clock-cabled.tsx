'use client';
/** The same on the page of the clock itself, where it is known whom a port hears: what hangs below a break is unknown. */
import { useServerTime } from '@/components/timing/server-time';
import { type Host, hostName } from '@/lib/domain/host';
import { useClocks } from '@/lib/queries/clocks';
import { type ClockMark, markOf } from '@/lib/queries/host-clocks';
import { MarkFact, MarkOnTab } from './host-clock-mark';

function useMark(host: Host): ClockMark | null | undefined {
  const { clocks, alarmsAsOf, fmTrouble } = useClocks(useServerTime(10_000));
  const asked = alarmsAsOf !== undefined || fmTrouble !== null;
  if (!clocks?.placed || !asked) return undefined;
  const row = clocks.byHost.get(hostName(host));
  return row ? markOf(row, null) : null;
}

export const CabledClockFact = ({ host }: { host: Host }) => <MarkFact mark={useMark(host)} />;
export const CabledClockTab = ({ host }: { host: Host }) => <MarkOnTab mark={useMark(host)} />;
