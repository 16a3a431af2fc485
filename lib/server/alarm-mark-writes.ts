/**
 * Saying something of alarms: session, right, audit, one transaction in the console's own store, and word to the
 * shared reads. The platform is not asked; which alarm is meant is known from the shared reading of active alarms.
 */
import 'server-only';
import {
  type AlarmInstance,
  instanceKey,
  noteProblem,
  seenProblem,
  shelfProblems,
} from '@/lib/domain/alarm-mark';
import type { MarkAnswer } from '@/lib/domain/alarm-selection';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import { counted } from '@/lib/domain/words';
import { invalidateMarks } from './alarm-marks';
import { auditedWrites } from './audit';
import { cloudName } from './cloud';
import { guard, guardRight } from './guard';
import type { Session } from './session-types';
import { keepSayings, type MarkedAlarm } from './store/alarm-marks';
import { store } from './store/store';
import { once } from './submissions';
import { readView } from './views';

export type MarkWords =
  | { deed: 'seen'; text: string }
  | { deed: 'note'; text: string }
  | { deed: 'shelved'; text: string; until: number }
  | { deed: 'unseen' | 'unshelved' };

export type MarkOrder = {
  /** One alarm, or a selection: at most MOST_MARKED, none twice. */
  alarms: readonly AlarmInstance[];
  words: MarkWords;
  /** Id of this press of the button. */
  submission: string;
};

/** Names in the audit trail and for refusals. */
const DEEDS: Record<MarkWords['deed'], { action: string; gerund: string }> = {
  seen: { action: 'alarm.mark-seen', gerund: 'Marking alarms as seen' },
  unseen: { action: 'alarm.mark-unseen', gerund: 'Marking alarms as not seen' },
  note: { action: 'alarm.note', gerund: 'Writing notes' },
  shelved: { action: 'alarm.shelve', gerund: 'Shelving alarms' },
  unshelved: { action: 'alarm.unshelve', gerund: 'Taking alarms off the shelf' },
};

/**
 * Keeps what is said of alarms, in one transaction, and says what became of it for each, in the order given.
 * @returns a refusal of the whole: `invalid` with `fields` (`text`, `why`, `until`), `forbidden`, or `unavailable` of
 * service `store` when nothing can be kept. Of one alarm: `not-found` when it cleared meanwhile, or why it is not known
 * whether it stands; the others are kept all the same.
 */
export async function orderMarks(order: MarkOrder): Promise<Result<MarkAnswer[]>> {
  const session = await guard();
  if (!session.ok) return session;
  return once(session.data, order.submission, async () => {
    const answers = await mark(session.data, order);
    if (!answers.ok) return answers;
    return ok(
      order.alarms.flatMap((alarm, index) => {
        const answer = answers.data[index];
        return answer ? [{ alarm, answer }] : [];
      }),
    );
  });
}

async function mark(
  session: Session,
  { alarms, words, submission }: MarkOrder,
): Promise<Result<Result<null>[]>> {
  const { action, gerund } = DEEDS[words.deed];
  const found = await activeAlarms(session, alarms);
  const targets = alarms.map(({ id }, index) => {
    const alarm = found[index];
    return alarm?.ok ? `${alarm.data.alarmId} ${alarm.data.entity}` : id;
  });
  const [only = ''] = targets;
  return auditedWrites(
    session,
    {
      action,
      targets,
      together: targets.length === 1 ? only : counted(targets.length, 'alarm'),
      details: words.deed === 'shelved' ? { shelvedUntil: new Date(words.until).toISOString() } : {},
    },
    async () => {
      const may = await guardRight('alarm.mark', gerund);
      if (!may.ok) return may;
      const fields = problems(words);
      const [message] = Object.values(fields);
      if (message) return fail({ kind: 'invalid', message, fields });
      const about = found.flatMap((alarm, index) =>
        alarm.ok ? [{ alarm: alarm.data, submission: `${submission}.${index}` }] : [],
      );
      if (about.length > 0) {
        const said = { cloud: cloudName(), projectId: session.projectId, by: session.viewer.userName };
        const kept = await store().run((db) => keepSayings(db, { ...said, ...words, at: Date.now() }, about));
        if (!kept.ok)
          return fail({ ...kept.error, message: `Notes cannot be kept now. ${kept.error.message}` });
        invalidateMarks();
      }
      return ok(found.map((alarm) => (alarm.ok ? ok(null) : alarm)));
    },
  );
}

function problems(words: MarkWords): Record<string, string> {
  if (words.deed === 'shelved') return shelfProblems({ until: words.until, why: words.text }, Date.now());
  if (words.deed === 'note') {
    const text = noteProblem(words.text);
    return text ? { text } : {};
  }
  const why = words.deed === 'seen' ? seenProblem(words.text) : undefined;
  return why ? { why } : {};
}

/** The alarms as the shared reading has them; read anew when one is not there, since another replica may be ahead. */
async function activeAlarms(
  session: Session,
  wanted: readonly AlarmInstance[],
): Promise<Result<MarkedAlarm>[]> {
  const known = new Map<string, MarkedAlarm>();
  let failure: Failure | undefined;
  for (const byHand of [false, true]) {
    const reading = await readView(session, 'alarms', {}, byHand);
    for (const { id, raisedAt, alarmId, entity } of reading.value?.data.alarms ?? [])
      known.set(instanceKey({ id, raisedAt }), { id, raisedAt, alarmId, entity });
    failure = reading.error;
    if (failure || wanted.every((alarm) => known.has(instanceKey(alarm)))) break;
  }
  return wanted.map((alarm) => {
    const found = known.get(instanceKey(alarm));
    return found ? ok(found) : fail(failure ?? GONE);
  });
}

const GONE: Failure = { kind: 'not-found', message: 'This alarm is no longer active. Nothing was kept.' };
