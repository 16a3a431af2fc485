/** Wiping a disk (sysinv api/controllers/v1/disk.py patch): the one thing that is done to one. */
import type { Call, Reply } from '../../../kernel/http';
import type { Caller } from '../../../kernel/world';
import { refuse } from '../../faults';
import { perHost, removeRow, rowsOn } from '../../network/rows';
import { inService } from '../../storage/jobs';
import { recount } from '../../storage/recount';
import { isRootDisk, onHost, partitionsOn } from '../../storage/rows';
import { notFound, type RouteOn } from '../collections';
import { patchOperations } from '../json-patch';
import { rawJson } from '../wire';

export function diskRoutes(on: RouteOn): void {
  on('PATCH', '/v1/idisks/:id', wipe);
}

/** Body: `replace /partition_table` = gpt and `replace /skip_formatting`, as text. Own words throughout. */
function wipe(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const id = call.params.id ?? '';
  const { row: disk, host } = onHost(world, 'idisks', id) ?? notFound(perHost('idisks'), id);
  const table = operations.find(({ path }) => path === '/partition_table')?.value;
  if (table !== undefined && table !== 'gpt') refuse(400, 'Disks are given a gpt table, no other');
  const personality = host.row.personality;
  if (personality !== 'controller' && personality !== 'worker') {
    refuse(400, 'Disks are wiped on controllers and workers');
  }
  if (isRootDisk(disk)) refuse(400, 'The root disk is not wiped');
  const path = String(disk.device_path);
  const used = rowsOn(world, 'ipvs', host).some((row) =>
    String(row.disk_or_part_device_path).startsWith(path),
  );
  if (used) refuse(400, 'The disk, or a partition of it, is a physical volume');
  // The platform's controller needs this one and does not say so when it is missing.
  const skip = operations.find(({ path: at }) => at === '/skip_formatting')?.value;
  if (typeof skip !== 'string') refuse(500, 'skip_formatting is needed');
  inService(world, host, 10, (worked) => {
    if (!worked()) return;
    const rows = rowsOn(world, 'partitions', host);
    for (const row of partitionsOn(world, host, disk)) removeRow(rows, row);
    recount(world, host);
  });
  return rawJson('null');
}
