/** Changes to the labels of a host, as orders of steps. */
import 'server-only';
import { type HostLabels, type LabelCall, labelSteps, pairWords } from '@/lib/domain/label/label-calls';
import { LABEL_DEED, LABEL_RIGHT } from '@/lib/domain/label/label-rules';
import { fail, ok, type Result } from '@/lib/domain/result';
import * as writes from '@/lib/stx/sysinv/label-writes';
import { guard } from './guard';
import { nameOfHost } from './host-name';
import { invalidateLabels } from './outdated';
import type { Session } from './session-types';
import { type By, notThere, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

/** @property host uuid */
export type LabelOrder = StepOrder<LabelCall> & { host: string };

export async function orderLabelCalls({ host, ...order }: LabelOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  return orderSteps(labelChanges(host, await nameOfHost(session.data, host)), order);
}

const labelChanges = (host: string, hostname: string): StepKind<LabelCall, HostLabels> => ({
  kit: labelSteps,
  rightOf: () => LABEL_RIGHT,
  gerundOf: () => LABEL_DEED,
  auditOf: (call) => auditOf(call, hostname),
  look: (session) => look(session, host),
  send: (by, call, state) => send(by, host, call, state),
  invalidate: invalidateLabels,
});

/** The names of details are those that lib/server/audit.ts may write in the clear. */
const auditOf = (call: LabelCall, hostname: string) =>
  call.do === 'label.remove'
    ? { action: 'host-label.remove', target: `${hostname} ${call.key}` }
    : {
        ...{ action: 'host-label.assign', target: hostname },
        details: { labels: call.labels.map(pairWords).join(' '), overwrite: String(call.overwrite) },
      };

async function look(session: Session, host: string): Promise<Result<HostLabels>> {
  const { value, error } = await readView(session, 'hostLabels', { hostId: host }, true);
  // An older reading is no basis for a change.
  if (error) return fail(error);
  return value
    ? ok({ labels: value.data.rows })
    : fail({ kind: 'unavailable', message: 'The labels could not be read.', service: 'sysinv' });
}

async function send(
  { connection }: By,
  host: string,
  call: LabelCall,
  state: HostLabels,
): Promise<Result<HostLabels>> {
  if (call.do === 'labels.assign') {
    const answer = await writes.assignLabels(connection, host, call.labels, call.overwrite);
    return answer.ok ? ok(labelSteps.after(call, state)) : answer;
  }
  const found = state.labels.find(({ key }) => key === call.key);
  if (!found) return notThere(`There is no label ${call.key}.`);
  const answer = await writes.removeLabel(connection, found.id);
  return answer.ok ? ok(labelSteps.after(call, state)) : answer;
}
