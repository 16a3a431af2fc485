/** One change to the disks of a host as one request: names become the ids that the platform wants. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { storageSteps } from '@/lib/domain/storage/editor/call-effect';
import type { PartitionCreate, StorageCall, VolumeCall } from '@/lib/domain/storage/editor/calls';
import {
  deviceId,
  functionOn,
  groupOf,
  partitionOf,
  type StorageState,
  volumeOn,
} from '@/lib/domain/storage/editor/facts';
import type { Connection } from '@/lib/stx/connection';
import * as writes from '@/lib/stx/sysinv/storage/storage-writes';

/**
 * @param host uuid
 * @returns the state afterwards
 */
export async function sendStorageCall(
  connection: Connection,
  host: string,
  call: StorageCall,
  state: StorageState,
): Promise<Result<StorageState>> {
  const after = storageSteps.after(call, state);
  if (call.do === 'partition.create') return create(connection, host, call, after);
  if (call.do === 'group.add') {
    const made = await writes.addGroup(connection, host, call.group, call.lvm);
    if (!made.ok) return made;
    const volumeGroups = after.volumeGroups.map((one) =>
      one.name === call.group ? { ...one, id: made.data } : one,
    );
    return ok({ ...after, volumeGroups });
  }
  const answer = await send(connection, host, call, state);
  return answer.ok ? ok(after) : answer;
}

async function create(
  connection: Connection,
  host: string,
  call: PartitionCreate,
  after: StorageState,
): Promise<Result<StorageState>> {
  const made = await writes.createPartition(connection, host, call.newOn, call.sizeMib);
  if (!made.ok) return made;
  return ok({
    ...after,
    partitions: after.partitions.map((one) => (one.id === '' ? { ...one, ...made.data } : one)),
  });
}

type Sent = Exclude<StorageCall, { do: 'partition.create' | 'group.add' }>;

async function send(
  connection: Connection,
  host: string,
  call: Sent,
  state: StorageState,
): Promise<Result<unknown>> {
  switch (call.do) {
    case 'partition.grow':
      return writes.growPartition(connection, call.partition, call.sizeMib);
    case 'partition.delete':
      return withId(partitionOf(state, call.on)?.id, (id) => writes.deletePartition(connection, id));
    case 'group.remove':
      return withId(groupOf(state, call.group)?.id, (id) => writes.removeGroup(connection, id));
    case 'group.change':
      return withId(groupOf(state, call.group)?.id, (id) => writes.changeGroup(connection, id, call.to));
    case 'volume.add':
      return addVolume(connection, host, call, state);
    case 'volume.remove':
      return withId(volumeOn(state, call.on)?.id, (id) => writes.removeVolume(connection, id));
    case 'osd.add':
      return writes.addOsd(connection, host, call);
    case 'journal.add':
      return writes.addJournal(connection, host, call.disk);
    case 'osd.remove':
    case 'journal.remove':
      return withId(functionOn(state, call.disk)?.id, (id) => writes.removeFunction(connection, id));
    case 'journal.change':
      return withId(functionOn(state, call.disk)?.id, (id) => writes.changeJournal(connection, id, call.to));
    case 'disk.wipe':
      return writes.wipeDisk(connection, call.disk, call.format);
  }
}

function addVolume(
  connection: Connection,
  host: string,
  { group: name, on }: VolumeCall,
  state: StorageState,
): Promise<Result<unknown>> | Result<unknown> {
  const group = groupOf(state, name);
  if (!group) return missing(`This host has no volume group ${name}.`);
  const kind = 'disk' in on ? 'disk' : 'partition';
  return withId(deviceId(state, on), (device) => writes.addVolume(connection, host, group.id, kind, device));
}

const withId = (
  id: string | undefined,
  then: (id: string) => Promise<Result<unknown>>,
): Promise<Result<unknown>> | Result<unknown> =>
  id ? then(id) : missing('The platform does not list it any more.');

const missing = (message: string) => fail({ kind: 'not-found', message });
