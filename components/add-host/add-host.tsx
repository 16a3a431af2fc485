'use client';
/** The guide from a node on the rack to a host that is installed: five steps, one decision each. */
import { ArrowRight, ServerOff } from 'lucide-react';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { NotRead } from '@/components/ui/not-read';
import { Note } from '@/components/ui/note';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { ADD_STEPS, type AddStep, waitingNodes } from '@/lib/domain/new-host/draft';
import { stepFaults } from '@/lib/domain/new-host/faults';
import { addVerdict, roomVerdict } from '@/lib/domain/new-host/roles';
import { counted } from '@/lib/domain/words';
import { useView } from '@/lib/queries/view';
import { BoardStep } from './board-step';
import { DraftNote } from './draft-note';
import { GuideFrame, STEP_NAMES } from './guide-frame';
import { IdentifyStep } from './identify-step';
import { InstallStep } from './install-step';
import { ReviewStep } from './review-step';
import { RoleStep } from './role-step';
import { SendAnswer } from './send-answer';
import { type AddHost, useAddHost } from './use-add-host';
import { provisionHref, type SendHost, useSendHost } from './use-send-host';

const QUESTIONS: Record<AddStep, string> = {
  identify: 'Which node is in front of you?',
  role: 'Name it and say what it does',
  board: 'How is its board reached?',
  install: 'Choose the root disk',
  review: 'Look it over, then add it',
};

export function AddHostGuide() {
  const hosts = useView('hosts', {});
  const system = useView('system', {});
  if (hosts?.data && system) return <Guide />;
  return hosts?.error ? (
    <NotRead title="The hosts could not be read" error={hosts.error} fills="page" />
  ) : (
    <SkeletonBlock className="h-64" />
  );
}

function Guide() {
  const add = useAddHost();
  const run = useSendHost(add);
  const room = roomVerdict(add.context);
  if (run.added !== null) return <Added name={run.added} />;
  if (!room.ok) return <NoRoom why={room.why} />;
  return <Steps add={add} run={run} />;
}

function Steps({ add, run }: { add: AddHost; run: SendHost }) {
  const [shownFor, setShownFor] = useState<AddStep | null>(null);
  const linkLost = useView('hosts', {})?.error?.service === 'console';
  // What is under way stays in sight, whatever a reading says of the node meanwhile.
  const pinned = run.busy || run.lost.waiting !== null;
  const step = pinned ? 'review' : add.step;
  const shown = shownFor === step;
  const index = ADD_STEPS.indexOf(step);
  const next = ADD_STEPS[index + 1];
  const back = ADD_STEPS[index - 1];
  const may = addVerdict(add.context.viewer, add.node !== undefined);
  const reason = sendReason(add, run, linkLost) ?? (may.ok ? null : may.why);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!next) {
      if (reason === null && !run.busy) void run.send();
    } else if (Object.keys(stepFaults(add.faults, step)).length === 0) {
      setShownFor(null);
      add.go(next);
    } else {
      setShownFor(step);
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
  };
  const props = { add, shown };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <GuideFrame
        step={step}
        question={QUESTIONS[step]}
        lead={leadOf(step, add)}
        onBack={back && !pinned ? () => add.go(back) : null}
        foot={
          next ? (
            <Button type="submit" size="large" variant="primary" className="flex-1 md:flex-none">
              Next: {STEP_NAMES[next]}
              <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
            </Button>
          ) : (
            <span className="flex min-w-0 flex-1 flex-col gap-2">
              {reason !== null && <span className="text-small text-ink-2">{reason}</span>}
              <Button
                type="submit"
                size="large"
                variant="primary"
                busy={run.busy}
                className="w-full md:w-fit"
                {...(reason === null ? {} : { disabledReason: reason })}
              >
                {run.busy ? 'Sent, no answer yet' : 'Add the host'}
              </Button>
            </span>
          )
        }
      >
        {step === 'identify' && !may.ok && <Note tone="info">{may.why}</Note>}
        <DraftNote add={add} step={step} />
        {step === 'review' && <SendAnswer add={add} run={run} />}
        {step === 'identify' && <IdentifyStep {...props} />}
        {step === 'role' && <RoleStep {...props} />}
        {step === 'board' && <BoardStep {...props} />}
        {step === 'install' && <InstallStep {...props} />}
        {step === 'review' && <ReviewStep add={add} off={pinned} />}
      </GuideFrame>
    </form>
  );
}

/** Why it cannot be sent now, besides who asks; null when it can. */
function sendReason({ draft, password }: AddHost, { lost }: SendHost, linkLost: boolean): string | null {
  if (lost.off) return lost.off;
  if (linkLost) return 'There is no link to the console. What you typed is kept.';
  return draft.host.bmType !== 'none' && draft.passwordGiven && password === ''
    ? 'The board management password was not kept. Type it again, or say that there is none.'
    : null;
}

function leadOf(step: AddStep, add: AddHost): string | null {
  if (step === 'identify') {
    const count = waitingNodes(add.hosts).length;
    if (count === 0) return 'No node booted here and waits. Type the address on its label.';
    return `${counted(count, 'node')} booted here and ${count === 1 ? 'waits' : 'wait'} for a name.`;
  }
  return step === 'install' ? 'It is wiped and installed. Others stay as they are.' : null;
}

function NoRoom({ why }: { why: string }) {
  return (
    <GuideFrame
      step="identify"
      question="No host can be added here"
      onBack={null}
      foot={
        <Link className="btn btn-large" href="/hosts">
          Back to the hosts
        </Link>
      }
    >
      <Note tone="info" icon={<ServerOff size={17} strokeWidth={1.75} aria-hidden className="text-ink-3" />}>
        {why}
      </Note>
    </GuideFrame>
  );
}

function Added({ name }: { name: string }) {
  return (
    <GuideFrame
      step="review"
      question={`${name} was added`}
      lead="The platform took it. You can leave: it carries on by itself."
      onBack={null}
      foot={
        <Link className="btn btn-primary btn-large flex-1 md:flex-none" href={provisionHref(name)}>
          Follow the installation
        </Link>
      }
    >
      {null}
    </GuideFrame>
  );
}
