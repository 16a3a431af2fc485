'use client';
/** What came of each type of a run. */
import { SeveralResults, severalCounts } from '@/components/action/several-results';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { WISH_WORDS } from '@/lib/domain/suppression';
import { counted } from '@/lib/domain/words';
import type { SuppressionRun } from '@/lib/queries/suppression-runs';

export function SuppressionResults({ run, onClose }: { run: SuppressionRun; onClose: () => void }) {
  const { label, gerund, participle } = WISH_WORDS[run.wish];
  const counts = severalCounts(run, participle);
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
      <SeveralResults
        run={run}
        keyOf={({ id }) => id}
        nameOf={({ alarmId }) => alarmId}
        participle={participle}
        accepted="Done"
        look="Look at the list"
      />
    </Sheet>
  );
}
