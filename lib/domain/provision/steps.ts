/** The way of a host into service, step by step: what is behind it, where it stands and since when, what comes next. */
import type { Check } from '../check';
import { type Host, hostName } from '../host';
import { counted } from '../words';
import { type Chronicle, chronicleOf, type Evidence, type Instant } from './chronicle';
import { expectationOf, QUIET_IS_LONG } from './expect';
import { isBefore, type Place, placeOf, STAGES, type Stage } from './stage';
import { type Trouble, troubleOf } from './trouble';
import { isReinstalling } from './under-way';
import { stageBefore } from './watch';
import { labelOf, sentenceOf } from './words';

/** late: longer than usual, or nothing heard; it may still come. The rest as `Standing`. */
export type StepState = 'done' | 'now' | 'waits' | 'late' | 'failed' | 'todo' | 'unknown';

export type ProvisionStep = {
  stage: Stage;
  state: StepState;
  label: string;
  /** A sentence about the step where the host stands; null elsewhere. */
  text: string | null;
  progress: { done: number; total: number } | null;
  /** When the host came to it. */
  began: Instant | null;
  /** When it went on; null while it has not, or nobody knows. */
  ended: Instant | null;
  /** `usually 5 to 10 m`, of steps that are not over. */
  usual: string | null;
};

export type Provision = {
  steps: readonly ProvisionStep[];
  /** The step where the host stands. */
  here: ProvisionStep;
  /** What went wrong, and what to do; null: nothing. */
  trouble: Trouble | null;
  again: boolean;
  origin: Instant | null;
};

/** What the rules about unlocking say, of a host that is locked, online and inventoried. */
export type Readiness = {
  /** What the platform would refuse, the rights of this person left out. */
  blockers: readonly Pick<Check, 'title'>[];
  /** Checks that cannot be told from here. */
  untold: number;
  /** Readings that have not come yet. */
  pending: number;
};

export type ProvisionFacts = Evidence & {
  readiness: Readiness | null;
  /** Server time up to which something is known: now, or when the last reading was taken. */
  now: number;
};

export function provisionOf(host: Host, facts: ProvisionFacts): Provision {
  const chronicle = chronicleOf(host, facts);
  const place = refined(host, placeOf(host), chronicle, facts);
  const steps = STAGES.map((stage) => stepOf(stage, place, host, chronicle, facts));
  const here = steps.find(({ stage }) => stage === place.stage);
  if (!here) throw new Error(`no step ${place.stage}`);
  const trouble = troubleOf(host, place, {
    late: here.state === 'late',
    since: here.began,
    failed: chronicle.failed,
    now: facts.now,
  });
  return { steps, here, trouble, again: chronicle.again, origin: chronicle.origin };
}

/** What the row leaves open. */
function refined(host: Host, place: Place, chronicle: Chronicle, facts: ProvisionFacts): Place {
  const { stage, standing } = place;
  if (stage === 'configured' && facts.readiness !== null) {
    const { blockers, pending } = facts.readiness;
    return pending === 0 && blockers.length === 0 ? { stage: 'ready', standing } : place;
  }
  // Asked to be reinstalled, and not gone yet: what is online is the old system.
  if (stage === 'inventoried' && isReinstalling(host) && chronicle.again && !chronicle.began.online)
    return { stage: 'power', standing };
  // The word `failed` takes the place of the step: with a count of packages it was the installation, otherwise what was seen.
  if (stage === 'installing' && standing === 'failed' && host.install.done === null) {
    const seen = stageBefore(facts.watched, stage);
    return seen === 'booting' ? { stage: 'booting', standing } : place;
  }
  return place;
}

function stepOf(
  stage: Stage,
  place: Place,
  host: Host,
  { began, again }: Chronicle,
  { readiness, now }: ProvisionFacts,
): ProvisionStep {
  const isHere = stage === place.stage;
  const isOver = isBefore(stage, place.stage) || (isHere && place.standing === 'done');
  const reached = isOver || isHere;
  const since = (reached && began[stage]) || null;
  const { words, lateAfter } = expectationOf(stage, host);
  const quiet = isHere && (host.install.quietMinutes ?? 0) >= QUIET_IS_LONG && place.standing === 'now';
  const overdue =
    isHere &&
    place.standing === 'now' &&
    lateAfter !== null &&
    since !== null &&
    since.how !== 'open' &&
    now - since.at > lateAfter;
  const standing = place.standing === 'done' ? 'done' : place.standing;
  const state = isHere ? (quiet || overdue ? 'late' : standing) : isOver ? 'done' : 'todo';
  const { done, total } = host.install;
  const counts = stage === 'installing' && isHere && done !== null && total !== null && total > 0;
  return {
    stage,
    state,
    label: labelOf(stage, state, host, again),
    text: isHere ? textOf(stage, host, place, readiness) : null,
    progress: counts ? { done, total } : null,
    began: since,
    ended: (isOver && nextOf(stage, began)) || null,
    usual: isOver ? null : words,
  };
}

/** When the step after it began, if that is known: not that of a later one, which would count what lies between. */
function nextOf(stage: Stage, began: Chronicle['began']): Instant | undefined {
  const next = STAGES[STAGES.indexOf(stage) + 1];
  return next && began[next];
}

function textOf(stage: Stage, host: Host, place: Place, readiness: Readiness | null): string {
  if (stage !== 'configured' && stage !== 'ready') return sentenceOf(stage, place.standing, host);
  if (readiness === null) return 'What it still needs is read below.';
  const { blockers, untold, pending } = readiness;
  if (pending > 0) return 'Reading what the platform looks at before an unlock.';
  if (blockers.length > 0) {
    const [first] = blockers;
    const rest = blockers.length - 1;
    return `${counted(blockers.length, 'thing')} to do before it can be unlocked: ${first?.title ?? ''}${rest > 0 ? `, and ${rest} more` : ''}.`;
  }
  const left = untold === 0 ? '' : ` ${counted(untold, 'check')} cannot be told from here.`;
  return `Nothing that this console can see keeps ${hostName(host)} from being unlocked.${left}`;
}
