'use client';
/** The preflight of one action on one host: facts and rules bound to the sheet, and the answer to the press. */
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { ActionSheet } from '@/components/action/action-sheet';
import { type Host, hostName } from '@/lib/domain/host';
import { actionSpec } from '@/lib/domain/host-actions';
import { preflight } from '@/lib/domain/preflight';
import type { Failure } from '@/lib/domain/result';
import { nameToType } from '@/lib/domain/typed-name';
import { counted } from '@/lib/domain/words';
import { actionStore, openAction, openRequest, type PreflightAction } from '@/lib/queries/action-store';
import { serverNow } from '@/lib/queries/clock';
import { useHostFacts } from '@/lib/queries/host-facts';
import { sendAction } from '@/lib/queries/host-mutations';
import { useRefresh, useView } from '@/lib/queries/view';
import { ActionIcon } from './action-icon';
import { NoHostSheet } from './no-host-sheet';
import { ActionAnswer } from './preflight-answer';
import { EffectIcon } from './preflight-icons';
import { PreflightWayOut } from './preflight-way-out';
import { useRuleContext } from './use-rule-context';

/** Finds the host of the request, and says so while it is not known or no longer there. */
export function PreflightSheet({ request, opened, onClose }: ActionSheetProps<'host'>) {
  const hosts = useView('hosts', {});
  const host = hosts?.data?.hosts.find(({ id }) => id === request.hostId);
  const { label } = actionSpec(request.action);
  if (host) {
    return (
      <Ready
        host={host}
        action={request.action}
        refused={request.refusal}
        opened={opened}
        onClose={onClose}
      />
    );
  }
  return <NoHostSheet title={label} onClose={onClose} />;
}

type ReadyProps = {
  host: Host;
  action: PreflightAction;
  refused: Failure | undefined;
  opened: number;
  onClose: () => void;
};

function Ready({ host, action, refused, opened, onClose }: ReadyProps) {
  const context = useRuleContext();
  const [openedAt] = useState(serverNow);
  const readings = useHostFacts(action, host, openedAt);
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(refused);
  const sheet = preflight(action, { host, context, ...readings.facts });
  const { destructive } = actionSpec(action);

  const run = async (typedName: string) => {
    setBusy(true);
    setFailure(undefined);
    const answer = await sendAction({ host, action, ...(typedName === '' ? {} : { typedName }) });
    setBusy(false);
    // What happened there is news for every list; a refusal often means that a list is behind.
    void refresh(['hosts', 'host', 'alarms']);
    if (answer.ok) onClose();
    else if (actionStore.get()?.opened === opened) setFailure(answer.error);
    // Closed meanwhile: the words must not be lost. Something else is open: it is not taken away from under them.
    else if (actionStore.get() === null) {
      openRequest({ kind: 'host', hostId: host.id, action, refusal: answer.error });
    }
  };

  const blockers = sheet.checks.filter(({ outcome }) => outcome === 'block').length;
  const force = sheet.force;
  return (
    <ActionSheet
      title={sheet.title}
      effect={sheet.refusal ? `${firstSentence(sheet.effect)} ${sheet.refusal}` : sheet.effect}
      warning={sheet.warning}
      checks={sheet.checks}
      pending={readings.pending}
      readAt={readings.asOf}
      onReadAgain={readings.readAgain}
      wayOut={(check) => <PreflightWayOut check={check} host={host} />}
      affects={sheet.affects.map(({ id, kind, title, detail, source, unknown }) => ({
        ...{ id, title, detail, source },
        icon: <EffectIcon kind={kind} unknown={unknown} />,
      }))}
      steps={sheet.next.map(({ title, usual }, index) => ({
        label: title,
        duration: usual,
        state: index === 0 ? 'now' : 'todo',
      }))}
      command={sheet.cli}
      typedName={nameToType(action, host)}
      primary={{ label: sheet.title, icon: <ActionIcon action={action} />, danger: destructive }}
      off={sheet.blocked ? `Blocked by ${counted(blockers, 'check')} above` : null}
      busy={busy}
      answer={failure && <ActionAnswer failure={failure} action={action} name={hostName(host)} />}
      stronger={
        force && force !== 'edit'
          ? { label: `${actionSpec(force).label}…`, onSelect: () => openAction(host.id, force) }
          : null
      }
      onRun={(typedName) => void run(typedName)}
      onClose={onClose}
    />
  );
}

/** While it is blocked, the reasons matter more than the consequences. */
const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
