/** Hiding types of alarms from the browser: each asked once, with what came of it. */
import { changeSuppression } from '@/lib/actions/suppressions';
import type { AlarmType } from '@/lib/domain/alarm-type';
import type { Result } from '@/lib/domain/result';
import type { Wish } from '@/lib/domain/suppression';
import { settled } from './host-mutations';
import { askEach, type SeveralRun } from './several';
import { createStore } from './store';

export type SuppressionRun = SeveralRun<AlarmType> & { wish: Wish };

/** The newest run. */
export const suppressionRun = createStore<SuppressionRun | null>(null);

/** Asks for one type, once. */
export function sendSuppression(wish: Wish, type: AlarmType): Promise<Result<AlarmType>> {
  const submission = crypto.randomUUID();
  return settled(
    async () => {
      const started = await changeSuppression({ type: type.id, wish, submission });
      return started.ok ? started.data.accepted : started;
    },
    type.alarmId,
    submission,
  );
}

/** Asks for each type, one after the other: it is quick, and fault management has one database. @returns the run at its end */
export async function sendSuppressions(
  id: string,
  wish: Wish,
  types: readonly AlarmType[],
): Promise<SuppressionRun> {
  const run = await askEach(id, types, {
    atOnce: 1,
    send: (type) => sendSuppression(wish, type),
    show: (next) => suppressionRun.set({ ...next, wish }),
  });
  return { ...run, wish };
}
