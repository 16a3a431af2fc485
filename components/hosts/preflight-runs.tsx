'use client';
/** Tells, in toasts, how the actions started from this tab are going, on whatever page the person is by now. */
import { useEffect, useRef } from 'react';
import { useZone } from '@/components/ui/clock';
import { toasts } from '@/components/ui/toast-store';
import { type ActionRun, groupWords, isOver, type RunStage, runWords } from '@/lib/domain/action-progress';
import { formatClock, formatDuration } from '@/lib/format/time';
import { anyRunning, bulkRun, hostRuns, observeRuns } from '@/lib/queries/host-mutations';
import { useStore } from '@/lib/queries/store';
import { useView } from '@/lib/queries/view';
import { hostHref } from './host-identity';

export function PreflightRuns() {
  const runs = useStore(hostRuns);
  useToasts(runs);
  // Nobody polls for the sake of what is over.
  return anyRunning(runs) ? <Observer /> : null;
}

/** Lays each reading of the hosts beside the runs. */
function Observer() {
  const seen = useView('hosts', {});
  useEffect(() => {
    if (seen?.data && seen.asOf !== undefined) observeRuns(seen.data.hosts, seen.asOf);
  }, [seen]);
  return null;
}

type Line = {
  id: string;
  stage: RunStage;
  title: string;
  detail: string | null;
  action: { label: string; href: string } | null;
};

/** Mirrors the runs into the toasts: a store outside React into another. */
function useToasts(runs: readonly ActionRun[]): void {
  const zone = useZone();
  const bulk = useStore(bulkRun);
  const shown = useRef(new Map<string, string>());
  useEffect(() => {
    const formats = { clock: (at: number) => formatClock(at, zone), duration: formatDuration };
    const singles = runs
      .filter(({ group }) => group === null)
      .map((run): Line => ({ id: run.id, stage: run.stage, ...runWords(run, formats), action: follow(run) }));
    const groups = [...new Set(runs.flatMap(({ group }) => (group === null ? [] : [group])))].map(
      (group): Line => {
        const members = runs.filter((run) => run.group === group);
        const waiting = bulk?.id === group ? bulk.rows.filter(({ state }) => state === 'waiting').length : 0;
        const action = { label: 'Follow', href: '/hosts' };
        return { id: group, action, ...groupWords(members, formats, waiting) };
      },
    );
    const lines = [...singles, ...groups];
    for (const line of lines) show(line, shown.current);
    // A run that is gone was refused: the sheet has the words, the toast would only repeat that it failed.
    for (const id of shown.current.keys()) {
      if (lines.some((line) => line.id === id)) continue;
      shown.current.delete(id);
      toasts.dismiss(id);
    }
  }, [runs, bulk, zone]);
}

function show(line: Line, shown: Map<string, string>): void {
  const before = shown.get(line.id);
  const now = JSON.stringify(line);
  if (before === now) return;
  shown.set(line.id, now);
  const { id, stage, title, detail, action } = line;
  if (before === undefined) toasts.start({ id, title, detail, action });
  if (stage !== 'requested') toasts.update(id, { stage, title, detail, action });
}

/** There is nowhere to follow a host that is gone, and no need to follow what is over. */
const follow = (run: ActionRun): Line['action'] =>
  run.action === 'delete' || (isOver(run) && run.stage === 'done')
    ? null
    : { label: 'Follow', href: hostHref({ id: run.hostId, hostname: run.hostname }) };
