/** What people say of alarms, sent from the browser, each once. A console that cannot be reached is a Failure. */
import { addNote, markAllSeen, markSeen, markUnseen, shelve, unshelve } from '@/lib/actions/alarm-marks';
import { deleteAlarm } from '@/lib/actions/alarms';
import type { Alarm } from '@/lib/domain/alarm';
import type { AlarmInstance } from '@/lib/domain/alarm-mark';
import { type MarkAnswer, MOST_MARKED, type SelectionAnswer } from '@/lib/domain/alarm-selection';
import { fail, type Result } from '@/lib/domain/result';
import { noteUnknownAction } from './build';

export type MarkWish =
  | { deed: 'seen'; why: string }
  | { deed: 'unseen' }
  | { deed: 'note'; text: string }
  | { deed: 'shelve'; until: number; why: string }
  | { deed: 'unshelve' };

/** Views that a mark changes. */
export const MARK_VIEWS = ['alarmMarks', 'alarmMarkHistory'] as const;

export function sendMark({ id, raisedAt }: AlarmInstance, wish: MarkWish): Promise<Result<null>> {
  const order = { alarm: { id, raisedAt }, submission: crypto.randomUUID() };
  return answered(() => {
    switch (wish.deed) {
      case 'seen':
        return markSeen({ ...order, why: wish.why });
      case 'unseen':
        return markUnseen(order);
      case 'note':
        return addNote({ ...order, text: wish.text });
      case 'shelve':
        return shelve({ ...order, until: wish.until, why: wish.why });
      case 'unshelve':
        return unshelve(order);
    }
  });
}

/**
 * Says of a selection that it has been seen: one call. A selection beyond MOST_MARKED goes in parts, one after the
 * other, and ends at the first that was refused as a whole.
 * @returns what became of those that were judged, in their order, and why the rest was not
 */
export async function sendAllSeen(alarms: readonly AlarmInstance[]): Promise<SelectionAnswer> {
  const answers: MarkAnswer[] = [];
  for (let from = 0; from < alarms.length; from += MOST_MARKED) {
    const part = alarms.slice(from, from + MOST_MARKED).map(({ id, raisedAt }) => ({ id, raisedAt }));
    const sent = await answered(() => markAllSeen({ alarms: part, submission: crypto.randomUUID() }));
    if (!sent.ok) return { answers, refusal: sent.error };
    answers.push(...sent.data);
  }
  return { answers, refusal: null };
}

/** Deletes one alarm in fault management: one request, never repeated by itself. */
export function sendDelete({ id, alarmId }: Alarm, typed: string): Promise<Result<null>> {
  const submission = crypto.randomUUID();
  return answered(
    async () => {
      const started = await deleteAlarm({ id, typed, submission });
      return started.ok ? started.data.accepted : started;
    },
    `The console does not answer. Look at the list before you try again: ${alarmId} may have been deleted.`,
    submission,
  );
}

async function answered<T>(
  send: () => Promise<Result<T>>,
  message = 'The console does not answer. It may have been kept: look before you try again.',
  submission?: string,
): Promise<Result<T>> {
  try {
    return await send();
  } catch (cause) {
    noteUnknownAction(cause);
    const lost = submission === undefined ? {} : { lost: submission };
    return fail({ kind: 'unavailable', service: 'console', message, ...lost });
  }
}
