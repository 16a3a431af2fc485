/**
 * Orders of several calls to the platform. Each call is: right, audit line, one request that is never repeated, and word to
 * the shared reads. They are run in order by steps.ts, and taken back when one of them fails. What the calls mean, a domain says.
 */
import 'server-only';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import type { Right } from '@/lib/domain/rights';
import type { StepResult, StepsOf } from '@/lib/domain/steps';
import type { Connection } from '@/lib/stx/connection';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { connect } from './platform';
import { requestFacts } from './request';
import type { Session } from './session-types';
import { runSteps } from './steps';
import { once } from './submissions';

export type StepOrder<C> = {
  calls: readonly C[];
  /** Id of this press of the button. */
  submission: string;
};

export type StepRun = {
  /** For each call what came of it at first, as soon as that is known. */
  first: Promise<StepResult>[];
  /** What is of each in the end: of those done before one failed, whether they were taken back. */
  end: Promise<StepResult[]>;
};

/** Who asks, and by which way. */
export type By = { session: Session; connection: Connection };

export type StepKind<C, S> = {
  kit: StepsOf<C, S>;
  rightOf: (call: C) => Right;
  /** The deed as a gerund, for the refusal of a right. */
  gerundOf: (call: C) => string;
  auditOf: (call: C) => { action: string; target: string; details?: Record<string, string> };
  /** What there is now: read anew, since what is to be done depends on it. */
  look: (session: Session, calls: readonly C[]) => Promise<Result<S>>;
  /** One request. @returns the state afterwards */
  send: (by: By, call: C, state: S) => Promise<Result<S>>;
  /** Readings that a call makes outdated. */
  invalidate: () => void;
};

/** The outer Result comes at once, after the session was checked; what came of the calls follows as it comes. */
export async function orderSteps<C, S>(kind: StepKind<C, S>, order: StepOrder<C>): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  return once(session.data, order.submission, async () => ok(start(kind, session.data, order.calls)));
}

function start<C, S>(kind: StepKind<C, S>, session: Session, calls: readonly C[]): StepRun {
  const results: StepResult[] = calls.map(() => ({ state: 'waiting' }));
  const settle: ((result: StepResult) => void)[] = [];
  const first = calls.map((_, index) => new Promise<StepResult>((resolve) => (settle[index] = resolve)));
  const tell = (index: number, result: StepResult) => {
    results[index] = result;
    if (result.state !== 'asked') settle[index]?.(result);
  };
  const end = run(kind, session, calls, tell).then(
    () => results,
    (cause: unknown) => {
      // Whoever waits for a step must not wait for ever.
      for (const one of settle) one({ state: 'unsure' });
      throw cause;
    },
  );
  return { first, end };
}

async function run<C, S>(
  kind: StepKind<C, S>,
  session: Session,
  calls: readonly C[],
  tell: (index: number, result: StepResult) => void,
): Promise<void> {
  const stopAt = (at: number, failure: Failure) => {
    for (const index of calls.keys())
      tell(index, index === at ? { state: 'failed', failure } : { state: 'not-sent' });
  };
  const refused = await firstRefused(kind, session, calls);
  if (refused) return stopAt(refused.index, refused.error);
  const begun = await kind.look(session, calls);
  if (!begun.ok) return stopAt(0, begun.error);
  await runSteps({
    ...{ calls, start: begun.data, kit: kind.kit, tell },
    send: (call, state) => send(kind, session, call, state),
    look: () => kind.look(session, calls),
  });
}

/** Who may not do all of it does none of it, and is told so before anything is looked up. Written to the audit trail. */
async function firstRefused<C, S>(
  kind: StepKind<C, S>,
  session: Session,
  calls: readonly C[],
): Promise<{ index: number; error: Failure } | undefined> {
  for (const [index, call] of calls.entries()) {
    const may = await guardRight(kind.rightOf(call), kind.gerundOf(call));
    if (may.ok) continue;
    const answer = await auditedWrite(session, kind.auditOf(call), async () => may);
    return { index, error: answer.ok ? may.error : answer.error };
  }
  return undefined;
}

function send<C, S>(kind: StepKind<C, S>, session: Session, call: C, state: S): Promise<Result<S>> {
  return auditedWrite(session, kind.auditOf(call), async () => {
    const may = await guardRight(kind.rightOf(call), kind.gerundOf(call));
    if (!may.ok) return may;
    const { requestId } = await requestFacts();
    const connection = await connect(session, requestId);
    if (!connection.ok) return connection;
    try {
      return await kind.send({ session, connection: connection.data }, call, state);
    } finally {
      // A write without an answer may have been carried out.
      kind.invalidate();
    }
  });
}

/** Said by the console: the platform was not asked. */
export const notThere = (message: string) => fail({ kind: 'invalid', message });
