/** Changes to the disks of a host, as orders of steps. */
import 'server-only';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import { nameToType, storageSteps } from '@/lib/domain/storage/editor/call-effect';
import type { StorageCall } from '@/lib/domain/storage/editor/calls';
import type { StorageState } from '@/lib/domain/storage/editor/facts';
import type { HostStorage, HostStoragePart } from '@/lib/domain/storage/host-storage';
import { isTyped } from '@/lib/domain/typed-name';
import { guard } from './guard';
import { nameOfHost } from './host-name';
import { auditOf } from './host-storage-audit';
import { sendStorageCall } from './host-storage-send';
import { invalidateStorage } from './outdated';
import type { Session } from './session-types';
import { orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

export type StorageOrder = StepOrder<StorageCall> & {
  /** uuid */
  host: string;
  /** What was typed to confirm what nothing takes back. */
  typedName?: string | undefined;
};

/** What is asked for is checked against the storage as it was last read; what is to be done, against a reading of its own. */
export async function orderStorageCalls({
  host,
  typedName,
  ...order
}: StorageOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const begun = await look(session.data, host, false);
  if (!begun.ok) return begun;
  const hostname = await nameOfHost(session.data, host);
  const error = unconfirmed(order.calls, begun.data, hostname, typedName);
  if (error) return fail(error);
  return orderSteps(storageChanges(host, hostname, begun.data), order);
}

const storageChanges = (
  host: string,
  hostname: string,
  begun: StorageState,
): StepKind<StorageCall, StorageState> => ({
  kit: storageSteps,
  rightOf: () => 'system.configure',
  gerundOf: () => 'Changing storage',
  auditOf: (call) => auditOf(call, hostname, begun),
  look: (session) => look(session, host, true),
  send: ({ connection }, call, state) => sendStorageCall(connection, host, call, state),
  invalidate: invalidateStorage,
});

/** Why the typed name does not count, or undefined. The browser checks too, but a browser can be talked to. */
function unconfirmed(
  calls: readonly StorageCall[],
  state: StorageState,
  hostname: string,
  typed = '',
): Failure | undefined {
  const names = calls.map((call) => nameToType(call, state, hostname));
  const name = names.find((one) => one !== null && !isTyped(typed, one));
  if (!name) return undefined;
  const message = `Type ${name} to confirm.`;
  return { kind: 'invalid', message, fields: { typedName: message } };
}

/** Lists that a change is made from: one that could not be read is not empty. */
const NEEDED: readonly HostStoragePart[] = [
  'disks',
  'partitions',
  'physicalVolumes',
  'volumeGroups',
  'storageFunctions',
];

/** @param anew read now: what is to be done depends on it */
async function look(session: Session, host: string, anew: boolean): Promise<Result<HostStorage>> {
  const { value, error } = await readView(session, 'hostStorage', { hostId: host }, anew);
  // An older reading is no basis for a change.
  if (error && anew) return fail(error);
  if (!value) return fail(error ?? { kind: 'unavailable', message: 'The storage could not be read.' });
  const unread = value.data.unread.find(({ part }) => NEEDED.includes(part));
  return unread ? fail({ kind: 'unavailable', message: unread.message }) : ok(value.data);
}
