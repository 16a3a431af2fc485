'use client';
/** What came of each host of a bulk run: refusals first, in the platform's words. */
import { SheetRow } from '@/components/action/sheet-row';
import { useZone } from '@/components/ui/clock';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { isOver, type RunStage, runWords } from '@/lib/domain/action-progress';
import { hostName } from '@/lib/domain/host';
import { actionSpec } from '@/lib/domain/host-actions';
import type { Failure } from '@/lib/domain/result';
import { formatClock, formatDuration } from '@/lib/format/time';
import { type BulkRow, type BulkRun, hostRuns } from '@/lib/queries/host-mutations';
import { useStore } from '@/lib/queries/store';

const ORDER: Record<BulkRow['state'], number> = { refused: 0, asked: 1, waiting: 2, accepted: 3 };
const WORDS: Record<BulkRow['state'], string> = {
  waiting: 'Waits for its turn',
  asked: 'Asked',
  accepted: 'Accepted',
  refused: 'Refused',
};
const STAGES = {
  requested: 'in-progress',
  accepted: 'in-progress',
  happening: 'in-progress',
  done: 'available',
  failed: 'failed',
} as const satisfies Record<RunStage, string>;
const GLYPHS = { waiting: 'online', asked: 'in-progress', accepted: 'available', refused: 'failed' } as const;

export function BulkResults({ run }: { run: BulkRun }) {
  const zone = useZone();
  const runs = useStore(hostRuns).filter(({ group }) => group === run.id);
  const formats = { clock: (at: number) => formatClock(at, zone), duration: formatDuration };
  const rows = [...run.rows].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  return (
    <ul aria-live="polite">
      {rows.map(({ host, state, failure }) => {
        const mine = runs.find(({ hostId }) => hostId === host.id);
        const refused = state === 'refused' ? ` was not ${actionSpec(run.action).participle}` : '';
        // Once accepted, what happens is the platform's to tell.
        const told = state === 'accepted' && mine ? runWords(mine, formats) : null;
        const glyph = told && mine ? STAGES[mine.stage] : GLYPHS[state];
        const ended = told && mine && isOver(mine) ? `${told.title}. ` : '';
        return (
          <SheetRow
            key={host.id}
            icon={<StateGlyph state={glyph} size={16} title={WORDS[state]} />}
            title={
              <>
                <span className="mono">{hostName(host)}</span>
                {refused}
              </>
            }
            strong={state === 'refused'}
            detail={
              failure ? <Words failure={failure} /> : told ? `${ended}${told.detail ?? ''}` : WORDS[state]
            }
          />
        );
      })}
    </ul>
  );
}

function Words({ failure }: { failure: Failure }) {
  const source = [failure.service, failure.status ? `HTTP ${failure.status}` : '', failure.requestId].filter(
    Boolean,
  );
  return (
    <>
      <span className="mono block whitespace-pre-wrap text-ink">{failure.message}</span>
      <span className="text-ink-3">{source.join(', ')}</span>
      {failure.kind === 'unavailable' && (
        <span className="block">It may have been carried out. Look at the host before you try again.</span>
      )}
    </>
  );
}
