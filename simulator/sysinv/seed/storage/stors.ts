/** Storage functions of a host (OSDs and journals), and its Ceph monitor. */
import type { Host } from '../../host';
import { type Row, rowUuid } from '../../rows';
import { begin, isInventoried, type SeedContext, type Seeder } from '../context';
import { DEFAULT_JOURNAL_MIB } from './disks';
import { functionOn, partitionNode, slotsOf } from './layout';

/** The id of the first OSD of a host: storage hosts come after two controllers, all-in-ones are the first hosts. */
function firstOsd(host: Host, context: SeedContext): number {
  const before = host.row.personality === 'storage' ? 3 : 1;
  return (host.row.id - before) * slotsOf(host, context).filter(({ use }) => use === 'osd').length;
}

export const istors: Seeder = (host, context) => {
  if (!isInventoried(host) || context.storage.kind === 'lvm') return [];
  const slots = slotsOf(host, context);
  const journal = slots.find(({ use }) => use === 'journal');
  const rook = context.storage.kind === 'rook';
  const rows: Row[] = [];
  for (const [n, slot] of slots.entries()) {
    const at = functionOn(slots, n);
    if (at < 0) continue;
    const osd = slot.use === 'osd';
    const nth = journal ? at - 1 : at;
    // Without a journal disk the journal is the second partition of the OSD's own. Rook keeps none apart.
    const [on, part] = journal ? [journal, at] : [slot, 2];
    const held = osd && !rook;
    rows.push({
      ...begin('istors', host, at, context),
      updated_at: null,
      osdid: osd ? firstOsd(host, context) + nth : null,
      function: slot.use,
      state: 'configured',
      capabilities: {},
      idisk_uuid: rowUuid('idisks', host.row.id, n),
      journal_location: held ? rowUuid('istors', host.row.id, journal ? 0 : at) : null,
      journal_size_mib: held ? DEFAULT_JOURNAL_MIB : null,
      journal_path: held ? `${on.path}-part${part}` : null,
      journal_node: held ? partitionNode(on.node, part) : null,
      tier_uuid: osd ? rowUuid('storage_tiers', 0, slot.tier) : null,
      tier_name: osd ? (context.storage.tiers[slot.tier] ?? null) : null,
      fortierid: osd ? slot.tier + 1 : null,
    });
  }
  return rows;
};

export const MONITOR_GIB = 20;

export const cephMon: Seeder = (host, context) =>
  context.storage.kind === 'ceph' && context.monitors.includes(host.row.hostname ?? '')
    ? [
        {
          ...begin('ceph_mon', host, 0, context),
          updated_at: null,
          device_path: null,
          hostname: host.row.hostname,
          ceph_mon_gib: MONITOR_GIB,
          state: 'configured',
          task: null,
        },
      ]
    : [];
