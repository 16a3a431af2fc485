/**
 * Changes to the disks of a host: sysinv api/controllers/v1/partition.py, lvg.py, pv.py, storage.py, disk.py. Each function is
 * one request; refusals come back in the platform's words. Ids are uuids.
 */
import 'server-only';
import { z } from 'zod';
import { ok, type Result } from '@/lib/domain/result';
import type { GroupAdd, GroupParameters, JournalPlace, OsdAdd } from '@/lib/domain/storage/editor/calls';
import { type Partition, PHYSICAL_VOLUME_GUID } from '@/lib/domain/storage/partition';
import { ask, type Connection, segment } from '../../connection';
import { readable, text } from '../../decode';

const madeWire = z.object({ uuid: z.string() });
const partitionWire = madeWire.extend({
  device_node: text,
  device_path: text,
  status: z.number().nullish().catch(null),
});

async function make<T>(
  connection: Connection,
  path: string,
  body: object,
  wire: z.ZodType<T>,
): Promise<Result<T>> {
  const answer = await ask(connection, 'sysinv', path, { method: 'POST', body });
  return answer.ok ? readable(wire, answer.data.body, 'sysinv', connection.requestId) : answer;
}

async function remove(connection: Connection, path: string, id: string): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', `${path}/${segment(id)}`, { method: 'DELETE' });
  return answer.ok ? ok(null) : answer;
}

async function replace(
  connection: Connection,
  path: string,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<Result<null>> {
  const body = Object.entries(columns).map(([name, value]) => ({ op: 'replace', path: `/${name}`, value }));
  const answer = await ask(connection, 'sysinv', `${path}/${segment(id)}`, { method: 'PATCH', body });
  return answer.ok ? ok(null) : answer;
}

/** What the platform says of a partition that it is about to make. */
export type MadePartition = Pick<Partition, 'id' | 'node' | 'path' | 'status'>;

export async function createPartition(
  connection: Connection,
  host: string,
  disk: string,
  sizeMib: number,
): Promise<Result<MadePartition>> {
  const body = { ihost_uuid: host, idisk_uuid: disk, size_mib: sizeMib, type_guid: PHYSICAL_VOLUME_GUID };
  const made = await make(connection, '/partitions', body, partitionWire);
  if (!made.ok) return made;
  const { uuid, device_node, device_path, status } = made.data;
  return ok({ id: uuid, node: device_node, path: device_path, status: status ?? null });
}

/** @param sizeMib afterwards */
export const growPartition = (connection: Connection, id: string, sizeMib: number) =>
  replace(connection, '/partitions', id, { size_mib: sizeMib });

export const deletePartition = (connection: Connection, id: string) => remove(connection, '/partitions', id);

/** Parameters go into `capabilities`, as the platform's own client sends them (cgts-client v1/ilvg.py). */
export async function addGroup(
  connection: Connection,
  host: string,
  name: string,
  lvm: GroupAdd['lvm'],
): Promise<Result<string>> {
  const capabilities = lvm ? { capabilities: { lvm_function: lvm.function, lvm_type: lvm.type } } : {};
  const body = { ihost_uuid: host, lvm_vg_name: name, ...capabilities };
  const made = await make(connection, '/ilvgs', body, madeWire);
  return made.ok ? ok(made.data.uuid) : made;
}

/** The parameters travel as JSON in a text (recorded: `"{\"concurrent_disk_operations\": 4}"`). */
export const changeGroup = (connection: Connection, id: string, to: GroupParameters) =>
  replace(connection, '/ilvgs', id, {
    capabilities: JSON.stringify({
      ...(to.function === undefined ? {} : { lvm_function: to.function }),
      ...(to.poolSizeGib === undefined ? {} : { lvm_pool_size: to.poolSizeGib }),
    }),
  });

export const removeGroup = (connection: Connection, id: string) => remove(connection, '/ilvgs', id);

/** @param device uuid of a disk or of a partition */
export async function addVolume(
  connection: Connection,
  host: string,
  group: string,
  kind: 'disk' | 'partition',
  device: string,
): Promise<Result<string>> {
  const body = { ihost_uuid: host, ilvg_uuid: group, pv_type: kind, disk_or_part_uuid: device };
  const made = await make(connection, '/ipvs', body, madeWire);
  return made.ok ? ok(made.data.uuid) : made;
}

export const removeVolume = (connection: Connection, id: string) => remove(connection, '/ipvs', id);

export async function addOsd(connection: Connection, host: string, call: OsdAdd): Promise<Result<string>> {
  const body = {
    ...{ function: 'osd', ihost_uuid: host, idisk_uuid: call.disk },
    ...(call.tier === null ? {} : { tier_uuid: call.tier }),
    ...(call.journal === null ? {} : { journal_location: call.journal }),
    ...(call.journalMib === null ? {} : { journal_size_mib: call.journalMib }),
  };
  const made = await make(connection, '/istors', body, madeWire);
  return made.ok ? ok(made.data.uuid) : made;
}

export async function addJournal(
  connection: Connection,
  host: string,
  disk: string,
): Promise<Result<string>> {
  const body = { function: 'journal', ihost_uuid: host, idisk_uuid: disk };
  const made = await make(connection, '/istors', body, madeWire);
  return made.ok ? ok(made.data.uuid) : made;
}

/** @param id of the OSD */
export const changeJournal = (connection: Connection, id: string, to: JournalPlace) =>
  replace(connection, '/istors', id, {
    ...(to.onId === undefined ? {} : { journal_location: to.onId }),
    ...(to.sizeMib === undefined ? {} : { journal_size_mib: to.sizeMib }),
  });

/** An OSD, or a disk of journals. */
export const removeFunction = (connection: Connection, id: string) => remove(connection, '/istors', id);

/** Both are always sent: without `skip_formatting` the platform fails. Its words are Python's. */
export const wipeDisk = (connection: Connection, id: string, format: boolean) =>
  replace(connection, '/idisks', id, { partition_table: 'gpt', skip_formatting: format ? 'False' : 'True' });
