'use client';
/** The preflight of one action on one host: facts and rules bound to the sheet, and the answer to the press. */
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { ActionSheet } from '@/components/action/action-sheet';
import { LostNote } from '@/components/action/lost-note';
import { useLostAnswer } from '@/components/action/use-lost-answer';
import { type Host, hostName } from '@/lib/domain/host';
import { actionSpec } from '@/lib/domain/host-actions';
import { withRefusal } from '@/lib/domain/host-rules/refusals';
import { preflight } from '@/lib/domain/preflight';
import type { Failure } from '@/lib/domain/result';
import { nameToType } from '@/lib/domain/typed-name';
import { counted } from '@/lib/domain/words';
import { listWords } from '@/lib/format/words';
import { actionStore, openAction, openRequest, type PreflightAction } from '@/lib/queries/action-store';
import { serverNow } from '@/lib/queries/clock';
import { followFound } from '@/lib/queries/found-run';
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
  // Words of the platform stand on the line that they are about; where there is none, on top.
  const refusedLines = failure && withRefusal(sheet.checks, action, failure);
  const answer = (what: Failure) => <ActionAnswer failure={what} action={action} name={hostName(host)} />;
  const readAgain = async () => {
    await readings.readAgain();
    // What was refused then is judged anew, by facts that are newer.
    if (failure && withRefusal(sheet.checks, action, failure)) setFailure(undefined);
  };

  const [sentAt, setSentAt] = useState(openedAt);
  const lost = useLostAnswer(['hosts'], (found) => {
    if (found.kind === 'accepted') {
      followFound(host, action, sentAt);
      onClose();
    } else if (found.kind !== 'unheard') setFailure(found.failure);
  });

  const run = async (typedName: string) => {
    setBusy(true);
    setFailure(undefined);
    lost.clear();
    const at = serverNow();
    setSentAt(at);
    const answer = await sendAction({ host, action, ...(typedName === '' ? {} : { typedName }) });
    setBusy(false);
    // What happened there is news for every list; a refusal often means that a list is behind.
    void refresh(['hosts', 'host', 'alarms']);
    if (answer.ok) onClose();
    else if (actionStore.get()?.opened === opened) {
      if (!lost.take(answer.error, at)) setFailure(answer.error);
    }
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
      checks={refusedLines ?? sheet.checks}
      refused={answer}
      pending={readings.pending}
      readAt={readings.asOf}
      onReadAgain={readAgain}
      wayOut={(check) => <PreflightWayOut check={check} host={host} onReadAgain={() => void readAgain()} />}
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
      off={lost.off ?? (sheet.blocked ? `Blocked by ${counted(blockers, 'check')} above` : null)}
      busy={busy}
      answer={
        ((failure && !refusedLines) || lost.waiting || lost.found) && (
          <div className="flex flex-col gap-2">
            {failure && !refusedLines && answer(failure)}
            <LostNote
              lost={lost}
              deed={`${hostName(host)} was ${actionSpec(action).participle}`}
              state={stateWords(host)}
            />
          </div>
        )
      }
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

/** "worker-4 is unlocked, enabled and available": what the newest reading says. */
const stateWords = (host: Host): string =>
  `${hostName(host)} is ${listWords([host.administrative, host.operational, host.availability].filter((word) => word !== null))}${host.task ? `, ${host.task}` : ''}`;

/** While it is blocked, the reasons matter more than the consequences. */
const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
