'use client';
/** Saving user overrides, once a press: what came of it, and what was typed stays until the platform has it. */
import { useState } from 'react';
import { type LostAnswer, useLostAnswer } from '@/components/action/use-lost-answer';
import { toasts } from '@/components/ui/toast-store';
import type { ChartRef } from '@/lib/domain/application/overrides/override-calls';
import type { Typed } from '@/lib/domain/application/overrides/preview';
import type { Failure } from '@/lib/domain/result';
import { openApplicationDeed } from '@/lib/queries/action-store';
import { sendOverride } from '@/lib/queries/override-mutations';
import { useRefresh } from '@/lib/queries/view';
import { CHART_READINGS } from '../chart-readings';
import type { DraftState } from './drafts';

export type Save = {
  busy: boolean;
  failure: Failure | undefined;
  lost: LostAnswer;
  /** @param over version of somebody else's that is overwritten knowingly. @returns whether the platform has it */
  run: (over?: string) => Promise<boolean>;
  /** Saves, and goes on to the sheet of applying. */
  runAndApply: () => Promise<void>;
};

export function useSave({ chart, state, typed }: { chart: ChartRef; state: DraftState; typed: Typed }): Save {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { draft, change, drop } = state;
  const finish = () => {
    drop();
    const id = toasts.start({ title: `User overrides of ${chart.chart} were saved` });
    toasts.update(id, { stage: 'done' });
  };
  const lost = useLostAnswer(CHART_READINGS, (found) => {
    if (found.kind === 'accepted') finish();
    else if (found.kind !== 'unheard') setFailure(found.failure);
  });
  const run = async (over = draft.began.version): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    lost.clear();
    const answer = await sendOverride({ do: 'save', ...chart, ...typed, began: over });
    if (answer.ok && answer.data.outcome === 'changed') {
      const { values, by, whyUnknown } = answer.data;
      change({ conflict: { values, by, whyUnknown }, seen: null });
    } else if (!answer.ok) {
      if (lost.take(answer.error)) {
        setBusy(false);
        return false;
      }
      setFailure(answer.error);
    }
    await refresh(CHART_READINGS);
    const done = answer.ok && answer.data.outcome === 'done';
    if (done) finish();
    setBusy(false);
    return done;
  };
  return {
    ...{ busy, failure, lost, run },
    runAndApply: async () => {
      if (await run()) openApplicationDeed('apply', chart.application);
    },
  };
}
