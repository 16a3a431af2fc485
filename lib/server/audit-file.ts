/** The audit trail as a file: every line that a filter finds, read page by page while it is sent. */
import 'server-only';
import { type AuditLine, outcomeWord } from '@/lib/domain/audit';
import { ok, type Result } from '@/lib/domain/result';
import { CSV_MARK, csvLine } from '@/lib/format/csv';
import { type AuditParams, auditFilter } from './audit-trail';
import { cloudName } from './cloud';
import { readAuditLines } from './store/audit-trail';
import { store } from './store/store';

const PAGE = 1_000;
/** More than any spreadsheet shows; the log has the rest. */
const MOST = 200_000;

const HEADER = [
  ...['Time', 'Who', 'Domain', 'Project', 'Role', 'From', 'Cloud', 'Action', 'Target', 'Outcome'],
  ...['HTTP status', 'Request', 'Duration (ms)', 'Details'],
];

const cells = (line: AuditLine) => [
  ...[new Date(line.at).toISOString(), line.who, line.domain, line.project, line.role, line.from, line.cloud],
  ...[line.action, line.target, outcomeWord(line.outcome), line.status, line.requestId, line.durationMs],
  Object.keys(line.details).length === 0 ? '' : JSON.stringify(line.details),
];

/**
 * The file as a stream. The first page is read before anything is sent, so that a store that is away is a refusal;
 * one that goes away later breaks the download off, which a browser shows as failed.
 */
export async function auditFile(params: AuditParams): Promise<Result<ReadableStream<Uint8Array>>> {
  const filter = auditFilter(params);
  const cloud = cloudName();
  const read = (before: typeof filter.before) =>
    store().run((db) => readAuditLines(db, cloud, { ...filter, before }, PAGE));
  const first = await read(undefined);
  if (!first.ok) return first;
  const encoder = new TextEncoder();
  let page = first.data;
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(CSV_MARK + csvLine(HEADER)));
    },
    async pull(controller) {
      controller.enqueue(encoder.encode(page.map((line) => csvLine(cells(line))).join('')));
      sent += page.length;
      const last = page.at(-1);
      if (!last || page.length < PAGE || sent >= MOST) return controller.close();
      const next = await read({ at: last.at, id: last.id });
      if (!next.ok) return controller.error(new Error(next.error.message));
      page = next.data;
    },
  });
  return ok(stream);
}
