/** Acting on applications, as orders of steps: the platform takes a call and works on; `applications` tells how far it is. */
import 'server-only';
import type { Application } from '@/lib/domain/application/application';
import type { ApplicationCall } from '@/lib/domain/application/application-calls';
import { APPLICATION_DEED, APPLICATION_RIGHT } from '@/lib/domain/application/application-rights';
import { applicationSteps } from '@/lib/domain/application/application-steps';
import { tarfileName } from '@/lib/domain/application/tarfile';
import { fail, ok, type Result } from '@/lib/domain/result';
import { sendApplicationCall } from '@/lib/stx/sysinv/applications/applications';
import { tarfileDetails } from './application-audit';
import { invalidateApplications } from './outdated';
import type { Session } from './session-types';
import { type By, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

export type ApplicationOrder = StepOrder<ApplicationCall>;

const applicationActs: StepKind<ApplicationCall, readonly Application[]> = {
  ...{ kit: applicationSteps, look, send, invalidate: invalidateApplications },
  ...{ rightOf: () => APPLICATION_RIGHT, gerundOf: () => APPLICATION_DEED },
  auditOf,
};

function auditOf(call: ApplicationCall): {
  action: string;
  target: string;
  details?: Record<string, string>;
} {
  const action = `application.${call.do}`;
  switch (call.do) {
    case 'upload': {
      const { tarfile, name, version, images } = call;
      return {
        action,
        target: tarfileName(tarfile),
        details: tarfileDetails({ tarfile, name, version, images }),
      };
    }
    case 'update': {
      const { tarfile, version, reuseUserOverrides, reuseAttributes } = call;
      return {
        ...{ action, target: call.name },
        details: {
          ...tarfileDetails({ tarfile, name: null, version, images: false }),
          ...(reuseUserOverrides === null ? {} : { reuseUserOverrides: String(reuseUserOverrides) }),
          ...(reuseAttributes === null ? {} : { reuseAttributes: String(reuseAttributes) }),
        },
      };
    }
    default:
      return {
        ...{ action, target: call.name },
        ...('force' in call && call.force ? { details: { force: 'true' } } : {}),
      };
  }
}

export const orderApplicationCalls = (order: ApplicationOrder): Promise<Result<StepRun>> =>
  orderSteps(applicationActs, order);

async function look(session: Session): Promise<Result<readonly Application[]>> {
  const { value, error } = await readView(session, 'applications', {}, true);
  // An older reading is no basis for a change.
  if (error) return fail(error);
  return value
    ? ok(value.data.applications)
    : fail({ kind: 'unavailable', message: 'The applications could not be read.' });
}

async function send(
  { connection }: By,
  call: ApplicationCall,
  state: readonly Application[],
): Promise<Result<readonly Application[]>> {
  const answer = await sendApplicationCall(connection, call);
  return answer.ok ? ok(applicationSteps.after(call, state)) : answer;
}
