/** Hiding types of alarms from the browser: each asked once, one after the other, with what came of it. */
import { changeSuppression } from '@/lib/actions/suppressions';
import type { AlarmType } from '@/lib/domain/alarm-type';
import type { Failure, Result } from '@/lib/domain/result';
import type { Wish } from '@/lib/domain/suppression';
import { settled } from './host-mutations';
import { createStore } from './store';

export type SuppressionRow = {
  type: AlarmType;
  state: 'waiting' | 'asked' | 'done' | 'refused';
  failure?: Failure;
};
export type SuppressionRun = { id: string; wish: Wish; rows: readonly SuppressionRow[]; over: boolean };

/** The newest run. */
export const suppressionRun = createStore<SuppressionRun | null>(null);

/** Asks for one type, once. */
export function sendSuppression(wish: Wish, type: AlarmType): Promise<Result<AlarmType>> {
  return settled(async () => {
    const started = await changeSuppression({ type: type.id, wish, submission: crypto.randomUUID() });
    return started.ok ? started.data.accepted : started;
  }, type.alarmId);
}

/** Asks for each type in turn: it is quick, and fault management has one database. A refusal stops nobody else. */
export async function sendSuppressions(
  id: string,
  wish: Wish,
  types: readonly AlarmType[],
): Promise<SuppressionRun> {
  let run: SuppressionRun = {
    id,
    wish,
    rows: types.map((type) => ({ type, state: 'waiting' })),
    over: false,
  };
  const show = (next: SuppressionRun) => {
    run = next;
    suppressionRun.set(next);
  };
  const mark = (next: SuppressionRow) =>
    show({ ...run, rows: run.rows.map((row) => (row.type.id === next.type.id ? next : row)) });
  show(run);
  for (const type of types) {
    mark({ type, state: 'asked' });
    const answer = await sendSuppression(wish, type);
    mark(
      answer.ok ? { type: answer.data, state: 'done' } : { type, state: 'refused', failure: answer.error },
    );
  }
  show({ ...run, over: true });
  return run;
}
