/**
 * Changes to the network of a host. Each call is: right, audit line, one request that is never repeated, and word to the
 * shared reads. Several are run in order, and taken back in reverse when one of them fails.
 */
import 'server-only';
import { hostName } from '@/lib/domain/host';
import type { OptionalPart } from '@/lib/domain/network/host-network';
import { type InterfaceState, interfaceSteps } from '@/lib/domain/network/interface-call-effect';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { auditOf } from './interface-audit';
import { sendInterfaceCall } from './interface-send';
import { connect } from './platform';
import { requestFacts } from './request';
import type { Session } from './session-types';
import { type StepRun, startRun } from './step-run';
import { once } from './submissions';
import { invalidateHostNetwork, readView } from './views';

export type InterfaceOrder = {
  /** Host uuid. */
  host: string;
  calls: readonly InterfaceCall[];
  /** Id of this press of the button. */
  submission: string;
};

/** The outer Result comes at once, after the session was checked; what came of the calls follows as it comes. */
export async function orderInterfaceCalls(order: InterfaceOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  return once(session.data, order.submission, async () => {
    const hostname = await nameOf(session.data, order.host);
    return ok(start({ session: session.data, host: order.host, hostname }, order.calls));
  });
}

type By = { session: Session; host: string; hostname: string };

const start = (by: By, calls: readonly InterfaceCall[]): StepRun =>
  startRun({
    ...{ calls, kit: interfaceSteps },
    refused: () => firstRefused(by, calls),
    send: (call, state) => send(by, call, state),
    look: () => look(by, calls),
  });

async function nameOf(session: Session, id: string): Promise<string> {
  const { value } = await readView(session, 'hosts', {});
  const host = value?.data.hosts.find((one) => one.id === id);
  return host ? hostName(host) : id;
}

const mayConfigure = () => guardRight('system.configure', 'Changing interfaces');

/** One right for all of them: the first is the one that is refused. */
async function firstRefused(
  { session, hostname }: By,
  [first]: readonly InterfaceCall[],
): Promise<{ index: number; error: Failure } | undefined> {
  const may = await mayConfigure();
  if (may.ok || !first) return undefined;
  await auditedWrite(session, auditOf(first, hostname), async () => may);
  return { index: 0, error: may.error };
}

/** Lists that a change is made from: one that could not be read is not empty. */
const NEEDED: readonly OptionalPart[] = ['networks', 'dataNetworks', 'addresses'];

/** The network as it is now: read anew, since what is to be done depends on it. */
async function look({ session, host }: By, calls: readonly InterfaceCall[]): Promise<Result<InterfaceState>> {
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

function send(by: By, call: InterfaceCall, state: InterfaceState): Promise<Result<InterfaceState>> {
  return auditedWrite(by.session, auditOf(call, by.hostname), async () => {
    const may = await mayConfigure();
    if (!may.ok) return may;
    const { requestId } = await requestFacts();
    const connection = await connect(by.session, requestId);
    if (!connection.ok) return connection;
    try {
      return await sendInterfaceCall(connection.data, by.host, call, state);
    } finally {
      // A write without an answer may have been carried out.
      invalidateHostNetwork();
    }
  });
}
