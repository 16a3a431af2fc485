/**
 * Changes to PTP, NTP and what hosts follow. Each call is: right, audit line, one request that is never repeated, and word
 * to the shared reads. Several are run in order by steps.ts, and taken back when one of them fails.
 */
import 'server-only';
import { type ClockState, clockSteps } from '@/lib/domain/clock/ptp-call-effect';
import { type ClockCall, callGerund, rightOf } from '@/lib/domain/clock/ptp-calls';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { connect } from './platform';
import { auditOf } from './ptp-audit';
import { sendCall } from './ptp-send';
import { requestFacts } from './request';
import type { Session } from './session-types';
import { type StepRun, startRun } from './step-run';
import { once } from './submissions';
import { invalidateClocks, readView } from './views';

export type ClockOrder = {
  calls: readonly ClockCall[];
  /** Id of this press of the button. */
  submission: string;
};

export type ClockRun = StepRun;

/** The outer Result comes at once, after the session was checked; what came of the calls follows as it comes. */
export async function orderClockCalls(order: ClockOrder): Promise<Result<ClockRun>> {
  const session = await guard();
  if (!session.ok) return session;
  return once(session.data, order.submission, async () => ok(start(session.data, order.calls)));
}

const start = (session: Session, calls: readonly ClockCall[]): ClockRun =>
  startRun({
    ...{ calls, kit: clockSteps },
    refused: () => firstRefused(session, calls),
    send: (call, state) => send(session, call, state),
    look: () => look(session, calls),
  });

/** Who may not do all of it does none of it, and is told so before anything is looked up. Written to the audit trail. */
async function firstRefused(
  session: Session,
  calls: readonly ClockCall[],
): Promise<{ index: number; error: Failure } | undefined> {
  for (const [index, call] of calls.entries()) {
    const may = await guardRight(rightOf(call), callGerund(call));
    if (may.ok) continue;
    const answer = await auditedWrite(session, auditOf(call), async () => may);
    return { index, error: answer.ok ? may.error : answer.error };
  }
  return undefined;
}

/** The configuration as it is now: read anew, since what is to be done depends on it. */
async function look(session: Session, calls: readonly ClockCall[]): Promise<Result<ClockState>> {
  const needs = (kind: ClockCall['do']) => calls.some((call) => call.do === kind);
  const [config, ntp, hosts] = await Promise.all([
    readView(session, 'ptpConfig', {}, true),
    needs('ntp.change') ? readView(session, 'ntpServers', {}, true) : undefined,
    readView(session, 'hosts', {}, needs('host.follow')),
  ]);
  // An older reading is no basis for a change.
  const error = config.error ?? ntp?.error ?? (needs('host.follow') ? hosts.error : undefined);
  if (error) return fail(error);
  if (!config.value) return fail({ kind: 'unavailable', message: 'The configuration could not be read.' });
  return ok({
    config: config.value.data,
    ntp: ntp?.value?.data ?? null,
    follows: Object.fromEntries(
      (hosts.value?.data.hosts ?? []).map((host) => [host.hostname ?? host.id, host.clockSynchronization]),
    ),
  });
}

function send(session: Session, call: ClockCall, state: ClockState): Promise<Result<ClockState>> {
  return auditedWrite(session, auditOf(call), async () => {
    const may = await guardRight(rightOf(call), callGerund(call));
    if (!may.ok) return may;
    const { requestId } = await requestFacts();
    const connection = await connect(session, requestId);
    if (!connection.ok) return connection;
    try {
      return await sendCall({ session, connection: connection.data }, call, state);
    } finally {
      // A write without an answer may have been carried out.
      invalidateClocks();
    }
  });
}
