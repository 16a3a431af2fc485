/**
 * Everything that is configured below a host: below one, or of all of them at once where the platform has a list of all that works.
 * `/v1/labels` of all hosts fails and `/v1/partitions` of all hosts is empty (both recorded): these two are asked for below each host.
 */
import 'server-only';
import { z } from 'zod';
import type { HostList, HostLists, Said } from '@/lib/domain/declarative/source';
import type { Host } from '@/lib/domain/host';
import type { Result } from '@/lib/domain/result';
import { type Connection, collect, segment } from '../../connection';
import { number, text } from '../../decode';
import { cpus, decodePart, labels } from '../host-parts';
import { decodeAddresses, decodeRoutes } from '../network/addresses';
import { decodeDataUses, decodeInterfaces, decodeNetworkUses } from '../network/interfaces';
import { decodePorts } from '../network/ports';
import type { Decode } from '../read-rows';
import { decodeDisks } from '../storage/disks';
import { decodeHostFs } from '../storage/filesystems';
import { decodePartitions } from '../storage/partitions';
import { decodeStorageFunctions } from '../storage/storage-functions';
import { decodePhysicalVolumes, decodeVolumeGroups } from '../storage/volumes';
import { decodeMemoryPlans } from './rows';

/** Key of each list, which is its path below a host; where the list of all hosts is, null where there is none. */
const LISTS: Readonly<Record<HostList, { key: string; everywhere: string | null }>> = {
  cpus: { key: 'icpus', everywhere: 'icpus' },
  memory: { key: 'imemorys', everywhere: 'imemorys' },
  labels: { key: 'labels', everywhere: null },
  ports: { key: 'ethernet_ports', everywhere: 'ethernet_ports' },
  // The bare list is empty over all hosts, its details are not (both recorded).
  interfaces: { key: 'iinterfaces', everywhere: 'iinterfaces/detail' },
  networks: { key: 'interface_networks', everywhere: 'interface_networks' },
  dataNetworks: { key: 'interface_datanetworks', everywhere: 'interface_datanetworks' },
  addresses: { key: 'addresses', everywhere: 'addresses' },
  routes: { key: 'routes', everywhere: 'routes' },
  disks: { key: 'idisks', everywhere: 'idisks' },
  partitions: { key: 'partitions', everywhere: null },
  physicalVolumes: { key: 'ipvs', everywhere: 'ipvs' },
  volumeGroups: { key: 'ilvgs', everywhere: 'ilvgs' },
  storageFunctions: { key: 'istors', everywhere: 'istors' },
  filesystems: { key: 'host_fs', everywhere: 'host_fs' },
};
const NAMES: readonly HostList[] = Object.keys(LISTS).filter((name): name is HostList =>
  Object.hasOwn(LISTS, name),
);

/** Rows that are read of a list at once (lib/stx/connection.ts): a list as long as this may have been cut. */
const MOST_ROWS = 100_000;

type Raw = Result<readonly unknown[]>;
type ByHost = { byId: ReadonlyMap<string, unknown[]>; byNumber: ReadonlyMap<number, unknown[]> };
/** Lists of all hosts; what is missing among them is asked for below each host. */
export type Everywhere = Partial<Record<HostList, Result<ByHost>>>;

/** Thirteen requests, and one more for every further 2,000 rows of a list. */
export async function readEverywhere(connection: Connection): Promise<Everywhere> {
  const found: Everywhere = {};
  await Promise.all(
    NAMES.map(async (name) => {
      const { key, everywhere } = LISTS[name];
      if (everywhere === null) return;
      const rows = await collect(connection, `/${everywhere}`, key);
      if (rows.ok && rows.data.length >= MOST_ROWS) return;
      found[name] = rows.ok ? { ok: true, data: grouped(rows.data) } : rows;
    }),
  );
  return found;
}

const ownerWire = z.object({ ihost_uuid: text, host_uuid: text, forihostid: number });

/** Rows name their host by its uuid, what is on interfaces by its integer alone. */
function grouped(rows: readonly unknown[]): ByHost {
  const byId = new Map<string, unknown[]>();
  const byNumber = new Map<number, unknown[]>();
  for (const row of rows) {
    const { data } = ownerWire.safeParse(row);
    const id = data?.ihost_uuid ?? data?.host_uuid ?? null;
    if (id !== null) put(byId, id, row);
    else if (data && data.forihostid !== null) put(byNumber, data.forihostid, row);
  }
  return { byId, byNumber };
}

function put<K>(groups: Map<K, unknown[]>, key: K, row: unknown): void {
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}

/**
 * Fifteen requests for one host; two where lists of all hosts are at hand: labels, and partitions if volumes are on any.
 * @param everywhere lists of all hosts
 */
export async function readHostLists(
  connection: Connection,
  host: Host,
  everywhere: Everywhere = {},
): Promise<HostLists> {
  const rowsOf = async (name: HostList): Promise<Raw> => {
    const all = everywhere[name];
    if (!all) return collect(connection, `/ihosts/${segment(host.id)}/${LISTS[name].key}`, LISTS[name].key);
    if (!all.ok) return all;
    const { byId, byNumber } = all.data;
    return {
      ok: true,
      data: [
        ...(byId.get(host.id) ?? []),
        ...(host.number === null ? [] : (byNumber.get(host.number) ?? [])),
      ],
    };
  };
  const physicalVolumes = saidOf(await rowsOf('physicalVolumes'), decodePhysicalVolumes);
  const onPartitions =
    'unread' in physicalVolumes || physicalVolumes.rows.some(({ type }) => type === 'partition');
  const none: Raw = { ok: true, data: [] };
  const [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = await Promise.all([
    ...[rowsOf('cpus'), rowsOf('memory'), rowsOf('labels'), rowsOf('ports'), rowsOf('interfaces')],
    ...[rowsOf('networks'), rowsOf('dataNetworks'), rowsOf('addresses'), rowsOf('routes'), rowsOf('disks')],
    onPartitions ? rowsOf('partitions') : none,
    ...[rowsOf('volumeGroups'), rowsOf('storageFunctions'), rowsOf('filesystems')],
  ] as const);
  return {
    cpus: saidOf(a, (rows) => decodePart(cpus, rows)),
    memory: saidOf(b, decodeMemoryPlans),
    labels: saidOf(c, (rows) => decodePart(labels, rows)),
    ports: saidOf(d, decodePorts),
    interfaces: saidOf(e, decodeInterfaces),
    networks: saidOf(f, decodeNetworkUses),
    dataNetworks: saidOf(g, decodeDataUses),
    addresses: saidOf(h, decodeAddresses),
    routes: saidOf(i, decodeRoutes),
    disks: saidOf(j, decodeDisks),
    partitions: saidOf(k, decodePartitions),
    physicalVolumes,
    volumeGroups: saidOf(l, decodeVolumeGroups),
    storageFunctions: saidOf(m, decodeStorageFunctions),
    filesystems: saidOf(n, decodeHostFs),
  };
}

/** Rows as far as they can be read, or the platform's words. */
export function saidOf<T>(raw: Raw, decode: Decode<T>): Said<T> {
  if (!raw.ok) return { unread: raw.error.message };
  const { rows, unreadable } = decode(raw.data);
  return { rows, odd: unreadable.length };
}
