/** What there is to say of all applications in a few words, and which of them somebody should look at. */
import { type Alarm, parseEntity } from '../alarm';
import { counted, isOrAre } from '../words';
import { type Application, type Mood, moodOf } from './application';

const countOf = (rows: readonly Application[], mood: Mood): number =>
  rows.filter((one) => moodOf(one) === mood).length;

/** "9 of 12 applied, 2 in progress, 1 failed". */
export function applicationsWords(rows: readonly Application[]): string {
  const failed = countOf(rows, 'failed');
  const working = countOf(rows, 'working');
  return [
    `${countOf(rows, 'running')} of ${rows.length} applied`,
    ...(working > 0 ? [`${working} in progress`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}

/** A sentence that begins with the worst. */
export function applicationsFinding(rows: readonly Application[]): string {
  if (rows.length === 0) return 'No application is uploaded';
  const failed = countOf(rows, 'failed');
  const unknown = countOf(rows, 'unknown');
  const waiting = countOf(rows, 'waiting');
  return [
    failed === 0 ? 'No application has failed' : `${counted(failed, 'application')} failed`,
    ...(unknown > 0 ? [`the state of ${unknown} is unknown`] : []),
    ...(waiting > 0 ? [`${waiting} ${isOrAre(waiting)} uploaded and not applied`] : []),
  ].join(', ');
}

/** An application that wants somebody, and why: its state, or an alarm about it where the state says nothing. */
export type ApplicationLook = { one: Application; alarm: Alarm | null };

/** An application has to be applied again, and the platform waits with it. Its state stays "applied" (750.006). */
const REAPPLY_PENDING = '750.006';

const ORDER: readonly Mood[] = ['failed', 'unknown', 'working'];

export function applicationsToLook(
  rows: readonly Application[],
  alarms: readonly Alarm[],
): ApplicationLook[] {
  const pending = alarms.filter(({ alarmId }) => alarmId === REAPPLY_PENDING);
  const pendingOf = ({ name }: Application) =>
    pending.find(({ entity }) => parseEntity(entity).some(({ value }) => value === name)) ?? null;
  return [
    ...ORDER.flatMap((mood) => rows.filter((one) => moodOf(one) === mood)).map((one) => ({
      one,
      alarm: null,
    })),
    ...rows.flatMap((one) => {
      const alarm = moodOf(one) === 'running' ? pendingOf(one) : null;
      return alarm ? [{ one, alarm }] : [];
    }),
  ];
}
