'use client';
/** Sending the rows: once, noted in the draft before they go, and asked about when their answer got lost (decision 0036). */
import { useState } from 'react';
import { type LostAnswer, useLostAnswer } from '@/components/action/use-lost-answer';
import type { BulkResult } from '@/lib/domain/provision/bulk-answer';
import type { BulkRow } from '@/lib/domain/provision/bulk-row';
import type { Failure, Result } from '@/lib/domain/result';
import { serverNow } from '@/lib/queries/clock';
import { askBulkAdd, sendBulkAdd } from '@/lib/queries/host-bulk';
import { leftBefore } from '@/lib/queries/lost-answer';
import type { Store } from '@/lib/queries/store';
import { useRefresh } from '@/lib/queries/view';
import { type BulkState, blankRow } from './bulk-draft';

type SendBulk = {
  busy: boolean;
  failure: Failure | undefined;
  lost: LostAnswer;
  send: (rows: readonly BulkRow[]) => Promise<void>;
};

export function useSendBulk(
  store: Store<BulkState>,
  change: (to: (before: BulkState) => BulkState) => void,
): SendBulk {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const setSent = (sent: BulkState['sent']) => change((before) => ({ ...before, sent }));
  const take = (answer: Result<BulkResult[]>) => {
    if (answer.ok) change((before) => after(before, answer.data));
    else setFailure(answer.error);
  };
  const { sent } = store.get();
  const lost = useLostAnswer(
    ['hosts'],
    async (found) => {
      const { submission } = store.get().sent ?? {};
      const accepted = found.kind === 'accepted' && submission !== undefined;
      const answer = accepted ? await askBulkAdd(submission) : null;
      // The link broke again before each host's answer came: it is asked about once more.
      if (answer?.ok === false && lost.take(answer.error)) return;
      setSent(null);
      if (answer) take(answer);
      else if (found.kind === 'refused') setFailure(found.failure);
    },
    sent && { failure: leftBefore(sent.submission), at: sent.at },
  );
  const send = async (rows: readonly BulkRow[]) => {
    const submission = crypto.randomUUID();
    const at = serverNow();
    setBusy(true);
    setFailure(undefined);
    lost.clear();
    setSent({ submission, at });
    const answer = await sendBulkAdd(rows, submission);
    setBusy(false);
    if (!answer.ok && lost.take(answer.error, at)) return;
    setSent(null);
    take(answer);
    await refresh(['hosts']);
  };
  return { busy, failure, lost, send };
}

/** What was added leaves the table; what was refused stays to be mended; what is not known stays and is not sent. */
function after({ rows }: BulkState, results: readonly BulkResult[]): BulkState {
  const outcomes = new Map(results.map(({ row, outcome }) => [row, outcome]));
  const left = rows.flatMap((row): BulkRow[] => {
    const outcome = outcomes.get(row.id);
    if (outcome?.state === 'added') return [];
    if (outcome?.state === 'refused') return [{ ...row, refusal: outcome.all ? null : outcome.why }];
    return [outcome ? { ...row, leftOut: true } : row];
  });
  return { rows: left.length > 0 ? left : [blankRow()], results, sent: null };
}
