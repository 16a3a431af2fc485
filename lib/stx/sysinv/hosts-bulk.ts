/** Hosts in bulk: sysinv `/v1/ihosts/bulk_add` and `/v1/ihosts/bulk_export` (api/controllers/v1/host.py). */
import 'server-only';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { BulkAnswer } from '@/lib/domain/provision/bulk-answer';
import { fail, ok, type Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { ask, type Connection } from '../connection';
import { multipartBody } from '../multipart-body';

const answerWire = z.object({ success: z.string(), error: z.string() });
const fileWire = z.object({ content: z.string() });

/** Each host is made known to its controller and to maintenance while the request waits, one after the other. */
const SECONDS_EACH = 10;

/**
 * Sends a file of hosts, once, as a form with one file. sysinv says with status 200 what went well and what did not.
 * @param hosts how many are in it: so much longer may it take
 */
export async function addHostsInBulk(
  connection: Connection,
  xml: string,
  hosts: number,
): Promise<Result<BulkAnswer>> {
  const file = Buffer.from(xml, 'utf8');
  const form = multipartBody({
    fields: {},
    file: { key: 'file', name: 'hosts.xml', type: 'text/xml' },
    source: Readable.from([file]),
    sourceBytes: file.length,
  });
  const answer = await ask(connection, 'sysinv', '/ihosts/bulk_add', {
    method: 'POST',
    stream: {
      ...{ ...form, signal: new AbortController().signal },
      idleSeconds: env().STX_WRITE_TIMEOUT_SECONDS + hosts * SECONDS_EACH,
    },
  });
  if (!answer.ok) return answer;
  const told = decodeBulkAnswer(answer.data.body);
  return told ? ok(told) : unreadable(connection);
}

/** The file of all hosts. The platform leaves passwords of board management out of it, and their addresses. */
export async function exportHosts(connection: Connection): Promise<Result<string>> {
  const answer = await ask(connection, 'sysinv', '/ihosts/bulk_export');
  if (!answer.ok) return answer;
  const file = decodeBulkFile(answer.data.body);
  return file === null ? unreadable(connection) : ok(file);
}

/** Exported for the contract test over recordings. */
export const decodeBulkAnswer = (body: unknown): BulkAnswer | null => answerWire.safeParse(body).data ?? null;
export const decodeBulkFile = (body: unknown): string | null =>
  fileWire.safeParse(body).data?.content ?? null;

const unreadable = ({ requestId }: Connection) =>
  fail({ kind: 'unreadable', service: 'sysinv', requestId, message: 'The answer of sysinv cannot be read.' });
