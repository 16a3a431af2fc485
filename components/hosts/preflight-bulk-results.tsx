'use client';
/** What came of each host of a bulk run; once accepted, what happens is the platform's to tell. */
import { SeveralResults, type Told } from '@/components/action/several-results';
import { useZone } from '@/components/ui/clock';
import { isOver, type RunStage, runWords } from '@/lib/domain/action-progress';
import { type Host, hostName } from '@/lib/domain/host';
import { actionSpec } from '@/lib/domain/host-actions';
import { formatClock, formatDuration } from '@/lib/format/time';
import { type BulkRun, hostRuns } from '@/lib/queries/host-mutations';
import { useStore } from '@/lib/queries/store';

const STAGES = {
  requested: 'in-progress',
  accepted: 'in-progress',
  happening: 'in-progress',
  done: 'available',
  failed: 'failed',
} as const satisfies Record<RunStage, string>;

export function BulkResults({ run }: { run: BulkRun }) {
  const zone = useZone();
  const runs = useStore(hostRuns).filter(({ group }) => group === run.id);
  const formats = { clock: (at: number) => formatClock(at, zone), duration: formatDuration };
  const tell = ({ id }: Host): Told => {
    const mine = runs.find(({ hostId }) => hostId === id);
    if (!mine) return null;
    const { title, detail } = runWords(mine, formats);
    return { glyph: STAGES[mine.stage], detail: `${isOver(mine) ? `${title}. ` : ''}${detail ?? ''}` };
  };
  return (
    <SeveralResults
      run={run}
      keyOf={({ id }) => id}
      nameOf={hostName}
      participle={actionSpec(run.action).participle}
      accepted="Accepted"
      look="Look at the host"
      tell={tell}
    />
  );
}
