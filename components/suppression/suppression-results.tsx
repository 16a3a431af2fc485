'use client';
/** What came of each type of a run: refusals first, in the platform's words. */
import { SheetRow } from '@/components/action/sheet-row';
import { Button } from '@/components/ui/button';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Sheet } from '@/components/ui/sheet';
import type { Failure } from '@/lib/domain/result';
import { WISH_WORDS } from '@/lib/domain/suppression';
import { counted } from '@/lib/domain/words';
import type { SuppressionRow, SuppressionRun } from '@/lib/queries/suppression-runs';

const ORDER: Record<SuppressionRow['state'], number> = { refused: 0, asked: 1, waiting: 2, done: 3 };
const GLYPHS = { waiting: 'online', asked: 'in-progress', done: 'available', refused: 'failed' } as const;
const TITLES = { waiting: 'Waits for its turn', asked: 'Asked', done: 'Done', refused: 'Refused' } as const;

export function SuppressionResults({ run, onClose }: { run: SuppressionRun; onClose: () => void }) {
  const { label, gerund, participle } = WISH_WORDS[run.wish];
  const count = (state: SuppressionRow['state']) => run.rows.filter((row) => row.state === state).length;
  const refused = count('refused');
  const counts = `${count('done')} ${participle}${refused > 0 ? `, ${refused} refused` : ''}`;
  const rows = [...run.rows].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={run.over ? `${label}: ${counts}` : `${gerund} ${counted(run.rows.length, 'alarm type')}`}
      description={run.over ? undefined : `${counts} so far. A refusal stops no other type.`}
      footer={
        <Button size="large" data-autofocus="" onClick={onClose}>
          Close
        </Button>
      }
    >
      <ul aria-live="polite">
        {rows.map(({ type, state, failure }) => (
          <SheetRow
            key={type.id}
            icon={<StateGlyph state={GLYPHS[state]} size={16} title={TITLES[state]} />}
            title={
              <>
                <span className="mono">{type.alarmId}</span>
                {state === 'refused' && (isUnsure(failure) ? ': not known' : ` was not ${participle}`)}
              </>
            }
            strong={state === 'refused'}
            detail={failure ? <Words failure={failure} /> : TITLES[state]}
          />
        ))}
      </ul>
    </Sheet>
  );
}

const isUnsure = (failure: Failure | undefined): boolean =>
  failure?.kind === 'unavailable' || failure?.kind === 'unreadable';

function Words({ failure }: { failure: Failure }) {
  const source = [failure.service, failure.status ? `HTTP ${failure.status}` : '', failure.requestId].filter(
    Boolean,
  );
  return (
    <>
      <span className="mono block whitespace-pre-wrap text-ink">{failure.message}</span>
      <span className="text-ink-3">{source.join(', ')}</span>
      {isUnsure(failure) && (
        <span className="block">It may have been carried out. Look at the list before you try again.</span>
      )}
    </>
  );
}
