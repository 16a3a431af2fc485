/** Interfaces of one host: sysinv `/v1/ihosts/{uuid}/iinterfaces` (api/controllers/v1/interface.py). */
import 'server-only';
import { z } from 'zod';
import type { HostInterface } from '@/lib/domain/host-interface';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, collect, segment } from '../connection';
import { readRows, text } from '../decode';

const wire = z.object({ uuid: z.string(), ifname: z.string(), iftype: text, ifclass: text });

/** Decodes rows of `/v1/iinterfaces`. */
export const decodeHostInterfaces = (rows: readonly unknown[]) =>
  readRows(
    rows,
    wire,
    ({ uuid, ifname, iftype, ifclass }): HostInterface => ({
      ...{ id: uuid, name: ifname, type: iftype },
      // The platform writes the word where it means that there is no class.
      class: ifclass === 'none' ? null : ifclass,
    }),
    ['ifname'],
  );

/** By name. An odd row is left out: nobody can choose what has no name. @param host uuid */
export async function listHostInterfaces(
  connection: Connection,
  host: string,
): Promise<Result<HostInterface[]>> {
  const rows = await collect(connection, `/ihosts/${segment(host)}/iinterfaces`, 'iinterfaces');
  if (!rows.ok) return rows;
  return ok(decodeHostInterfaces(rows.data).rows.sort((a, b) => a.name.localeCompare(b.name, 'en')));
}
