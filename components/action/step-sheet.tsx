'use client';
/**
 * The frame of a change in steps: what it does, the form, what the platform will say, the same as commands, one button;
 * then each step as it comes, and what came of it. What was typed stays when the platform refuses.
 */
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { toasts } from '@/components/ui/toast-store';
import { allowed, type Failure, type Verdict } from '@/lib/domain/result';
import { stopper } from '@/lib/domain/steps';
import { SheetHeading } from './check-list';
import { Commands } from './commands';
import { LostNote } from './lost-note';
import { StepAnswer, type StepLine, StepRows } from './step-rows';
import type { StepRunState } from './use-step-run';

/** What a sheet about one domain passes on as it is. */
export type StepForm<R> = {
  title: string;
  /** One sentence of effect. */
  sentence: ReactNode;
  /** On the button, with the number of changes where it counts: "Save 2 changes". */
  button: string;
  danger?: boolean;
  /** Why the form is not ready; null when it is. */
  gap: string | null;
  /** Something was typed that closing would lose. */
  dirty?: boolean;
  /** "ptp-bc was created". */
  done: string;
  /** Shows the steps before they run: for lists that a person reviews. `always`: and Enter in a field runs them all the same. */
  review?: boolean | 'always';
  /** The form. Told what came of the last try, for the fields that it was about. */
  children?: ReactNode | ((run: R) => ReactNode);
  onClose: () => void;
};

type Props<C> = StepForm<StepRunState<C>> & {
  run: StepRunState<C>;
  /** What will be sent, in order. */
  calls: readonly C[];
  /** The same, each with what will be said of it; empty while the form cannot say. */
  lines: readonly StepLine[];
  /** A step of the last try in words. */
  titleOf: (call: C) => string;
  /** Has this person the right to it? */
  may: Verdict;
  /** One for each call that will be sent. */
  commands: readonly string[];
  /** Do the words of a refusal stand beside a field of the form? They are shown once. */
  beside?: (failure: Failure) => boolean;
};

export function StepSheet<C>(props: Props<C>) {
  const {
    title,
    sentence,
    button,
    run,
    calls,
    lines,
    may,
    gap,
    dirty = false,
    review = false,
    onClose,
  } = props;
  const [leaving, setLeaving] = useState(false);
  const shown = triedLines(run, props.titleOf) ?? lines;
  const blocked = lines.find(({ verdict }) => !verdict.ok)?.verdict;
  const nothing = lines.length > 0 && lines.every(({ sent }) => !sent);
  const reason = !may.ok
    ? may.why
    : (run.lost.off ??
      gap ??
      (blocked && !blocked.ok ? blocked.why : nothing ? 'Nothing would change' : null));

  const close = () => {
    if (run.busy) return;
    if (dirty && !leaving) setLeaving(true);
    else onClose();
  };
  const send = async () => {
    if (reason !== null || run.busy) return;
    setLeaving(false);
    const finish = () => {
      const id = toasts.start({ title: props.done });
      toasts.update(id, { stage: 'done' });
      onClose();
    };
    if (await run.send(calls, finish)) finish();
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && close()}
      title={title}
      description={sentence}
      footer={
        <>
          <Button
            size="large"
            variant={props.danger ? 'danger-solid' : 'primary'}
            busy={run.busy}
            {...(reason === null ? {} : { disabledReason: reason })}
            onClick={() => void send()}
          >
            {button}
          </Button>
          {reason !== null && <span className="min-w-0 flex-1 text-small text-ink-2">{reason}</span>}
          <Button size="large" variant="ghost" onClick={close}>
            {leaving ? 'Discard what I typed' : may.ok ? 'Cancel' : 'Close'}
          </Button>
        </>
      }
    >
      <form
        className="flex min-h-full flex-col gap-4"
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          // A list is run by its button, after it has been read.
          if (review !== true) void send();
        }}
      >
        {leaving && (
          <Note
            tone="minor"
            live="alert"
            title="What you typed is not saved."
            action={<Button onClick={() => setLeaving(false)}>Keep editing</Button>}
          />
        )}
        {typeof props.children === 'function' ? props.children(run) : props.children}
        <LostNote lost={run.lost} deed="this was done" />
        {run.failure && (
          <div ref={reveal}>
            {props.beside?.(run.failure) ? (
              <Note tone="major" live="alert" title="Nothing was changed.">
                The platform refused it, for what is said at the field.
              </Note>
            ) : (
              <StepAnswer results={run.results} failure={run.failure} />
            )}
          </div>
        )}
        {(review || run.results.length > 1) && shown.length > 0 && (
          <div>
            <SheetHeading>
              {stopper(run.results) ? 'What came of each step' : 'Steps, in this order'}
            </SheetHeading>
            <StepRows lines={shown} results={run.results} />
          </div>
        )}
        <div className="mt-auto flex flex-col gap-2 pt-2">
          {/* A form that is not ready has no command yet. */}
          {(gap === null || run.busy) && <Commands commands={props.commands} />}
        </div>
        {/* Enter in a field sends the form. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Sheet>
  );
}

/** A long form may have been scrolled away from where its answer appears. */
const reveal = (answer: HTMLElement | null) => answer?.scrollIntoView({ block: 'nearest' });

/** What was there before a try is not asked again: its steps say what came of them. */
const triedLines = <C,>({ sent }: StepRunState<C>, titleOf: (call: C) => string): StepLine[] | undefined =>
  sent?.map((call) => ({ title: titleOf(call), sent: true, verdict: allowed }));
