'use server';
import { z } from 'zod';
import { instanceKey } from '@/lib/domain/alarm-mark';
import { type MarkAnswer, MOST_MARKED } from '@/lib/domain/alarm-selection';
import { type Failure, fail, type Result } from '@/lib/domain/result';
import { type MarkOrder, type MarkWords, orderMarks } from '@/lib/server/alarm-mark-writes';
import { guard } from '@/lib/server/guard';

/** Far more than is kept: what is a little too long gets a sentence beside the field instead of a bare refusal. */
const words = z.string().max(20_000);
const instant = z.int().min(0).max(8_640_000_000_000_000);
const alarm = z.strictObject({ id: z.string().min(1).max(64), raisedAt: instant });
const bare = z.strictObject({ alarm, submission: z.uuid() });
const selection = z.strictObject({ alarms: z.array(alarm).min(1).max(MOST_MARKED), submission: z.uuid() });
const seenOrder = bare.extend({ why: words });
const noteOrder = bare.extend({ text: words });
const shelfOrder = bare.extend({ until: instant, why: words });

export type MarkTarget = z.infer<typeof bare>;
export type SelectionOrder = z.infer<typeof selection>;
export type SeenOrder = z.infer<typeof seenOrder>;
export type NoteOrder = z.infer<typeof noteOrder>;
export type ShelfOrder = z.infer<typeof shelfOrder>;

/** Says that somebody has seen an alarm; `why` may be empty. The newest wins. Arguments come from a browser. */
export async function markSeen(order: SeenOrder): Promise<Result<null>> {
  return keep(seenOrder, order, ({ why }) => ({ deed: 'seen', text: why }));
}

/**
 * The same of a whole selection (1 to MOST_MARKED alarms; one named twice counts once) without a reason: one guard, one
 * transaction, a line of the audit trail and an answer for each. One that cannot be marked does not cost the others.
 */
export async function markAllSeen(order: SelectionOrder): Promise<Result<MarkAnswer[]>> {
  return keepAll(selection, order, ({ alarms, submission }) => ({
    alarms: [...new Map(alarms.map((each) => [instanceKey(each), each])).values()],
    submission,
    words: { deed: 'seen', text: '' },
  }));
}

/** Takes "seen" back. */
export async function markUnseen(order: MarkTarget): Promise<Result<null>> {
  return keep(bare, order, () => ({ deed: 'unseen' }));
}

/** Adds a note; notes of several people stand beside each other. */
export async function addNote(order: NoteOrder): Promise<Result<null>> {
  return keep(noteOrder, order, ({ text }) => ({ deed: 'note', text }));
}

/** Puts an alarm aside until an instant (epoch milliseconds), at most a week ahead, for a reason. */
export async function shelve(order: ShelfOrder): Promise<Result<null>> {
  return keep(shelfOrder, order, ({ until, why }) => ({ deed: 'shelved', until, text: why }));
}

/** Takes an alarm off the shelf. */
export async function unshelve(order: MarkTarget): Promise<Result<null>> {
  return keep(bare, order, () => ({ deed: 'unshelved' }));
}

/** Says something of one alarm. */
async function keep<T extends MarkTarget>(
  shape: z.ZodType<T>,
  order: T,
  wordsOf: (order: T) => MarkWords,
): Promise<Result<null>> {
  const answers = await keepAll(shape, order, (parsed) => ({
    alarms: [parsed.alarm],
    submission: parsed.submission,
    words: wordsOf(parsed),
  }));
  if (!answers.ok) return answers;
  return answers.data[0]?.answer ?? fail(NONSENSE);
}

async function keepAll<T>(
  shape: z.ZodType<T>,
  order: T,
  read: (parsed: T) => MarkOrder,
): Promise<Result<MarkAnswer[]>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = shape.safeParse(order);
  return parsed.success ? orderMarks(read(parsed.data)) : fail(NONSENSE);
}

const NONSENSE: Failure = { kind: 'invalid', message: 'The console does not understand this request.' };
