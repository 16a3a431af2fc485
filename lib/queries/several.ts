/**
 * One write for each of several things, from the browser: each asked once, a refusal stops nobody else. Where an answer got
 * lost nothing more is asked in its place until it is known what became of it (decision 0036).
 */
import type { Failure, Result } from '@/lib/domain/result';
import { serverNow } from './clock';
import { type Found, findOut, lostOf } from './lost-answer';

export type SeveralState =
  | 'waiting'
  | 'asked'
  /** Its answer got lost: the console is asked what became of it. */
  | 'lost'
  | 'accepted'
  | 'refused'
  /** It never got to the console: the platform was not asked. */
  | 'unheard'
  /** The platform gave no answer: only its state can tell. */
  | 'unknown';
export type SeveralRow<T> = { of: T; state: SeveralState; failure?: Failure };
export type SeveralRun<T> = { id: string; rows: readonly SeveralRow<T>[]; over: boolean };

type Asking<T> = {
  /** How many are under way together. */
  atOnce: number;
  send: (thing: T) => Promise<Result<unknown>>;
  /** Told as it goes on. */
  show: (run: SeveralRun<T>) => void;
  /** One whose answer got lost was accepted after all. @param at when it was sent, in epoch ms of the server's clock */
  onFound?: (thing: T, at: number) => void;
};

/** As they should be, or on their way to it. */
const WELL: readonly SeveralState[] = ['accepted', 'waiting', 'asked', 'lost'];

/** Rows that a person has to look at. */
export const troubled = <T>({ rows }: SeveralRun<T>): SeveralRow<T>[] =>
  rows.filter(({ state }) => !WELL.includes(state));

/** @returns the run at its end */
export async function askEach<T>(
  id: string,
  things: readonly T[],
  { atOnce, send, show, onFound }: Asking<T>,
): Promise<SeveralRun<T>> {
  let run: SeveralRun<T> = { id, rows: things.map((of) => ({ of, state: 'waiting' })), over: false };
  const tell = (next: SeveralRun<T>) => {
    run = next;
    show(next);
  };
  const mark = (of: T, state: SeveralState, failure?: Failure) =>
    tell({
      ...run,
      rows: run.rows.map((row) => (row.of === of ? { of, state, ...(failure ? { failure } : {}) } : row)),
    });
  tell(run);
  const queue = [...things];
  const worker = async () => {
    for (let thing = queue.shift(); thing !== undefined; thing = queue.shift()) {
      mark(thing, 'asked');
      const at = serverNow();
      const answer = await send(thing);
      const lost = answer.ok ? null : lostOf(answer.error, at);
      if (answer.ok) mark(thing, 'accepted');
      else if (!lost) mark(thing, 'refused', answer.error);
      else {
        mark(thing, 'lost', answer.error);
        const found = await findOut(lost, async () => true, NEVER);
        if (found?.kind === 'accepted') onFound?.(thing, at);
        mark(thing, ...endOf(found));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  tell({ ...run, over: true });
  return run;
}

/** It is asked about as long as the page is there: who closed the sheet gets it back when there is something to see. */
const NEVER = new AbortController().signal;

function endOf(found: Found | undefined): [SeveralState, Failure?] {
  switch (found?.kind) {
    case 'refused':
      return ['refused', found.failure];
    case 'unknown':
      return ['unknown', found.failure];
    case 'accepted':
    case 'unheard':
      return [found.kind];
    case undefined:
      return ['unknown'];
  }
}
