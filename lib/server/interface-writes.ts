/** Changes to the network of a host, as orders of steps: names become the ids that the platform wants. */
import 'server-only';
import type { OptionalPart } from '@/lib/domain/network/host-network';
import { type InterfaceState, interfaceSteps } from '@/lib/domain/network/interface-call-effect';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import { fail, ok, type Result } from '@/lib/domain/result';
import { guard } from './guard';
import { nameOfHost } from './host-name';
import { auditOf } from './interface-audit';
import { sendInterfaceCall } from './interface-send';
import { invalidateHostNetwork } from './outdated';
import type { Session } from './session-types';
import { orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

/** @property host uuid */
export type InterfaceOrder = StepOrder<InterfaceCall> & { host: string };

export async function orderInterfaceCalls({ host, ...order }: InterfaceOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  return orderSteps(interfaceChanges(host, await nameOfHost(session.data, host)), order);
}

const interfaceChanges = (host: string, hostname: string): StepKind<InterfaceCall, InterfaceState> => ({
  kit: interfaceSteps,
  rightOf: () => 'system.configure',
  gerundOf: () => 'Changing interfaces',
  auditOf: (call) => auditOf(call, hostname),
  look: (session, calls) => look(session, host, calls),
  send: ({ connection }, call, state) => sendInterfaceCall(connection, host, call, state),
  invalidate: invalidateHostNetwork,
});

/** Lists that a change is made from: one that could not be read is not empty. */
const NEEDED: readonly OptionalPart[] = ['networks', 'dataNetworks', 'addresses'];

/** The network as it is now: read anew, since what is to be done depends on it. */
async function look(
  session: Session,
  host: string,
  calls: readonly InterfaceCall[],
): Promise<Result<InterfaceState>> {
  const routed = calls.some((call) => call.do === 'route.add' || call.do === 'route.delete');
  const [network, more, choices] = await Promise.all([
    readView(session, 'hostNetwork', { hostId: host, peerId: null }, true),
    routed ? readView(session, 'hostNetworkMore', { hostId: host }, true) : undefined,
    readView(session, 'interfaceChoices', {}, true),
  ]);
  // An older reading is no basis for a change.
  const error = network.error ?? more?.error ?? choices.error;
  if (error) return fail(error);
  const unread =
    network.value?.data.unread.find(({ part }) => NEEDED.includes(part)) ??
    more?.value?.data.unread.find(({ part }) => part === 'routes');
  if (!network.value || !choices.value || unread) {
    return fail({ kind: 'unavailable', message: unread?.message ?? 'The network could not be read.' });
  }
  const { interfaces, networks, dataNetworks, addresses } = network.value.data;
  return ok({
    ...{ interfaces, networks, dataNetworks, addresses },
    routes: more?.value?.data.routes ?? [],
    choices: choices.value.data,
  });
}
