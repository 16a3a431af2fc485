/** What was typed, kept in this browser: never a password. A draft of another shape is left alone and not read. */
import type { BulkResult } from '@/lib/domain/provision/bulk-answer';
import { BULK_FIELDS, type BulkRow, MOST_ROWS, newRow } from '@/lib/domain/provision/bulk-row';
import { tasteOf } from '@/lib/queries/taste';

export type BulkState = {
  rows: readonly BulkRow[];
  /** What came of what was sent last; null: nothing was. */
  results: readonly BulkResult[] | null;
  /** What is on its way, or was when the page was left: its id, and when it went, in epoch ms of the server's clock. */
  sent: { submission: string; at: number } | null;
};

const VERSION = 1;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const WORKER = { personality: 'worker', subfunctions: 'worker' };

export const blankRow = (): BulkRow => newRow(crypto.randomUUID(), WORKER);
export const emptyState = (): BulkState => ({
  rows: [blankRow(), blankRow(), blankRow()],
  results: null,
  sent: null,
});

/** @param who whose draft it is: several people may share a browser */
export function draftOf(who: string) {
  const kept = tasteOf(`roost.bulk-add.${VERSION}.${who}`);
  return {
    read: (): BulkState => {
      const draft = parsed(kept.read());
      const rows = rowsOf(draft);
      return rows.length > 0 ? { rows, results: null, sent: sentOf(draft) } : emptyState();
    },
    write: ({ rows, sent }: BulkState): void =>
      kept.write(JSON.stringify({ rows: rows.map(withoutPassword), sent })),
  };
}

const withoutPassword = (row: BulkRow): BulkRow => ({
  ...row,
  values: { ...row.values, bmPassword: '' },
  lostPassword: row.lostPassword || row.values.bmPassword !== '',
});

const at = (kept: unknown, name: string): unknown => Reflect.get(Object(kept), name);

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}

/** Whatever stands there: what is no row is left out. */
function rowsOf(draft: unknown): BulkRow[] {
  const rows = at(draft, 'rows');
  return Array.isArray(rows) ? rows.slice(0, MOST_ROWS).map(rowOf) : [];
}

function sentOf(draft: unknown): BulkState['sent'] {
  const [submission, when] = [at(at(draft, 'sent'), 'submission'), at(at(draft, 'sent'), 'at')];
  return typeof submission === 'string' && typeof when === 'number' ? { submission, at: when } : null;
}

function rowOf(kept: unknown): BulkRow {
  const texts = BULK_FIELDS.map((field) => {
    const value = at(at(kept, 'values'), field);
    return [field, typeof value === 'string' ? value : ''];
  });
  const [id, refusal] = [at(kept, 'id'), at(kept, 'refusal')];
  return {
    // What came of it is told by its id.
    ...newRow(typeof id === 'string' && UUID.test(id) ? id : crypto.randomUUID(), Object.fromEntries(texts)),
    leftOut: at(kept, 'leftOut') === true,
    lostPassword: at(kept, 'lostPassword') === true,
    refusal: typeof refusal === 'string' ? refusal : null,
  };
}
