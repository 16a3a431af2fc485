/** Changes to PTP, NTP and what hosts follow, as orders of steps. */
import 'server-only';
import { type ClockState, clockSteps } from '@/lib/domain/clock/ptp-call-effect';
import { type ClockCall, callGerund, rightOf } from '@/lib/domain/clock/ptp-calls';
import { fail, ok, type Result } from '@/lib/domain/result';
import { invalidateClocks } from './outdated';
import { auditOf } from './ptp-audit';
import { sendCall } from './ptp-send';
import type { Session } from './session-types';
import { orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

export type ClockOrder = StepOrder<ClockCall>;
export type ClockRun = StepRun;

const clockChanges: StepKind<ClockCall, ClockState> = {
  ...{ kit: clockSteps, rightOf, gerundOf: callGerund, auditOf, look },
  ...{ send: sendCall, invalidate: invalidateClocks },
};

export const orderClockCalls = (order: ClockOrder): Promise<Result<ClockRun>> =>
  orderSteps(clockChanges, order);

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
