'use client';
/** The form that changes a host. A poll never resets it, a refusal loses nothing, and only what changed is sent. */
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { LostNote } from '@/components/action/lost-note';
import { useLostAnswer } from '@/components/action/use-lost-answer';
import { Button } from '@/components/ui/button';
import { CliLine } from '@/components/ui/cli-line';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { toasts } from '@/components/ui/toast-store';
import { type Host, hostName } from '@/lib/domain/host';
import { actionEffect } from '@/lib/domain/host-action-words';
import { changedFields, describeChanges, editCli, editVerdict, type HostDraft } from '@/lib/domain/host-edit';
import type { Failure } from '@/lib/domain/result';
import { counted } from '@/lib/domain/words';
import { serverNow } from '@/lib/queries/clock';
import { sendEdit } from '@/lib/queries/host-mutations';
import { useRefresh, useView } from '@/lib/queries/view';
import { driftOf, withDraftOf } from './edit-host-drift';
import { EditHostForm, useHostForm } from './edit-host-form';
import { NoHostSheet } from './no-host-sheet';
import { ActionAnswer } from './preflight-answer';
import { useRuleContext } from './use-rule-context';

const FORM_ID = 'edit-host';
const BOARD_EFFECT = 'The controller through which the host is powered and reset, and its sensors are read.';

export function EditHostSheet({ request, onClose }: ActionSheetProps<'edit'>) {
  const hosts = useView('hosts', {});
  const host = hosts?.data?.hosts.find(({ id }) => id === request.hostId);
  const [first, setFirst] = useState(host);
  if (!first && host) setFirst(host);
  if (first) return <Ready first={first} present={host} part={request.part} onClose={onClose} />;
  return <NoHostSheet title="Edit" onClose={onClose} />;
}

type ReadyProps = {
  /** The host as it was when the form was opened: what "was" and "changed" are measured by. */
  first: Host;
  /** As the newest reading has it; undefined when it is gone from the list. */
  present: Host | undefined;
  part: 'board' | undefined;
  onClose: () => void;
};

function Ready({ first, present, part, onClose }: ReadyProps) {
  const context = useRuleContext();
  const refresh = useRefresh();
  const host = withDraftOf(first, present);
  const { form, draft } = useHostForm(host, context);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);

  const name = hostName(first);
  const saved = (fields: number) => {
    const id = toasts.start({ title: `${name} was changed` });
    toasts.update(id, { stage: 'done', detail: counted(fields, 'field') });
    onClose();
  };
  const lost = useLostAnswer(['hosts'], (found) => {
    if (found.kind === 'accepted') saved(describeChanges(first, draft).length);
    else if (found.kind !== 'unheard') setFailure(found.failure);
  });
  const changes = changedFields(host, draft);
  const count = describeChanges(host, draft).length;
  const verdict = editVerdict(context);
  const reason = !verdict.ok
    ? verdict.why
    : lost.off
      ? lost.off
      : count === 0
        ? 'Nothing has been changed'
        : null;
  const close = () => (count > 0 && !busy && !leaving ? setLeaving(true) : onClose());

  const save = async (values: HostDraft) => {
    if (reason || busy) return;
    setBusy(true);
    setFailure(undefined);
    lost.clear();
    const at = serverNow();
    const answer = await sendEdit(host, changedFields(host, values));
    setBusy(false);
    void refresh(['hosts', 'host', 'hostSensors', 'hostSensorGroups', 'alarms']);
    if (answer.ok) saved(count);
    else if (!lost.take(answer.error, at)) setFailure(answer.error);
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && close()}
      title={part === 'board' ? `Board management of ${name}` : `Edit ${name}`}
      description={part === 'board' ? BOARD_EFFECT : actionEffect('edit', first, context.system)}
      footer={
        <>
          <Button
            type="submit"
            form={FORM_ID}
            size="large"
            variant="primary"
            busy={busy}
            {...(reason ? { disabledReason: reason } : {})}
          >
            {count > 0 ? `Save ${counted(count, 'change')}` : 'Save'}
          </Button>
          <Button size="large" variant="ghost" onClick={close}>
            {leaving ? 'Discard what I typed' : 'Cancel'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <LostNote lost={lost} deed={`${name} was changed`} />
        {failure && <ActionAnswer failure={failure} action="edit" name={name} />}
        {leaving && (
          <Note
            tone="minor"
            live="alert"
            title={`${counted(count, 'change')} ${count === 1 ? 'is' : 'are'} not saved.`}
            action={<Button onClick={() => setLeaving(false)}>Keep editing</Button>}
          />
        )}
        <Drift first={first} present={present} />
        <EditHostForm id={FORM_ID} {...{ form, host, draft, context, part }} onSave={save} />
        {count > 0 && <CliLine command={editCli(host, changes)} />}
      </div>
    </Sheet>
  );
}

/** Somebody else, or the platform, changed what the form shows. Nothing typed is touched by it. */
function Drift({ first, present }: { first: Host; present: Host | undefined }) {
  if (!present) return <Note tone="unknown" live="polite" title="This host is no longer in the inventory." />;
  const drift = driftOf(first, present);
  if (drift.length === 0) return null;
  return (
    <Note tone="minor" live="polite" title="This host was changed meanwhile.">
      {drift.map(({ label, is }) => `${label} is now ${is}. `).join('')}
      Saving sends only what you change here.
    </Note>
  );
}
