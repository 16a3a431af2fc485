'use client';
/** The form that changes a host. A poll never resets it, a refusal loses nothing, and only what changed is sent. */
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
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
import { sendEdit } from '@/lib/queries/host-mutations';
import { useRefresh, useView } from '@/lib/queries/view';
import { driftOf, withDraftOf } from './edit-host-drift';
import { EditHostForm, useHostForm } from './edit-host-form';
import { NoHostSheet } from './no-host-sheet';
import { ActionAnswer } from './preflight-answer';
import { useRuleContext } from './use-rule-context';

const FORM_ID = 'edit-host';

export function EditHostSheet({ request, onClose }: ActionSheetProps<'edit'>) {
  const hosts = useView('hosts', {});
  const host = hosts?.data?.hosts.find(({ id }) => id === request.hostId);
  const [first, setFirst] = useState(host);
  if (!first && host) setFirst(host);
  if (first) return <Ready first={first} present={host} onClose={onClose} />;
  return <NoHostSheet title="Edit" onClose={onClose} />;
}

type ReadyProps = {
  /** The host as it was when the form was opened: what "was" and "changed" are measured by. */
  first: Host;
  /** As the newest reading has it; undefined when it is gone from the list. */
  present: Host | undefined;
  onClose: () => void;
};

function Ready({ first, present, onClose }: ReadyProps) {
  const context = useRuleContext();
  const refresh = useRefresh();
  const host = withDraftOf(first, present);
  const { form, draft } = useHostForm(host, context);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);

  const name = hostName(first);
  const changes = changedFields(host, draft);
  const count = describeChanges(host, draft).length;
  const verdict = editVerdict(context);
  const reason = !verdict.ok ? verdict.why : count === 0 ? 'Nothing has been changed' : null;
  const close = () => (count > 0 && !busy && !leaving ? setLeaving(true) : onClose());

  const save = async (values: HostDraft) => {
    if (reason || busy) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await sendEdit(host, changedFields(host, values));
    setBusy(false);
    void refresh(['hosts', 'host', 'alarms']);
    if (!answer.ok) return setFailure(answer.error);
    const id = toasts.start({ title: `${name} was changed` });
    toasts.update(id, { stage: 'done', detail: counted(count, 'field') });
    onClose();
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && close()}
      title={`Edit ${name}`}
      description={actionEffect('edit', first, context.system)}
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
        <EditHostForm id={FORM_ID} form={form} host={host} draft={draft} context={context} onSave={save} />
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
