'use client';
/** The table of a bulk add: its rows, what is wrong with them, what is sent and what came of it. */
import { useMemo, useState } from 'react';
import type { LostAnswer } from '@/components/action/use-lost-answer';
import type { BulkResult } from '@/lib/domain/provision/bulk-answer';
import { type BulkContext, type BulkFault, isBlocking } from '@/lib/domain/provision/bulk-fault';
import {
  type BulkField,
  type BulkRow,
  type BulkValues,
  duplicateOf,
  isBlank,
  MOST_ROWS,
  rowsToSend,
} from '@/lib/domain/provision/bulk-row';
import { bulkFaults, bulkVerdict } from '@/lib/domain/provision/bulk-rules';
import type { Failure, Verdict } from '@/lib/domain/result';
import { counted } from '@/lib/domain/words';
import { createStore, useStore } from '@/lib/queries/store';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { useRuleContext } from '../use-rule-context';
import { type BulkState, blankRow, draftOf, emptyState } from './bulk-draft';
import { useSendBulk } from './use-send-bulk';

export type RowDeeds = {
  set: (id: string, values: Partial<BulkValues>) => void;
  leaveOut: (ids: readonly string[], leftOut: boolean) => void;
  duplicate: (id: string) => void;
  remove: (id: string) => void;
  /** Behind the last row. @returns its id */
  add: () => string;
  /** Whole rows, in place of the blank ones. */
  take: (rows: readonly BulkRow[]) => void;
  /** Values from one row on, with new rows where they end. */
  spread: (id: string, lines: readonly Partial<BulkValues>[]) => void;
  /** One value in every row that has none there. */
  fill: (field: BulkField, value: string) => void;
  /** Boards whose passwords were not kept get none. */
  withoutPasswords: () => void;
  clear: () => void;
};

export type BulkModel = {
  rows: readonly BulkRow[];
  context: BulkContext;
  faults: readonly BulkFault[];
  toSend: readonly BulkRow[];
  /** Why the hosts that are there are not known, or null. */
  unread: string | null;
  /** May anything be added here? */
  verdict: Verdict;
  results: readonly BulkResult[] | null;
  failure: Failure | undefined;
  lost: LostAnswer;
  busy: boolean;
  /** Why nothing can be sent as things are, or null. */
  off: string | null;
  deeds: RowDeeds;
  /** @returns was it sent? Nothing is while something stands against it. */
  send: () => Promise<boolean>;
};

export function useBulk(): BulkModel {
  const { viewer } = useViewer();
  const [{ store, deeds, change }] = useState(() => tableOf(`${viewer.domainName}/${viewer.userName}`));
  const { rows, results } = useStore(store);
  const context = useBulkContext();
  const { busy, failure, lost, send: sendRows } = useSendBulk(store, change);
  const faults = useMemo(() => bulkFaults(rows, context), [rows, context]);
  const hosts = useView('hosts', {});
  const unread = hosts?.data === undefined ? (hosts?.error?.message ?? null) : null;
  const verdict = bulkVerdict(context);
  const toSend = rowsToSend(rows);
  const off = lost.off ?? offReason(verdict, rows, faults);
  const send = async () => {
    if (busy || off !== null) return false;
    await sendRows(toSend);
    return true;
  };
  return { rows, context, faults, toSend, unread, verdict, results, failure, lost, busy, off, deeds, send };
}

function offReason(verdict: Verdict, rows: readonly BulkRow[], faults: readonly BulkFault[]): string | null {
  if (!verdict.ok) return verdict.why;
  if (rowsToSend(rows).length === 0)
    return rows.every(isBlank) ? 'No row says anything yet.' : 'Every row is left out.';
  const bad = new Set(faults.filter(isBlocking).map(({ row }) => row)).size;
  return bad === 0 ? null : `${counted(bad, 'row')} ${bad === 1 ? 'has' : 'have'} faults.`;
}

function useBulkContext(): BulkContext {
  const rules = useRuleContext();
  const networks = useView('cloudNetworks', {})?.data?.networks;
  const backends = useView('cloudFact', { fact: 'storageBackends' })?.data;
  const family = networks?.find(({ type }) => type === 'oam')?.primaryFamily;
  const ceph =
    backends?.name === 'storageBackends' ? backends.value.some(({ backend }) => backend === 'ceph') : null;
  return useMemo(
    () => ({ ...rules, oamFamily: family === 'IPv4' || family === 'IPv6' ? family : null, ceph }),
    [rules, family, ceph],
  );
}

function tableOf(who: string) {
  const draft = draftOf(who);
  const store = createStore(draft.read());
  const change = (to: (before: BulkState) => BulkState) => {
    store.set(to(store.get()));
    draft.write(store.get());
  };
  const changeRows = (to: (rows: readonly BulkRow[]) => readonly BulkRow[]) =>
    change((before) => ({ ...before, rows: to(before.rows).slice(0, MOST_ROWS) }));
  return { store, change, deeds: deedsOn(changeRows, () => change(emptyState)) };
}

const withValues = (row: BulkRow, values: Partial<BulkValues>): BulkRow => ({
  ...row,
  values: { ...row.values, ...values },
  // It is another row now: what was said of it no longer holds.
  refusal: null,
  lostPassword: row.lostPassword && values.bmPassword === undefined,
});

type ChangeRows = (to: (rows: readonly BulkRow[]) => readonly BulkRow[]) => void;

function deedsOn(changeRows: ChangeRows, clear: () => void): RowDeeds {
  return {
    set: (id, values) =>
      changeRows((rows) => rows.map((row) => (row.id === id ? withValues(row, values) : row))),
    leaveOut: (ids, leftOut) =>
      changeRows((rows) => rows.map((row) => (ids.includes(row.id) ? { ...row, leftOut } : row))),
    duplicate: (id) =>
      changeRows((rows) =>
        rows.flatMap((row) => (row.id === id ? [row, duplicateOf(row, crypto.randomUUID())] : [row])),
      ),
    remove: (id) =>
      changeRows((rows) => {
        const left = rows.filter((row) => row.id !== id);
        return left.length > 0 ? left : [blankRow()];
      }),
    add: () => {
      const row = blankRow();
      changeRows((rows) => [...rows, row]);
      return row.id;
    },
    take: (more) => changeRows((rows) => [...rows.filter((row) => !isBlank(row)), ...more]),
    spread: (id, lines) =>
      changeRows((rows) => {
        const from = rows.findIndex((row) => row.id === id);
        const spare = lines.slice(rows.length - from).map(() => blankRow());
        return [...rows, ...spare].map((row, at) => {
          const values = lines[at - from];
          return at >= from && values ? withValues(row, values) : row;
        });
      }),
    fill: (field, value) =>
      changeRows((rows) =>
        rows.map((row) =>
          !isBlank(row) && row.values[field] === '' ? withValues(row, { [field]: value }) : row,
        ),
      ),
    withoutPasswords: () => changeRows((rows) => rows.map((row) => ({ ...row, lostPassword: false }))),
    clear,
  };
}
