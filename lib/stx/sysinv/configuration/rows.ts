/** Rows that only a whole configuration needs: memory as it is to be, and settings of the system. */
import 'server-only';
import { z } from 'zod';
import type { MemoryPlan, SystemSettings } from '@/lib/domain/declarative/source';
import { number, readRows, text } from '../../decode';

const memoryWire = z.object({
  uuid: z.string(),
  numa_node: number,
  platform_reserved_mib: number,
  vswitch_hugepages_size_mib: number,
  vswitch_hugepages_nr: number,
  vswitch_hugepages_reqd: number,
  vm_hugepages_nr_2M: number,
  vm_hugepages_nr_2M_pending: number,
  vm_hugepages_nr_1G: number,
  vm_hugepages_nr_1G_pending: number,
});

/** Decodes rows of `/v1/imemorys` (api/controllers/v1/memory.py) as they will be after the next unlock. */
export const decodeMemoryPlans = (rows: readonly unknown[]) =>
  readRows(
    rows,
    memoryWire,
    (row): MemoryPlan => ({
      node: row.numa_node,
      platformMib: row.platform_reserved_mib,
      vswitch: {
        pageMib: row.vswitch_hugepages_size_mib,
        pages: row.vswitch_hugepages_reqd ?? row.vswitch_hugepages_nr,
      },
      pages2M: row.vm_hugepages_nr_2M_pending ?? row.vm_hugepages_nr_2M,
      pages1G: row.vm_hugepages_nr_1G_pending ?? row.vm_hugepages_nr_1G,
    }),
    ['uuid'],
  );

const dnsWire = z.object({ uuid: z.string(), nameservers: text });

/** Decodes the row of `/v1/idns` (api/controllers/v1/dns.py): addresses with commas between. */
export const decodeDns = (rows: readonly unknown[]) => {
  const { rows: lists, unreadable } = readRows(rows, dnsWire, ({ nameservers }) => nameservers ?? '', []);
  const servers = lists.flatMap((list) => list.split(',')).map((server) => server.trim());
  return { rows: servers.filter((server) => server !== ''), unreadable };
};

const drbdWire = z.object({ uuid: z.string(), link_util: number });

/** Decodes the row of `/v1/drbdconfig` (api/controllers/v1/drbdconfig.py): how much of a link it may take, in percent. */
export const decodeDrbd = (rows: readonly unknown[]) => {
  const read = readRows(rows, drbdWire, ({ link_util }) => link_util, []);
  return { rows: read.rows.filter((share) => share !== null), unreadable: read.unreadable };
};

const settingsWire = z.object({
  uuid: z.string(),
  latitude: text,
  longitude: text,
});

/** Decodes rows of `/v1/isystems`, as far as only a configuration says it. */
export const decodeSystemSettings = (rows: readonly unknown[]) =>
  readRows(
    rows,
    settingsWire,
    (row): SystemSettings => ({
      latitude: row.latitude,
      longitude: row.longitude,
    }),
    ['name'],
  );
