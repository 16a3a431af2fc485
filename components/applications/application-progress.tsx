/** How far the platform is: its steps where they can be told, its own sentence always; of a failure the last it said. */
import { Note } from '@/components/ui/note';
import { ProgressLine } from '@/components/ui/progress-line';
import { Steps } from '@/components/ui/steps';
import { type Application, moodOf, statusWords } from '@/lib/domain/application/application';
import { progressOf } from '@/lib/domain/application/progress';

const STATE = { done: 'done', now: 'now', failed: 'now', ahead: 'todo' } as const;

export function ApplicationProgress({ one }: { one: Application }) {
  const { said, percent, steps } = progressOf(one);
  if (moodOf(one) === 'failed') {
    return (
      <Note tone="crit" className="mb-4" title={`${statusWords(one.status)}. The platform says:`}>
        <span className="mono [overflow-wrap:anywhere]">{said ?? 'nothing'}</span>
      </Note>
    );
  }
  const words = said ?? 'Taken by the platform; it has not said how far it is.';
  return (
    <section aria-label="Progress" className="mb-4 flex flex-col gap-2">
      {steps.length > 0 && (
        <Steps
          label="Steps"
          items={steps.map(({ title, state }) => ({ label: title, state: STATE[state] }))}
        />
      )}
      <p className="text-ink-2 [overflow-wrap:anywhere]">{words}</p>
      <ProgressLine label={words} {...(percent === null ? {} : { value: percent })} />
    </section>
  );
}
