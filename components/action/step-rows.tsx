'use client';
/** Steps of a change as rows: what each does, and what came of it, in the platform's words where it refused. */
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import { Refusal } from '@/components/ui/refusal';
import type { Failure, Verdict } from '@/lib/domain/result';
import { leavesSomething, type StepResult, type StepState } from '@/lib/domain/steps';
import { SheetRow } from './sheet-row';

const GLYPHS: Record<StepState, 'online' | 'in-progress' | 'available' | 'failed' | 'unknown' | 'offline'> = {
  waiting: 'online',
  asked: 'in-progress',
  done: 'available',
  already: 'available',
  failed: 'failed',
  unsure: 'unknown',
  'not-sent': 'offline',
  undone: 'offline',
  stands: 'unknown',
};

const WORDS: Record<StepState, string> = {
  waiting: 'Waits for its turn',
  asked: 'Asked',
  done: 'Done',
  already: 'So already, nothing was sent',
  failed: 'Refused',
  unsure: 'Not known',
  'not-sent': 'Not sent',
  undone: 'Undone',
  stands: 'Stands: it was not undone',
};

export type StepLine = {
  /** What the step does. */
  title: string;
  /** false: it is so already, and nothing will be sent. */
  sent: boolean;
  /** What the platform will say, as far as can be told. */
  verdict: Verdict;
};

/** Lines of calls that were looked over. @param titleOf a call in words */
export const linesOf = <C,>(
  reviewed: readonly { call: C; sent: C | null; verdict: Verdict }[],
  titleOf: (call: C) => string,
): StepLine[] =>
  reviewed.map(({ call, sent, verdict }) => ({ title: titleOf(call), sent: sent !== null, verdict }));

type RowsProps = { lines: readonly StepLine[]; results: readonly StepResult[] };

export function StepRows({ lines, results }: RowsProps) {
  return (
    <ul aria-label="Steps" aria-live="polite">
      {lines.map(({ title, sent, verdict }, index) => {
        const result = results[index];
        const state = result?.state ?? 'waiting';
        const before = !sent ? 'So already, nothing will be sent' : verdict.ok ? undefined : verdict.why;
        const bad = result === undefined && !verdict.ok;
        return (
          <SheetRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is what tells steps apart
            key={index}
            icon={
              <StateGlyph
                state={bad ? 'failed' : GLYPHS[state]}
                size={16}
                {...(result ? {} : { title: bad ? 'Blocks' : 'Step' })}
              />
            }
            title={title}
            strong={bad || state === 'failed'}
            detail={result ? <Outcome result={result} /> : before}
          />
        );
      })}
    </ul>
  );
}

function Outcome({ result: { state, failure } }: { result: StepResult }) {
  return (
    <>
      {WORDS[state]}
      {failure && state === 'stands' && <span className="mono block text-ink">{failure.message}</span>}
    </>
  );
}

type AnswerProps = { results: readonly StepResult[]; failure: Failure | undefined };

/** What stopped it, once and verbatim. No answer, or one that cannot be read, is not a refusal. */
export function StepAnswer({ results, failure }: AnswerProps) {
  if (!failure) return null;
  if (failure.kind === 'unauthenticated') {
    return (
      <Note tone="major" live="alert" title="Your session has ended.">
        Sign in again, what you typed is still here.
      </Note>
    );
  }
  const unsure = failure.kind === 'unavailable' || failure.kind === 'unreadable';
  const several = results.length > 1;
  const undone = results.some(({ state }) => state === 'undone');
  const title = unsure
    ? 'It is not known whether this was done. Look at the configuration before you try again'
    : leavesSomething(results)
      ? 'This was not done, and not all of it could be undone'
      : several && undone
        ? 'This was not done. What was done before has been undone'
        : 'Nothing was changed';
  return (
    <Refusal
      title={title}
      message={failure.message}
      service={failure.service ?? null}
      status={failure.status ? failure.status : null}
      requestId={failure.requestId ?? null}
    />
  );
}
