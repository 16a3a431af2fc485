/** A way in stages, from top to bottom: what is done, where it stands, what lies ahead, and what can be asked for there. */
import type { ReactNode } from 'react';
import { StateGlyph, type StateGlyphName } from '@/components/ui/glyphs/state-glyph';
import type { Mark, StageState, StageView } from '@/lib/domain/kube/stages';

const GLYPHS: Record<Mark, StateGlyphName> = {
  done: 'available',
  working: 'in-progress',
  failed: 'failed',
  waiting: 'online',
  ahead: 'offline',
  unknown: 'unknown',
};

const WORDS: Record<Mark, string> = {
  done: 'Done',
  working: 'Under way',
  failed: 'Failed',
  waiting: 'Next',
  ahead: 'Ahead',
  unknown: 'Not known',
};

const TITLES: Record<Mark, string> = {
  done: 'text-ink-2',
  working: 'font-semibold',
  failed: 'font-semibold text-crit-fg',
  waiting: 'font-semibold',
  ahead: 'text-ink-3',
  unknown: 'text-unk-fg',
};

const isHere = (mark: Mark): boolean => mark === 'working' || mark === 'failed' || mark === 'waiting';

type Props<Id extends string> = {
  label: string;
  stages: readonly StageView<Id>[];
  /** Under a stage: how far hosts are, why it cannot go on. */
  detail?: (stage: StageView<Id>) => ReactNode;
  action?: (stage: StageView<Id>, index: number) => ReactNode;
};

export function StageList<Id extends string>({ label, stages, detail, action }: Props<Id>) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {stages.map((stage, index) => (
        <li
          key={stage.id}
          data-mark={stage.mark}
          aria-current={isHere(stage.mark) ? 'step' : undefined}
          className="flex gap-3"
        >
          <span className="flex flex-none flex-col items-center pt-[9px]">
            {stage.mark === 'ahead' ? (
              <Ahead />
            ) : (
              <StateGlyph state={GLYPHS[stage.mark]} size={16} title={WORDS[stage.mark]} />
            )}
            {index < stages.length - 1 && <span className="mt-1 -mb-[5px] w-px flex-1 bg-line" />}
          </span>
          <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-1.5 py-2">
            <div className="flex min-w-0 flex-1 basis-56 flex-col gap-0.5">
              <span className="flex flex-wrap items-baseline gap-x-3">
                <span className={TITLES[stage.mark]}>{stage.title}</span>
                <States states={stage.states} />
              </span>
              {detail?.(stage)}
            </div>
            {action?.(stage, index)}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Nothing was asked of it yet. */
const Ahead = () => (
  <span
    role="img"
    aria-label={WORDS.ahead}
    className="mx-[3.5px] my-[3.5px] size-[9px] rounded-full border-[1.5px] border-control"
  />
);

const TONES: Record<Mark, string> = {
  done: 'text-ink-3',
  working: 'text-accent',
  failed: 'text-crit-fg',
  waiting: 'text-ink',
  ahead: 'text-ink-3',
  unknown: 'text-unk-fg',
};

/** The platform's own words for it: the one that it is in stands out. */
function States({ states }: { states: readonly StageState[] }) {
  return (
    <span className="flex flex-wrap gap-x-2 text-small">
      {states.map(({ state, mark, here }) => (
        <span
          key={state}
          className={`mono [overflow-wrap:anywhere] ${here ? (mark === 'done' ? 'text-ink' : TONES[mark]) : 'text-ink-3'}`}
          {...(here ? { 'data-here': '' } : {})}
        >
          {here && <span className="sr-only">State now: </span>}
          {state}
        </span>
      ))}
    </span>
  );
}
