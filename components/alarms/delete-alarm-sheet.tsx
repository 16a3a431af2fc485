'use client';
/** The preflight of deleting an alarm: what it costs, the alarm's id typed, then the platform's answer. */
import { BellOff, Eye, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { ActionSheet } from '@/components/action/action-sheet';
import { LostNote } from '@/components/action/lost-note';
import { useLostAnswer } from '@/components/action/use-lost-answer';
import { Refusal } from '@/components/ui/refusal';
import { toasts } from '@/components/ui/toast-store';
import { checksOf } from '@/lib/domain/check';
import type { Failure } from '@/lib/domain/result';
import { may } from '@/lib/domain/rights';
import { actionStore, openRequest } from '@/lib/queries/action-store';
import { sendDelete } from '@/lib/queries/alarm-mutations';
import { serverNow } from '@/lib/queries/clock';
import { useRefresh, useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
const { pass, warn } = checksOf('alarm.delete', 'fm-rest-api controllers/v1/alarm.py delete');

export function DeleteAlarmSheet({ request, opened, onClose }: ActionSheetProps<'alarm'>) {
  const { alarm } = request;
  const { viewer } = useViewer();
  const list = useView('alarms', {});
  const refresh = useRefresh();
  const [failure, setFailure] = useState(request.refusal);
  const [busy, setBusy] = useState(false);
  const verdict = may(viewer, 'alarm.manage', 'Deleting alarms');
  const stands = list?.data?.alarms.some(({ id }) => id === alarm.id) ?? null;
  const name = `Alarm ${alarm.alarmId}`;

  const deleted = () => {
    toasts.update(toasts.start({ title: `${name} is deleted` }), { stage: 'done', detail: alarm.entity });
    if (actionStore.get()?.opened === opened) onClose();
  };
  const lost = useLostAnswer(['alarms'], (found) => {
    if (found.kind === 'accepted') deleted();
    else if (found.kind !== 'unheard') setFailure(found.failure);
  });

  const run = async (typed: string) => {
    setBusy(true);
    setFailure(undefined);
    lost.clear();
    const at = serverNow();
    const answer = await sendDelete(alarm, typed);
    setBusy(false);
    void refresh(['alarms', 'events', ...(['alarmMarks'] as const)]);
    if (answer.ok) deleted();
    else if (actionStore.get()?.opened === opened) {
      if (!lost.take(answer.error, at)) setFailure(answer.error);
    }
    // Closed meanwhile: the words must not be lost.
    else if (actionStore.get() === null) openRequest({ ...request, refusal: answer.error });
  };

  return (
    <ActionSheet
      title={`Delete alarm ${alarm.alarmId}`}
      effect={`${/[.!?]$/.test(alarm.reason.trim()) ? alarm.reason : `${alarm.reason}.`} Deleting mends nothing: if the fault is still there, the alarm may be raised again.`}
      warning={null}
      checks={[
        stands === false
          ? warn('active', { title: 'It has cleared by itself meanwhile', source: 'fm' })
          : pass('active', { title: `It is active on ${alarm.entity}`, source: 'fm' }),
      ]}
      pending={stands === null ? 1 : 0}
      readAt={list?.asOf ?? null}
      onReadAgain={() => refresh(['alarms'])}
      wayOut={() => null}
      affects={[
        {
          id: 'everyone',
          icon: <BellOff {...ICON} />,
          title: 'It leaves the list for everybody',
          detail: 'Fault management notes it in the event log as cleared.',
          source: 'fm',
        },
        {
          id: 'marks',
          icon: <Eye {...ICON} />,
          title: 'Seen and notes are dropped with it',
          detail: 'They are kept in Roost, and end when an alarm clears.',
          source: 'Roost',
        },
      ]}
      steps={[]}
      command={`fm alarm-delete ${alarm.id}`}
      typedName={alarm.alarmId}
      primary={{ label: 'Delete alarm', icon: <Trash2 {...ICON} size={14} />, danger: true }}
      off={lost.off ?? (verdict.ok ? null : verdict.why)}
      busy={busy}
      answer={
        (failure || lost.waiting || lost.found) && (
          <div className="flex flex-col gap-2">
            {failure && <Answer name={name} failure={failure} />}
            <LostNote
              lost={lost}
              deed={`${name} was deleted`}
              state={stands === false ? 'it is not in the list any more' : 'it is still in the list'}
            />
          </div>
        )
      }
      stronger={null}
      onRun={(typed) => void run(typed)}
      onClose={onClose}
    />
  );
}

/** No answer is not a refusal: it may have been carried out. */
function Answer({ name, failure }: { name: string; failure: Failure }) {
  const { kind, message, service = null, status = null, requestId = null } = failure;
  const title =
    kind === 'unavailable'
      ? `It is not known whether ${name} was deleted. Look at the list before you try again`
      : `${name} was not deleted`;
  return <Refusal title={title} message={message} service={service} status={status} requestId={requestId} />;
}
