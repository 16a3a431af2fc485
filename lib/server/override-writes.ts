/**
 * Changing user overrides, and whether a chart is applied. Two people may edit the same overrides, and the platform takes
 * whatever comes last: so each write names the version that it was made for, and what the platform has is read anew just before
 * it. Writes of one chart through this console go one after the other; what comes by another way in the moment between reading
 * and writing is still lost, since the platform knows no condition on a write.
 */
import 'server-only';
import { APPLICATION_DEED, APPLICATION_RIGHT } from '@/lib/domain/application/application-rights';
import type { ChartReading } from '@/lib/domain/application/chart';
import {
  chartTarget,
  OVERRIDE_ACTIONS,
  type OverrideCall,
} from '@/lib/domain/application/overrides/override-calls';
import { readOverrides } from '@/lib/domain/application/overrides/override-yaml';
import { APPLICATION_UPDATED, LEFT_VERSION } from '@/lib/domain/application/overrides/pending';
import { fail, ok, type Result } from '@/lib/domain/result';
import { may } from '@/lib/domain/rights';
import { processWide } from '@/lib/process-wide';
import type { Connection } from '@/lib/stx/connection';
import { getApplication } from '@/lib/stx/sysinv/applications/applications';
import { getChartValues } from '@/lib/stx/sysinv/applications/charts';
import { sendOverrideCall } from '@/lib/stx/sysinv/applications/overrides';
import { whoLeft } from './application-changes';
import { auditedWrite } from './audit';
import { cloudName } from './cloud';
import { guard, guardRight } from './guard';
import { invalidateApplications } from './outdated';
import { versionOf, withVersion } from './override-version';
import { connect } from './platform';
import { requestFacts } from './request';
import type { Session } from './session-types';
import { once } from './submissions';

export type OverrideOrder = {
  call: OverrideCall;
  /** Id of this press of the button. */
  submission: string;
};

/** `values` as the platform has them now; null: it took the write and could not be read after it. */
export type OverrideDone =
  | { outcome: 'done'; values: ChartReading | null }
  /** Nothing was sent: the user overrides are not those any more that the person saw. `by`: null where nobody knows. */
  | Unsent;

type Unsent = {
  outcome: 'changed';
  values: ChartReading;
  by: string | null;
  whyUnknown: string | null;
  /** The same in a sentence, for whoever lost this answer and asks what became of it (submissions.ts). */
  unsent: string;
};

const UNSENT = 'The user overrides were changed meanwhile. They are shown as they are now; nothing was sent.';

declare global {
  interface RoostProcess {
    /** The last write of each chart. */
    overrideWrites?: Map<string, Promise<unknown>>;
  }
}

export async function orderOverride({ call, submission }: OverrideOrder): Promise<Result<OverrideDone>> {
  const session = await guard();
  if (!session.ok) return session;
  const key = `${cloudName()} ${chartTarget(call)}`;
  return once(session.data, submission, () => oneAfterTheOther(key, () => write(session.data, call)));
}

function oneAfterTheOther<T>(key: string, run: () => Promise<T>): Promise<T> {
  const shared = processWide();
  shared.overrideWrites ??= new Map();
  const { overrideWrites } = shared;
  const mine = (overrideWrites.get(key) ?? Promise.resolve()).then(run, run);
  overrideWrites.set(key, mine);
  const leave = () => {
    if (overrideWrites.get(key) === mine) overrideWrites.delete(key);
  };
  mine.then(leave, leave);
  return mine;
}

async function write(session: Session, call: OverrideCall): Promise<Result<OverrideDone>> {
  const line = { action: OVERRIDE_ACTIONS[call.do], target: chartTarget(call), details: detailsOf(call) };
  const right = await guardRight(APPLICATION_RIGHT, APPLICATION_DEED);
  if (!right.ok) return auditedWrite(session, line, async () => right);
  const { requestId } = await requestFacts();
  const connection = await connect(session, requestId);
  if (!connection.ok) return auditedWrite(session, line, async () => connection);
  if (call.do === 'save' && !readOverrides(call.yaml).ok)
    return fail({ kind: 'invalid', message: 'These overrides are not YAML that can be merged.' });
  if ('began' in call) {
    const changed = await changedSince(session, connection.data, call);
    if (!changed.ok) return changed;
    if (changed.data) return ok(changed.data);
  }
  return auditedWrite(session, line, () => carryOut(connection.data, call, line.details));
}

/** What stands there instead of what the person saw; null: it is as they saw it. */
async function changedSince(
  session: Session,
  connection: Connection,
  call: Extract<OverrideCall, { began: string }>,
): Promise<Result<Unsent | null>> {
  const now = await getChartValues(connection, call);
  if (!now.ok) return now;
  const values = withVersion(now.data);
  if (values.version === call.began) return ok(null);
  const seesPeople = may(session.viewer, 'audit.read', 'Seeing who changed it');
  const by = seesPeople.ok ? await whoLeft(chartTarget(call), values.version) : null;
  const whyUnknown = seesPeople.ok ? null : seesPeople.why;
  return ok({ outcome: 'changed', values, by, whyUnknown, unsent: UNSENT });
}

/** @param details of the audit line, which is written when this is over: what only the platform knows is added to it */
async function carryOut(
  connection: Connection,
  call: OverrideCall,
  details: Record<string, string | number>,
): Promise<Result<OverrideDone>> {
  const application = await getApplication(connection, call.application);
  if (application.ok && application.data.updatedAt !== null)
    details[APPLICATION_UPDATED] = application.data.updatedAt;
  try {
    const sent = await sendOverrideCall(connection, call);
    if (!sent.ok) return sent;
    const after = await getChartValues(connection, call);
    if (!after.ok) return ok({ outcome: 'done', values: null });
    details[LEFT_VERSION] = versionOf(after.data.user);
    return ok({ outcome: 'done', values: withVersion(after.data) });
  } finally {
    // A write without an answer may have been carried out.
    invalidateApplications();
  }
}

/** Never the values themselves: passwords are among them. */
function detailsOf(call: OverrideCall): Record<string, string | number> {
  switch (call.do) {
    case 'save':
      return { helmFlags: call.keep ? 'reuse_values' : 'reset_values' };
    case 'clear':
      return {};
    case 'enable':
    case 'disable':
      return { chartEnabled: String(call.do === 'enable'), helmFlags: 'reuse_values' };
  }
}
