/** How far the platform is: its steps where they can be told, its own sentence always; of a failure where it was before, too. */
import { Note, type NoteTone } from '@/components/ui/note';
import { ProgressLine } from '@/components/ui/progress-line';
import { type StepItem, Steps } from '@/components/ui/steps';
import { Time } from '@/components/ui/time';
import { type Application, isWorking, moodOf, statusWords } from '@/lib/domain/application/application';
import { type LastWork, progressAtFailure } from '@/lib/domain/application/last-work';
import {
  isWorthSaying,
  type ProgressStep,
  progressOf,
  type StepState,
} from '@/lib/domain/application/progress';

const STATE = { done: 'done', now: 'now', failed: 'failed', ahead: 'todo' } as const satisfies Record<
  StepState,
  StepItem['state']
>;

type Props = {
  one: Application;
  /** What was last told of it before it failed. */
  last: LastWork | undefined;
};

export function ApplicationProgress({ one, last }: Props) {
  const { said, percent, steps } = progressOf(one);
  if (moodOf(one) === 'failed') {
    return (
      <div className="mb-4 flex flex-col gap-3">
        <Saying tone="crit" title={`${statusWords(one.status)}. The platform says:`} said={said} />
        {last && <BeforeFailure last={last} />}
      </div>
    );
  }
  if (!isWorking(one)) {
    return isWorthSaying(one) ? (
      <Saying tone="minor" title="The platform says:" said={said} className="mb-4" />
    ) : null;
  }
  const words = said ?? 'Taken by the platform; it has not said how far it is.';
  return (
    <section aria-label="Progress" className="mb-4 flex flex-col gap-2">
      <StepLine steps={steps} />
      <p className="text-ink-2 [overflow-wrap:anywhere]">{words}</p>
      <ProgressLine label={words} {...(percent === null ? {} : { value: percent })} />
    </section>
  );
}

function Saying({
  said,
  ...note
}: {
  said: string | null;
  tone: NoteTone;
  title: string;
  className?: string;
}) {
  return (
    <Note {...note}>
      <span className="mono [overflow-wrap:anywhere]">{said ?? 'nothing'}</span>
    </Note>
  );
}

/** The platform writes its last sentence over; whoever looked meanwhile has read it. */
function BeforeFailure({ last }: { last: LastWork }) {
  const { said, steps } = progressAtFailure(last);
  return (
    <section aria-label="Before it failed" className="flex flex-col gap-2">
      <StepLine steps={steps} />
      <p className="text-ink-2">
        Before it failed, at <Time at={last.saidAt} />:{' '}
        <span className="mono [overflow-wrap:anywhere]">{said}</span>
      </p>
    </section>
  );
}

function StepLine({ steps }: { steps: readonly ProgressStep[] }) {
  if (steps.length === 0) return null;
  return (
    <Steps
      label="Steps"
      items={steps.map(({ title, state }) => ({
        label: title,
        state: STATE[state],
        duration: state === 'failed' ? <span className="text-crit-fg">failed here</span> : undefined,
      }))}
    />
  );
}
