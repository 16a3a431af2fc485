/**
 * The life of one started action, as a toast tells it: requested, accepted, happening, then done or failed.
 * Pure: answers, readings and times come in. Nothing is foreseen; every stage but the first rests on an answer or
 * on a reading that the platform gave after it had accepted the request.
 */
import { type Host, hostName } from './host';
import { actionOutcome } from './host-action-outcome';
import { actionSpec, type HostAction } from './host-actions';
import { counted } from './words';

export type RunStage = 'requested' | 'accepted' | 'happening' | 'done' | 'failed';

export type ActionRun = {
  /** Of the toast. */
  id: string;
  action: HostAction;
  hostId: string;
  /** The host's name when it was asked: a deleted host has none later. */
  name: string;
  /** As the platform had it then, for links; null on a node without a name. */
  hostname: string | null;
  /** The run over several hosts that it belongs to. */
  group: string | null;
  stage: RunStage;
  /** Epoch milliseconds of the server's clock. */
  requestedAt: number;
  acceptedAt: number | null;
  endedAt: number | null;
  /** Newest task text that was not empty, in the platform's words. */
  task: string | null;
  /** The host as last read since it was accepted. */
  host: Host | null;
  /** Why it failed, a sentence. */
  why: string | null;
};

export function startRun(
  id: string,
  action: HostAction,
  host: Host,
  at: number,
  group: string | null = null,
): ActionRun {
  return {
    id,
    action,
    hostId: host.id,
    name: hostName(host),
    hostname: host.hostname,
    group,
    stage: 'requested',
    requestedAt: at,
    acceptedAt: null,
    endedAt: null,
    task: null,
    host: null,
    why: null,
  };
}

export const isOver = (run: ActionRun): boolean => run.stage === 'done' || run.stage === 'failed';

/**
 * The platform took the request.
 * @param host what it answered; its task is the first word about what happens. null where it answers nothing (delete)
 */
export function acceptRun(run: ActionRun, at: number, host: Host | null): ActionRun {
  if (run.stage !== 'requested') return run;
  const task = host?.task ?? null;
  return { ...run, stage: task === null ? 'accepted' : 'happening', acceptedAt: at, task, host };
}

/**
 * Takes a reading of all hosts.
 * @param asOf when the platform gave it: a reading from before the acceptance says nothing about the action
 */
export function observeRun(run: ActionRun, hosts: readonly Host[], asOf: number): ActionRun {
  if (isOver(run) || run.acceptedAt === null || asOf <= run.acceptedAt) return run;
  const host = hosts.find(({ id }) => id === run.hostId) ?? null;
  const outcome = actionOutcome(run.action, host, run.task);
  if (outcome.state === 'done') return { ...run, stage: 'done', endedAt: asOf, host };
  if (outcome.state === 'failed') return { ...run, stage: 'failed', endedAt: asOf, why: outcome.why, host };
  const task = host?.task ? host.task : run.task;
  return { ...run, stage: 'happening', task, host };
}

export type RunWords = { title: string; detail: string | null };
type Formats = {
  /** An instant as `14:32:11`. */
  clock: (at: number) => string;
  /** A span as `9 m 12 s`. */
  duration: (ms: number) => string;
};

/** What became of the host, by what it is, not by what was hoped for. */
function doneTitle({ action, name, host }: ActionRun): string {
  switch (action) {
    case 'lock':
    case 'force-lock':
    case 'force-unsafe-lock':
      return `${name} is locked`;
    case 'swact':
    case 'force-swact':
      return `${name} is the standby controller`;
    case 'power-off':
      return `${name} is powered off`;
    case 'reinstall':
    case 'delete':
    case 'edit':
      return `${name} was ${actionSpec(action).participle}`;
    case 'unlock':
    case 'force-unlock':
    case 'reboot':
    case 'reset':
    case 'power-on':
      return `${name} is ${host?.availability ?? 'back'}`;
  }
}

/** The two lines of the toast. */
export function runWords(run: ActionRun, { clock, duration }: Formats): RunWords {
  const { label, gerund, participle } = actionSpec(run.action);
  const title = `${gerund} ${run.name}`;
  switch (run.stage) {
    case 'requested':
      return { title, detail: null };
    case 'accepted':
    case 'happening': {
      const accepted = `Accepted ${clock(run.acceptedAt ?? run.requestedAt)}`;
      const task = run.host?.task ?? null;
      return { title, detail: task ? `${accepted}. ${task}` : accepted };
    }
    case 'done': {
      const took = (run.endedAt ?? run.requestedAt) - run.requestedAt;
      return {
        title: doneTitle(run),
        detail: run.action === 'edit' ? null : `${label} took ${duration(took)}`,
      };
    }
    case 'failed':
      return { title: `${run.name} was not ${participle}`, detail: run.why };
  }
}

/**
 * How far a run over several hosts has come, as one toast: counts only, each host tells its own story in its row.
 * @param waiting hosts whose turn has not come
 */
export function groupWords(
  runs: readonly ActionRun[],
  formats: Formats,
  waiting = 0,
): RunWords & { stage: RunStage } {
  const [first] = runs;
  if (!first) return { title: '', detail: null, stage: 'done' };
  const { gerund, label } = actionSpec(first.action);
  const done = runs.filter(({ stage }) => stage === 'done').length;
  const failed = runs.filter(({ stage }) => stage === 'failed').length;
  const asked = runs.every(({ stage }) => stage === 'requested');
  const total = runs.length + waiting;
  const counts = [`${done} of ${total} done`, ...(failed > 0 ? [`${failed} failed`] : [])].join(', ');
  if (done + failed < total) {
    const title = `${gerund} ${counted(total, 'host')}`;
    return { title, detail: asked ? null : counts, stage: asked ? 'requested' : 'happening' };
  }
  const from = Math.min(...runs.map(({ requestedAt }) => requestedAt));
  const to = Math.max(...runs.map(({ endedAt, requestedAt }) => endedAt ?? requestedAt));
  return {
    title: `${label}: ${counts}`,
    detail: `It took ${formats.duration(to - from)}`,
    stage: failed > 0 ? 'failed' : 'done',
  };
}
