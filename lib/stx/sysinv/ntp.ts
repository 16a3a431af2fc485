/** NTP servers of the cloud: sysinv `/v1/intp` (api/controllers/v1/ntp.py), one row, whose key is `intps`. */
import 'server-only';
import { z } from 'zod';
import type { NtpServers } from '@/lib/domain/clock/ptp-config';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from '../connection';
import { readRows, text } from '../decode';

const ntpWire = z.object({ uuid: z.string(), ntpservers: text });

const reshape = ({ uuid, ntpservers }: z.infer<typeof ntpWire>): NtpServers => ({
  id: uuid,
  servers: (ntpservers ?? '')
    .split(',')
    .map((server) => server.trim())
    .filter(Boolean),
});

/** Decodes rows of `/v1/intp`. */
export const decodeNtpServers = (rows: readonly unknown[]) => readRows(rows, ntpWire, reshape, []);

export async function getNtpServers(connection: Connection): Promise<Result<NtpServers>> {
  const rows = await collect(connection, '/intp', 'intps');
  if (!rows.ok) return rows;
  const servers = decodeNtpServers(rows.data).rows[0];
  if (servers) return ok(servers);
  const message = 'sysinv gives no list of NTP servers that can be read.';
  return fail({ kind: 'unreadable', service: 'sysinv', requestId: connection.requestId, message });
}
