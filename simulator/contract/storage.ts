/** What a recorded write of storage needs in the simulated cloud: a lock, a state, a size, room that is as it was. */
import type { World } from '../kernel/world';
import { rowsOn } from '../sysinv/network/rows';
import { groupNamed, onHost, PARTITION } from '../sysinv/storage/rows';
import type { Recording } from './recording';

const EXTENTS_PER_GIB = 32;

export function arrangeStorage(world: World, recording: Recording, path: string): void {
  const { method, body } = recording;
  if (method === 'GET') return;
  const [, , segment = '', id = '', below = ''] = path.split('/');
  const said = JSON.stringify(body);
  if (segment === 'partitions') arrangePartition(world, id, said);
  if (segment === 'ilvgs' || segment === 'istors') {
    const refused = said.includes('must be locked');
    for (const { row } of world.sysinv.hosts) row.administrative = refused ? 'unlocked' : 'locked';
  }
  if (segment === 'ihosts' && below === 'host_fs') arrangeHostFs(world, id, said);
}

/** A refusal names the state that the partition was in, or what was on it. */
function arrangePartition(world: World, id: string, said: string): void {
  const row = onHost(world, 'partitions', id)?.row;
  if (!row) return;
  const volume = /A physical volume \((\S+)\)/.exec(said)?.[1];
  if (volume) row.device_node = volume;
  else Object.assign(row, { ipv_uuid: null, status: PARTITION.creating, size_mib: 10_240 });
}

/** A refusal names the size that the filesystem had, or the room that was left. */
function arrangeHostFs(world: World, id: string, said: string): void {
  const host = world.sysinv.find(id);
  if (!host) return;
  const [, name, size] = /filesystem '([^']+)' should be bigger than (\d+)/.exec(said) ?? [];
  const [, free, growth] = /free space (\d+) GiB, requested total increase (\d+)/.exec(said) ?? [];
  for (const fs of rowsOn(world, 'host_fs', host)) {
    if (fs.name === name) fs.size = Number(size);
    if (fs.name === 'scratch' && growth) fs.size = 99_999 - Number(growth);
  }
  const group = groupNamed(world, host, 'cgts-vg');
  if (group && free) group.lvm_vg_free_pe = Number(free) * EXTENTS_PER_GIB;
}
