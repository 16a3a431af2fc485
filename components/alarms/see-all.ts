/** Marks alarms as seen and tells how it went. Fetched when the page is quiet, or at the first mark. */
import { toasts } from '@/components/ui/toast-store';
import type { Alarm } from '@/lib/domain/alarm';
import { outcomeWords, selectionOutcome } from '@/lib/domain/alarm-selection';
import { counted } from '@/lib/domain/words';
import { lookedAt } from '@/lib/queries/alarm-look';
import { MARK_VIEWS, sendAllSeen } from '@/lib/queries/alarm-mutations';
import { markFailure } from '@/lib/queries/mark-failure';
import type { useRefresh } from '@/lib/queries/view';

export async function seeAll(
  alarms: readonly Alarm[],
  refresh: ReturnType<typeof useRefresh>,
): Promise<void> {
  markFailure.set(null);
  const chosen = alarms.length;
  const id = chosen > 1 ? toasts.start({ title: `Marking ${counted(chosen, 'alarm')} as seen` }) : null;
  const sent = await sendAllSeen(alarms);
  for (const { alarm, answer } of sent.answers) if (answer.ok) lookedAt(alarm.id);
  const outcome = selectionOutcome(sent, chosen);
  markFailure.set(outcome.failure);
  await refresh(MARK_VIEWS);
  if (id)
    toasts.update(id, {
      stage: outcome.failure ? 'failed' : 'done',
      ...outcomeWords(outcome, chosen),
    });
}
