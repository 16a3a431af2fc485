'use client';
/** Where the words and figures of the page come from, how old they are, and what could not be read. */
import { Info } from 'lucide-react';
import { useServerTime } from '@/components/timing/server-time';
import { Time } from '@/components/ui/time';
import type { LiveSource } from '@/lib/domain/clock/live-reading';
import { formatAge } from '@/lib/format/time';
import { useClockPage } from './use-clock-page';

export function Provenance() {
  const { clocks, hosts, fmTrouble } = useClockPage();
  const now = useServerTime(10_000);
  if (!clocks) return null;
  const sources = clocks.live?.sources ?? [];
  const nodes = sources.filter(({ source }) => source === 'notification');
  const metrics = sources.filter(({ source }) => source === 'metrics');
  return (
    <p className="flex flex-none flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-3">
      <Info size={14} strokeWidth={1.75} aria-hidden className="flex-none" />
      <span>
        State: {fmTrouble === null ? 'fault management' : 'fault management, which does not answer'}
        {nodes.length > 0 && ` and ${nodesWords(nodes)}`}
        {clocks.live === null && '. Live sources were not read yet, so no lock is verified'}
        {clocks.live !== null &&
          sources.length === 0 &&
          '. No live source is configured, so no lock is verified'}
        .
      </span>
      <span>
        {clocks.live !== null && metrics.length === 0
          ? 'Offset: no metrics source is configured, so only what alarms say.'
          : metrics
              .map((source) => `Offset: metrics source ${source.sourceName}, ${ageWords(source, now)}.`)
              .join(' ')}
      </span>
      <span>History: event log; a lock is in no log.</span>
      {hosts?.asOf !== undefined && (
        <span>
          Read at <Time at={hosts.asOf} form="clock" className="mono" />
        </span>
      )}
    </p>
  );
}

/** Nodes answer each for itself: how many do. */
function nodesWords(nodes: readonly LiveSource[]): string {
  const answering = nodes.filter(({ trouble }) => trouble === null).length;
  return `the notification API of ${answering} of ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`;
}

function ageWords({ answeredAt, trouble }: LiveSource, now: number): string {
  if (trouble !== null) return trouble.replace(/\.$/, '');
  return answeredAt === null
    ? 'which has not answered yet'
    : `${formatAge(Math.max(0, now - answeredAt))} old`;
}
