/** A way in stages, of which the platform names one state: what of it is done, where it stands, what lies ahead. */

export type Phase = 'working' | 'failed' | 'done';

export type Stage<Id extends string> = { id: Id; title: string } & Partial<Record<Phase, string>>;

/**
 * `waiting`: the stage is the one that somebody has to go on with. `unknown`: the platform is in a state that says
 * nothing of it.
 */
export type Mark = 'done' | 'working' | 'failed' | 'waiting' | 'ahead' | 'unknown';

export type StageState = { state: string; mark: Mark; here: boolean };

export type StageView<Id extends string> = {
  id: Id;
  title: string;
  mark: Mark;
  /** The states of the platform that it goes through, and the failure where that is where it stands. */
  states: readonly StageState[];
};

const PHASES: readonly Phase[] = ['working', 'failed', 'done'];

/** Where in a way a state is; undefined for one that is none of its. */
export function placeOf<Id extends string>(
  stages: readonly Stage<Id>[],
  state: string | null,
): { stage: Stage<Id>; index: number; phase: Phase } | undefined {
  for (const [index, stage] of stages.entries()) {
    const phase = PHASES.find((one) => stage[one] !== undefined && stage[one] === state);
    if (phase) return { stage, index, phase };
  }
  return undefined;
}

/** Every stage of a way as it stands. @param state the platform's; one that is none of the way's makes all unknown */
export function stageViews<Id extends string>(
  stages: readonly Stage<Id>[],
  state: string | null,
): StageView<Id>[] {
  const at = placeOf(stages, state);
  return stages.map((stage, index) => {
    const side =
      at === undefined ? 'unknown' : index < at.index ? 'done' : index > at.index ? 'ahead' : at.phase;
    return {
      id: stage.id,
      title: stage.title,
      mark: side,
      states: statesOf(stage, side, at?.index === index),
    };
  });
}

function statesOf<Id extends string>(stage: Stage<Id>, mark: Mark, here: boolean): StageState[] {
  const { working, failed, done } = stage;
  if (!here)
    return [working, done].flatMap((state) => (state === undefined ? [] : [{ state, mark, here: false }]));
  return [
    ...(working === undefined
      ? []
      : [{ state: working, mark: mark === 'failed' ? ('done' as const) : mark, here: mark === 'working' }]),
    ...(mark === 'failed' && failed !== undefined ? [{ state: failed, mark, here: true }] : []),
    ...(done === undefined
      ? []
      : [{ state: done, mark: mark === 'done' ? mark : ('ahead' as const), here: mark === 'done' }]),
  ];
}

/** Marks the stage that somebody has to go on with: the first one ahead, once what is before it is done. */
export function waitingStage<Id extends string>(views: readonly StageView<Id>[]): StageView<Id>[] {
  const next = views.findIndex(({ mark }) => mark === 'ahead');
  const free = views.slice(0, next).every(({ mark }) => mark === 'done');
  return views.map((view, index) => (index === next && free ? { ...view, mark: 'waiting' } : view));
}
