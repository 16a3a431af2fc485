/**
 * Hosts added in bulk: one request with all of them, never repeated, and what came of each. Every host is a line of the
 * audit trail; passwords are in none.
 */
import 'server-only';
import { type BulkResult, bulkResults } from '@/lib/domain/provision/bulk-answer';
import { type BulkRow, rowName } from '@/lib/domain/provision/bulk-row';
import { writeBulkXml } from '@/lib/domain/provision/bulk-xml';
import { fail, ok, type Result } from '@/lib/domain/result';
import { counted } from '@/lib/domain/words';
import { addHostsInBulk, exportHosts } from '@/lib/stx/sysinv/hosts-bulk';
import { auditedWrite, auditedWrites } from './audit';
import { guard, guardRight } from './guard';
import { invalidateHosts } from './outdated';
import { connect } from './platform';
import { requestFacts } from './request';
import type { Session } from './session-types';
import { answerOf, once } from './submissions';
import { readView } from './views';

export type BulkOrder = {
  rows: readonly BulkRow[];
  /** Id of this press of the button. */
  submission: string;
};
export type BulkAccepting = Result<{ accepted: Promise<Result<BulkResult[]>> }>;

/** Asks the platform to add them all. It answers when it has gone through them, which `accepted` waits for. */
export async function orderBulkAdd({ rows, submission }: BulkOrder): Promise<BulkAccepting> {
  const session = await guard();
  if (!session.ok) return session;
  return ok({ accepted: once(session.data, submission, () => add(session.data, rows)) });
}

/** What came of each host of a bulk add whose answer was lost. Sends nothing. */
export async function bulkAddAnswer(submission: string): Promise<BulkAccepting> {
  const session = await guard();
  if (!session.ok) return session;
  const accepted = answerOf<BulkResult[]>(session.data, submission);
  return accepted
    ? ok({ accepted })
    : fail({ kind: 'unavailable', service: 'console', message: 'The console has no record of it any more.' });
}

async function add(session: Session, rows: readonly BulkRow[]): Promise<Result<BulkResult[]>> {
  let results: BulkResult[] = [];
  const audited = await auditedWrites<BulkResult>(
    session,
    {
      action: 'host.bulk-add',
      targets: rows.map(rowName),
      together: `${counted(rows.length, 'host')} in bulk`,
      details: { hosts: rows.length },
    },
    async () => {
      const may = await guardRight('host.provision', 'Adding hosts');
      if (!may.ok) return may;
      const sent = await send(session, rows);
      if (!sent.ok) return sent;
      results = sent.data;
      return ok(results.map(auditable));
    },
  );
  return audited.ok ? ok(results) : audited;
}

/** As the trail tells it. The platform answered 200 and said no in the text. */
function auditable(result: BulkResult): Result<BulkResult> {
  const { outcome } = result;
  if (outcome.state === 'added') return ok(result);
  return outcome.state === 'refused'
    ? fail({ kind: 'refused', service: 'sysinv', status: 200, message: outcome.why })
    : fail({ kind: 'unreadable', service: 'sysinv', message: 'The platform does not say.' });
}

async function send(session: Session, rows: readonly BulkRow[]): Promise<Result<BulkResult[]>> {
  const { requestId } = await requestFacts();
  const connection = await connect(session, requestId);
  if (!connection.ok) return connection;
  try {
    const answer = await addHostsInBulk(connection.data, writeBulkXml(rows, 'sent'), rows.length);
    if (!answer.ok) return answer;
    invalidateHosts();
    const hosts = await readView(session, 'hosts', {});
    const present = hosts.error ? undefined : hosts.value?.data.hosts;
    const named = present?.flatMap(({ mgmtMac, hostname }): [string, string][] =>
      mgmtMac !== null && hostname !== null ? [[mgmtMac.toLowerCase(), hostname]] : [],
    );
    return ok(bulkResults(rows, answer.data, named ? new Map(named) : null));
  } finally {
    // Without an answer some may have been added all the same.
    invalidateHosts();
  }
}

/**
 * The platform's file of all hosts.
 * @param users `hidden` leaves the names of the boards' users out
 */
export async function bulkFile(users: 'kept' | 'hidden'): Promise<Result<string>> {
  const session = await guard();
  if (!session.ok) return session;
  return auditedWrite(
    session.data,
    { action: 'host.bulk-export', target: 'all hosts', details: { boardUsers: users } },
    async () => {
      const { requestId } = await requestFacts();
      const connection = await connect(session.data, requestId);
      if (!connection.ok) return connection;
      const file = await exportHosts(connection.data);
      return file.ok && users === 'hidden' ? ok(withoutUsers(file.data)) : file;
    },
  );
}

const withoutUsers = (xml: string): string =>
  xml.replaceAll(/<bm_username>[^<]*<\/bm_username>/g, '<bm_username/>');
