/** Changes to cores, memory and the kernel of a host, as orders of steps. */
import 'server-only';
import { type CapacityCall, type CapacityState, capacitySteps } from '@/lib/domain/capacity/calls';
import { CAPACITY_DEED, CAPACITY_RIGHT } from '@/lib/domain/capacity/host-rules';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import * as writes from '@/lib/stx/sysinv/capacity-writes';
import { auditOfCapacity } from './capacity-audit';
import { guard } from './guard';
import { nameOfHost } from './host-name';
import { invalidateHosts } from './outdated';
import type { Session } from './session-types';
import { type By, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

/** @property host uuid */
export type CapacityOrder = StepOrder<CapacityCall> & { host: string };

export async function orderCapacityCalls({ host, ...order }: CapacityOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  return orderSteps(capacityChanges(host, await nameOfHost(session.data, host)), order);
}

const capacityChanges = (host: string, hostname: string): StepKind<CapacityCall, CapacityState> => ({
  kit: capacitySteps,
  rightOf: () => CAPACITY_RIGHT,
  gerundOf: () => CAPACITY_DEED,
  auditOf: (call) => auditOfCapacity(call, hostname),
  look: (session, calls) => look(session, host, calls),
  send: async ({ connection }, call, state) => {
    const answer = await send(connection, host, call);
    return answer.ok ? ok(capacitySteps.after(call, state)) : answer;
  },
  // Of the kernel, the subfunctions of the host tell too.
  invalidate: invalidateHosts,
});

/** Only what the calls are about is read; all rows of it or none, since one that is missing is changed as well. */
async function look(
  session: Session,
  hostId: string,
  calls: readonly CapacityCall[],
): Promise<Result<CapacityState>> {
  const about = (kind: CapacityCall['do']) => calls.some((call) => call.do === kind);
  const cpus = about('cpus.assign') ? await rowsOf(session, 'hostProcessors', hostId) : ok([]);
  if (!cpus.ok) return cpus;
  const memory = about('memory.change') ? await rowsOf(session, 'hostMemory', hostId) : ok([]);
  if (!memory.ok) return memory;
  if (!about('kernel.change')) return ok({ cpus: cpus.data, memory: memory.data, kernel: null });
  const { value, error } = await readView(session, 'hostKernel', { hostId }, true);
  if (error || !value) return fail(error ?? UNREAD);
  return ok({ cpus: cpus.data, memory: memory.data, kernel: value.data });
}

const UNREAD: Failure = { kind: 'unavailable', message: 'It could not be read.', service: 'sysinv' };

type Listed = 'hostProcessors' | 'hostMemory';
type RowOf<N extends Listed> = N extends 'hostProcessors'
  ? CapacityState['cpus'][number]
  : CapacityState['memory'][number];

async function rowsOf<N extends Listed>(
  session: Session,
  view: N,
  hostId: string,
): Promise<Result<readonly RowOf<N>[]>>;
async function rowsOf(session: Session, view: Listed, hostId: string): Promise<Result<readonly unknown[]>> {
  const { value, error } = await readView(session, view, { hostId }, true);
  // An older reading is no basis for a change.
  if (error || !value) return fail(error ?? UNREAD);
  const [odd] = value.data.unreadable;
  return odd ? fail({ ...UNREAD, kind: 'unreadable', message: odd.why }) : ok(value.data.rows);
}

function send(connection: By['connection'], host: string, call: CapacityCall): Promise<Result<null>> {
  switch (call.do) {
    case 'cpus.assign':
      return writes.assignCpus(connection, host, call.plan, call.vswitch);
    case 'memory.change':
      return writes.changeMemory(connection, call.memory, call.to);
    case 'kernel.change':
      return writes.changeKernel(connection, host, call.kernel);
  }
}
