/**
 * What people of this console say of alarms, read for views. Fault management is told nothing and knows nothing of
 * it: it is kept in the console's own store for everybody, and dropped when the alarm clears (ADR 0018).
 */
import 'server-only';
import type { AlarmList } from '@/lib/domain/alarm';
import type { AlarmMarkHistory, AlarmMarks } from '@/lib/domain/alarm-mark';
import { ok, type Result } from '@/lib/domain/result';
import { cloudName } from './cloud';
import { sharedReads } from './platform';
import type { Session } from './session-types';
import { closeMarks, readMarkHistory, readMarks } from './store/alarm-marks';
import { store } from './store/store';

export async function loadMarks(): Promise<Result<AlarmMarks>> {
  const marks = await store().run((db) => readMarks(db, cloudName(), Date.now()));
  return marks.ok ? ok({ marks: marks.data }) : marks;
}

/** @param alarm catalogue id and entity: an alarm keeps its history when it is raised anew under another uuid */
export const loadMarkHistory = (alarm: {
  alarmId: string;
  entity: string;
}): Promise<Result<AlarmMarkHistory>> => store().run((db) => readMarkHistory(db, cloudName(), alarm));

/**
 * Told of every reading of active alarms: closes what was said of alarms that cleared. Nobody waits for it. An odd row
 * keeps what was said of its alarm; one without a uuid could be any alarm, and then the reading says nothing. Neither does
 * one that was cut at the most there is: what is missing may stand.
 * @param askedAt when the platform was asked, epoch milliseconds
 */
export function noteActive(
  session: Session,
  { alarms, unreadable, capped }: AlarmList,
  askedAt: number,
): void {
  const odd = unreadable.flatMap(({ id }) => (id === null ? [] : [id]));
  if (capped || odd.length < unreadable.length) return;
  const { projectId } = session;
  void store()
    .run((db) => closeMarks(db, { cloud: cloudName(), projectId, active: alarms, unreadable: odd, askedAt }))
    .then((closed) => {
      if (closed.ok && closed.data > 0) invalidateMarks();
    });
}

/** Readings that a change to marks makes outdated. */
export function invalidateMarks(): void {
  sharedReads().invalidate(['alarmMark']);
}
