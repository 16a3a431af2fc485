'use client';
/** The steps of the way as a line from top to bottom: each with its state, its times and where they are known from. */
import { clsx } from 'clsx';
import { useServerTime } from '@/components/timing/server-time';
import { StateGlyph, type StateGlyphName } from '@/components/ui/glyphs/state-glyph';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import type { Instant } from '@/lib/domain/provision/chronicle';
import type { ProvisionStep, StepState } from '@/lib/domain/provision/steps';
import { formatDuration } from '@/lib/format/time';
import type { ProvisionSeen } from './use-provision';

const GLYPHS: Record<StepState, StateGlyphName> = {
  done: 'available',
  now: 'in-progress',
  waits: 'online',
  late: 'degraded',
  failed: 'failed',
  todo: 'online',
  unknown: 'unknown',
};

/** Spoken in place of the glyph. */
const STATES: Record<StepState, string> = {
  done: 'Done',
  now: 'Under way',
  waits: 'Waits for you',
  late: 'Longer than usual',
  failed: 'Failed',
  todo: 'To come',
  unknown: 'Unknown',
};

export function StepGlyph({ state, size = 18 }: { state: StepState; size?: number }) {
  return (
    <span className={clsx('block', state === 'todo' && 'opacity-45')}>
      <StateGlyph state={GLYPHS[state]} size={size} title={STATES[state]} />
    </span>
  );
}

export function StepLine({ seen: { way, stale, asOf } }: { seen: ProvisionSeen }) {
  const { steps, here, again } = way;
  return (
    <Panel title={again ? 'Installed anew' : 'The way into service'} padded>
      <ol aria-label="Steps" className={clsx('flex flex-col', stale && 'grayscale')}>
        {steps.map((step, index) => (
          <li
            key={step.stage}
            aria-current={step === here ? 'step' : undefined}
            className="relative flex gap-3 pb-4 last:pb-0"
          >
            {index < steps.length - 1 && (
              <span
                aria-hidden
                className={clsx(
                  'absolute top-5 bottom-0 left-[8.5px] border-l',
                  step.state === 'done' ? 'border-ok-fill' : 'border-line',
                )}
              />
            )}
            <span className="relative flex-none pt-px">
              <StepGlyph state={step.state} />
            </span>
            <span className="flex min-w-0 flex-col">
              <span className={clsx('font-medium', step.state === 'todo' ? 'text-ink-3' : 'text-ink')}>
                {step.label}
                {step.progress && `, ${step.progress.done} of ${step.progress.total}`}
              </span>
              <StepTimes step={step} until={stale ? asOf : undefined} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

const HOW: Record<Instant['how'], string> = {
  log: 'from the event log',
  row: 'as the platform has it',
  trail: 'from the trail of this console',
  seen: 'seen here',
  open: 'since before this page was opened',
};

/** Steps that are an instant; the others go on for a while. */
const INSTANTS: readonly ProvisionStep['stage'][] = ['identified', 'online', 'unlocked', 'available'];

type TimesProps = {
  step: ProvisionStep;
  /** Epoch milliseconds, when nothing newer is known; now, without it. */
  until: number | undefined;
};

/** `14:24:10, took 4 m 31 s`, `3 m 27 s so far, usually 2 to 5 m`. What nobody knows is said, where something ought to be known. */
export function StepTimes({ step, until }: TimesProps) {
  const now = useServerTime(1_000);
  const { stage, began, ended, state, usual } = step;
  // It is what the checks say now, and nobody knows since when.
  if (stage === 'ready') return null;
  const known = began !== null || ended !== null;
  if (state === 'todo') return usual ? <span className="text-ink-3 text-small">{usual}</span> : null;
  if (!known) {
    return (
      <span className="text-small text-unk-fg">
        When is not known{state !== 'done' && usual ? `, ${usual}` : ''}
      </span>
    );
  }
  const end = ended ?? (state === 'done' ? null : { at: until ?? now });
  // To the second only where both ends are events: what was seen here lies between two readings.
  const span = began && began.how !== 'open' && end ? Math.max(0, end.at - began.at) : null;
  const words = [
    span !== null && span > 0
      ? `${ended ? 'took' : ''} ${formatDuration(span)}${ended ? '' : ' so far'}`.trim()
      : null,
    state === 'done' ? null : usual,
  ].filter((part) => part !== null);
  const source = began ?? ended;
  const onlyBegan = state === 'done' && ended === null && !INSTANTS.includes(stage);
  return (
    <span className="text-ink-2 text-small" title={source ? HOW[source.how] : undefined}>
      {began ? (
        <>
          {began.how === 'open' && 'So already at '}
          {began.how !== 'open' && onlyBegan && 'From '}
          <Time at={began.at} />
          {began.who && ` by ${began.who}`}
        </>
      ) : (
        <>
          Until <Time at={ended?.at} />
        </>
      )}
      {words.length > 0 && `, ${words.join(', ')}`}
      {began?.how === 'open' && <span className="text-unk-fg">, since when is not known</span>}
      {began?.how === 'seen' && <span className="text-ink-3">, seen here</span>}
    </span>
  );
}
