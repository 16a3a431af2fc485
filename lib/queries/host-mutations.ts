/** Writes on hosts from the browser: sent once, followed until they are over, whatever page is open meanwhile. */
import { editHost, runHostAction } from '@/lib/actions/hosts';
import { type ActionRun, acceptRun, isOver, observeRun, startRun } from '@/lib/domain/action-progress';
import { type Host, hostName } from '@/lib/domain/host';
import type { HostField } from '@/lib/domain/host-fields';
import { fail, type Result } from '@/lib/domain/result';
import type { WriteDone } from '@/lib/domain/write-done';
import type { PreflightAction } from './action-store';
import { noteUnknownAction, WRITES_NO_MORE } from './build';
import { serverNow } from './clock';
import type { SeveralRun } from './several';
import { createStore } from './store';

const MOST_RUNS = 500;

/** Actions that were started from this tab, oldest first; the ended ones stay for a while, to be told about. */
export const hostRuns = createStore<readonly ActionRun[]>([]);

const replaceRun = (id: string, next: (run: ActionRun) => ActionRun) =>
  hostRuns.set(hostRuns.get().map((run) => (run.id === id ? next(run) : run)));

/** Takes a reading of all hosts into the runs. */
export function observeRuns(hosts: readonly Host[], asOf: number): void {
  const before = hostRuns.get();
  const after = before.map((run) => observeRun(run, hosts, asOf));
  if (after.some((run, index) => run !== before[index])) hostRuns.set(after);
}

export type Order = {
  host: Host;
  action: PreflightAction;
  typedName?: string;
  /** A run of several hosts that this belongs to. */
  group?: string;
};

/**
 * Sends one action, once. What is refused leaves no run behind: the sheet shows the words.
 * @returns the platform's answer; a console that cannot be reached is a Failure like any other
 */
export async function sendAction({ host, action, typedName, group }: Order): Promise<Result<WriteDone>> {
  const id = crypto.randomUUID();
  const run = startRun(id, action, host, serverNow(), group ?? null);
  hostRuns.set([...hostRuns.get().slice(-MOST_RUNS), run]);
  const answer = await settled(
    async () => {
      const started = await runHostAction({
        host: host.id,
        action,
        submission: id,
        ...(typedName === undefined ? {} : { typedName }),
      });
      return started.ok ? started.data.accepted : started;
    },
    hostName(host),
    id,
  );
  if (answer.ok) replaceRun(id, (each) => acceptRun(each, answer.data.at, answer.data.host));
  else hostRuns.set(hostRuns.get().filter((each) => each.id !== id));
  return answer;
}

/** Sends the changed fields of a host, once and in one request. */
export function sendEdit(
  host: Host,
  changes: readonly { field: HostField; value: string | boolean }[],
): Promise<Result<WriteDone>> {
  const submission = crypto.randomUUID();
  return settled(
    async () => {
      const started = await editHost({
        host: host.id,
        changes: changes.map(({ field, value }) => ({ field, value })),
        submission,
      });
      return started.ok ? started.data.accepted : started;
    },
    hostName(host),
    submission,
  );
}

/**
 * A write whose answer got lost may have been carried out: it says so and is never sent again by itself.
 * @param submission id that it was sent with: what the console can be asked about once there is a link again
 */
export async function settled<T>(
  send: () => Promise<Result<T>>,
  name: string,
  submission?: string,
): Promise<Result<T>> {
  try {
    return await send();
  } catch (cause) {
    if (noteUnknownAction(cause)) return fail(WRITES_NO_MORE);
    const message = `The console does not answer. Look at ${name} before you try again: the platform may have been asked.`;
    return fail({
      kind: 'unavailable',
      service: 'console',
      message,
      ...(submission === undefined ? {} : { lost: submission }),
    });
  }
}

export type BulkRun = SeveralRun<Host> & { action: PreflightAction };

/** The newest run over several hosts. */
export const bulkRun = createStore<BulkRun | null>(null);

/** Is anything started here still under way? */
export const anyRunning = (runs: readonly ActionRun[]): boolean => runs.some((run) => !isOver(run));
