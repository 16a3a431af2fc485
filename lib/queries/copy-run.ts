/**
 * A copy to several hosts: one after the other, each with its steps as they come. A refusal stops nobody else; what would stop
 * every other one too does. The run goes on when its page is left, as long as the tab is there.
 */
import type { Host } from '@/lib/domain/host';
import { type Failure, fail, type Result } from '@/lib/domain/result';
import { allDone, type StepResult, stopper } from '@/lib/domain/steps';
import { createStore } from './store';

/** What one host is to be given. */
export type CopyOrder = {
  host: Host;
  /** Of each step, in words. */
  titles: readonly string[];
  send: (show: (results: readonly StepResult[]) => void) => Promise<Result<StepResult[]>>;
};

export type CopyRow = {
  host: Host;
  titles: readonly string[];
  /** `unsure`: no answer, and nobody knows. `left`: not begun, and it will not be. */
  state: 'waiting' | 'running' | 'done' | 'refused' | 'unsure' | 'left';
  results: readonly StepResult[];
  /** What stopped it. */
  failure: Failure | undefined;
};

export type CopyRun = {
  /** uuid of the source. */
  from: string;
  rows: readonly CopyRow[];
  over: boolean;
  stopping: boolean;
};

/** The newest run. */
export const copyRun = createStore<CopyRun | null>(null);

/** No other host is begun; the one under way is carried to its end. */
export function stopCopy(): void {
  const run = copyRun.get();
  if (run && !run.over) copyRun.set({ ...run, stopping: true });
}

/** Nobody looks at its results any more. */
export function forgetCopy(): void {
  if (copyRun.get()?.over) copyRun.set(null);
}

/** It would meet the next host too. */
const meetsAll = ({ kind }: Failure): boolean =>
  kind === 'unauthenticated' || kind === 'forbidden' || kind === 'unavailable';

/**
 * @param from uuid of the source
 * @param after told of each host that was asked, before the next one is
 */
export async function runCopy(
  from: string,
  orders: readonly CopyOrder[],
  after: (host: Host) => Promise<void>,
): Promise<CopyRun> {
  const row = ({ host, titles }: CopyOrder): CopyRow => ({
    ...{ host, titles, state: 'waiting', results: [], failure: undefined },
  });
  copyRun.set({ from, rows: orders.map(row), over: false, stopping: false });
  const mark = (host: Host, change: Partial<CopyRow>) => {
    const run = copyRun.get();
    if (!run) return;
    const rows = run.rows.map((one) => (one.host.id === host.id ? { ...one, ...change } : one));
    copyRun.set({ ...run, rows });
  };
  let stopped = false;
  for (const { host, send } of orders) {
    if (stopped || copyRun.get()?.stopping) {
      mark(host, { state: 'left' });
      continue;
    }
    mark(host, { state: 'running' });
    const answer = await send((results) => mark(host, { results })).catch(() => fail(LOST));
    const change = outcome(answer);
    mark(host, change);
    stopped = change.failure !== undefined && meetsAll(change.failure);
    await after(host);
  }
  const ended: CopyRun = { from, rows: copyRun.get()?.rows ?? [], over: true, stopping: false };
  copyRun.set(ended);
  return ended;
}

const LOST = { kind: 'unavailable', service: 'console', message: 'The console does not answer.' } as const;

type Outcome = Pick<CopyRow, 'state' | 'failure'> & Partial<Pick<CopyRow, 'results'>>;

function outcome(answer: Result<StepResult[]>): Outcome {
  if (!answer.ok) {
    // What never was begun has refused nothing; without an answer it may have been.
    return { state: answer.error.kind === 'unavailable' ? 'unsure' : 'refused', failure: answer.error };
  }
  const results = answer.data;
  const stop = stopper(results);
  if (allDone(results)) return { state: 'done', results, failure: undefined };
  return { state: stop?.state === 'unsure' ? 'unsure' : 'refused', results, failure: stop?.failure };
}

/** "1 of 3 hosts done, 1 refused". */
export function copyWords({ rows }: CopyRun): string {
  const count = (...states: CopyRow['state'][]) => rows.filter(({ state }) => states.includes(state)).length;
  const [done, refused, unsure, left] = [count('done'), count('refused'), count('unsure'), count('left')];
  return [
    `${done} of ${rows.length} hosts done`,
    refused > 0 ? `${refused} refused` : null,
    unsure > 0 ? `${unsure} not known` : null,
    left > 0 ? `${left} not begun` : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
