'use client';
/** The preflight of hiding types of alarms, or of showing them again: one or several, then what came of each. */
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { useLostAnswer } from '@/components/action/use-lost-answer';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toasts } from '@/components/ui/toast-store';
import type { AlarmType } from '@/lib/domain/alarm-type';
import { suppressionPlan, WISH_WORDS } from '@/lib/domain/suppression';
import { counted } from '@/lib/domain/words';
import { actionStore, openRequest } from '@/lib/queries/action-store';
import { troubled } from '@/lib/queries/several';
import { useStore } from '@/lib/queries/store';
import { sendSuppression, sendSuppressions, suppressionRun } from '@/lib/queries/suppression-runs';
import { useRefresh, useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { SuppressionPlanSheet } from './suppression-plan';
import { SuppressionResults } from './suppression-results';

const AFFECTED = ['alarms', 'events', 'suppressions'] as const;

export function SuppressionSheet({ request, opened, onClose }: ActionSheetProps<'suppression'>) {
  const { wish, typeIds, orSuppressed } = request;
  const { viewer } = useViewer();
  const list = useView('suppressions', {});
  const alarms = useView('alarms', {});
  const refresh = useRefresh();
  const newest = useStore(suppressionRun);
  const [runId, setRunId] = useState(request.runId);
  const [failure, setFailure] = useState(request.refusal);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<AlarmType>();
  const lost = useLostAnswer(AFFECTED, (found) => {
    if (found.kind === 'accepted') {
      if (asked) tell(wish, [asked]);
      onClose();
    } else if (found.kind !== 'unheard') setFailure(found.failure);
  });

  const run = runId !== undefined && newest?.id === runId ? newest : null;
  if (run) return <SuppressionResults run={run} onClose={onClose} />;
  if (!list?.data)
    return <Unread error={list?.error?.message} label={WISH_WORDS[wish].label} onClose={onClose} />;

  const known = list.data.types.filter(({ id }) => typeIds.includes(id));
  const others = list.data.types.filter((type) => orSuppressed && type.suppressed && !known.includes(type));
  const plan = suppressionPlan(wish, [...known, ...others], alarms?.data?.alarms ?? null, viewer);

  const one = async (type: AlarmType) => {
    setBusy(true);
    setFailure(undefined);
    setAsked(type);
    lost.clear();
    const answer = await sendSuppression(wish, type);
    setBusy(false);
    void refresh(AFFECTED);
    if (answer.ok) {
      tell(wish, [type]);
      if (actionStore.get()?.opened === opened) onClose();
    } else if (actionStore.get()?.opened === opened) {
      if (!lost.take(answer.error)) setFailure(answer.error);
    }
    // Closed meanwhile: the words must not be lost.
    else if (actionStore.get() === null) openRequest({ ...request, refusal: answer.error });
  };

  const several = async (types: readonly AlarmType[]) => {
    const id = crypto.randomUUID();
    setRunId(id);
    const ended = await sendSuppressions(id, wish, types);
    void refresh(AFFECTED);
    const refused = troubled(ended).length > 0;
    const open = actionStore.get();
    if (!refused) {
      tell(wish, types);
      if (open?.opened === opened) onClose();
    } else if (open === null) openRequest({ ...request, runId: id });
  };

  const [only, ...more] = plan.able;
  return (
    <SuppressionPlanSheet
      plan={plan}
      readAt={alarms?.asOf ?? null}
      missing={typeIds.length - known.length}
      failure={failure}
      busy={busy}
      lost={lost}
      onRun={() => {
        if (!only) return;
        if (more.length > 0) void several(plan.able);
        else void one(only);
      }}
      onClose={onClose}
    />
  );
}

function tell(wish: keyof typeof WISH_WORDS, types: readonly AlarmType[]): void {
  const [only, ...more] = types;
  if (!only) return;
  const { participle } = WISH_WORDS[wish];
  const title =
    more.length === 0
      ? `${only.alarmId} is ${participle}`
      : `${counted(types.length, 'alarm type')} are ${participle}`;
  const id = toasts.start({ title });
  toasts.update(id, { stage: 'done', detail: more.length > 0 ? idsOf(types) : null });
}

const idsOf = (types: readonly AlarmType[]): string => types.map(({ alarmId }) => alarmId).join(', ');

function Unread({
  label,
  error,
  onClose,
}: {
  label: string;
  error: string | undefined;
  onClose: () => void;
}) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={label}>
      {error === undefined ? (
        <SkeletonRows label="Reading the alarm types" />
      ) : (
        <Note tone="unknown" title="The alarm types could not be read.">
          {error}
        </Note>
      )}
    </Sheet>
  );
}
