/**
 * What became of a write whose answer got lost. Nothing is sent again: the console is asked about it by its id until there
 * is a link, then the facts are read anew, and only then anything is offered again (decision 0036).
 */
import { outcomeOf } from '@/lib/actions/write-outcome';
import type { Failure } from '@/lib/domain/result';
import { isUnsure } from '@/lib/domain/write-outcome';

export type Lost = {
  /** As the sender got it. */
  failure: Failure;
  /** Epoch ms of the server's clock at which it was sent or missed. */
  at: number;
};

export type Found =
  /** The platform took it. */
  | { kind: 'accepted' }
  /** The platform refused it: in its own words. */
  | { kind: 'refused'; failure: Failure }
  /** The console never got it: the platform was not asked. */
  | { kind: 'unheard' }
  /** The platform gave no answer that could be read: only its state can tell. */
  | { kind: 'unknown'; failure: Failure };

/** Does this failure leave open whether the write was carried out? */
export const lostOf = (failure: Failure, at: number): Lost | null =>
  isUnsure(failure) ? { failure, at } : null;

/** What a page that was left in between knows of what it sent. */
export const leftBefore = (submission: string): Failure => ({
  ...{ kind: 'unavailable', service: 'console', message: 'The page was left before the answer came.' },
  lost: submission,
});

const FIRST_WAIT_MS = 700;
const LONGEST_WAIT_MS = 8_000;

/**
 * Asks until it is known and the facts have been read anew.
 * @param readAgain reads what the write was about; false while it cannot be read
 * @param signal ends it: nobody looks any more
 * @returns undefined when it was ended
 */
export async function findOut(
  { failure }: Lost,
  readAgain: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<Found | undefined> {
  let found: Found | undefined;
  for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 1.6, LONGEST_WAIT_MS)) {
    // What is known does not change, while the facts are read until they can be.
    found ??= await askConsole(failure);
    if (found && !signal.aborted && (await readAgain())) return signal.aborted ? undefined : found;
    await pause(wait, signal);
  }
  return undefined;
}

async function askConsole(failure: Failure): Promise<Found | undefined> {
  // It was the platform that did not answer the console, which has told all it knows.
  if (failure.lost === undefined) return { kind: 'unknown', failure };
  try {
    const outcome = await outcomeOf(failure.lost);
    if (!outcome.ok || outcome.data.state === 'under-way') return undefined;
    if (outcome.data.state === 'unheard') return { kind: 'unheard' };
    const told = outcome.data.failure;
    if (told === null) return { kind: 'accepted' };
    return isUnsure(told) ? { kind: 'unknown', failure: told } : { kind: 'refused', failure: told };
  } catch {
    return undefined;
  }
}

/** Waits, but no longer than until there is a link again or nobody looks any more. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
    signal.addEventListener('abort', go);
  });
}
