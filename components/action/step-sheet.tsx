'use client';
/**
 * The frame of a change of several requests: what it does, the form, what the platform will say, the same as commands, one
 * button; then each step as it comes, and what came of it. What was typed stays when the platform refuses.
 */
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CliLine } from '@/components/ui/cli-line';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { toasts } from '@/components/ui/toast-store';
import type { Failure } from '@/lib/domain/result';
import { type StepResult, stopper } from '@/lib/domain/steps';
import { SheetHeading } from './check-list';
import { StepAnswer, type StepItem, StepRows } from './step-rows';

type Props = {
  title: string;
  /** One sentence of effect. */
  sentence: ReactNode;
  /** On the button, with the number of changes where it counts: "Save 2 changes". */
  button: string;
  danger?: boolean;
  /** What will be sent, in order. */
  steps: readonly StepItem[];
  run: {
    busy: boolean;
    /** Of the last try. */
    results: readonly StepResult[];
    failure: Failure | undefined;
  };
  /** The steps of the last try: the form may have moved on since. */
  asked: readonly StepItem[] | undefined;
  /** Why this person may not; null when they may. */
  forbidden: string | null;
  /** Why the form is not ready; null when it is. */
  gap: string | null;
  /** Something was typed that closing would lose. */
  dirty?: boolean;
  /** "ptp-bc was created". */
  done: string;
  /** Shows the steps before they run: for lists that a person reviews. `always`: and Enter in a field runs them all the same. */
  review?: boolean | 'always';
  children?: ReactNode;
  /** @returns whether all is as it was asked for */
  onSend: () => Promise<boolean>;
  onClose: () => void;
};

export function StepSheet(props: Props) {
  const { title, sentence, button, steps, asked, run, forbidden, gap, onClose } = props;
  const { dirty = false, done, review = false } = props;
  const [leaving, setLeaving] = useState(false);
  const blocked = steps.find(({ why }) => why !== null)?.why ?? null;
  const nothing = steps.length > 0 && steps.every(({ command }) => command === null);
  const reason = forbidden ?? gap ?? blocked ?? (nothing ? 'Nothing would change' : null);

  const close = () => {
    if (run.busy) return;
    if (dirty && !leaving) setLeaving(true);
    else onClose();
  };
  const send = async () => {
    if (reason !== null || run.busy) return;
    setLeaving(false);
    if (!(await props.onSend())) return;
    const id = toasts.start({ title: done });
    toasts.update(id, { stage: 'done' });
    onClose();
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
            {leaving ? 'Discard what I typed' : forbidden === null ? 'Cancel' : 'Close'}
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
        {props.children}
        <StepAnswer results={run.results} failure={run.failure} />
        {(review || run.results.length > 1) && (asked ?? steps).length > 0 && (
          <div>
            <SheetHeading>
              {stopper(run.results) ? 'What came of each step' : 'Steps, in this order'}
            </SheetHeading>
            <StepRows items={asked ?? steps} results={run.results} />
          </div>
        )}
        <div className="mt-auto flex flex-col gap-2 pt-2">
          <Commands commands={steps.flatMap(({ command }) => command ?? [])} />
        </div>
        {/* Enter in a field sends the form. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Sheet>
  );
}

const MOST_COMMANDS = 6;

/** Each call is a command of its own. Long lists are folded: they can still be read and copied. */
function Commands({ commands }: { commands: readonly string[] }) {
  const lines = commands.map((command, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the order is what tells calls apart
    <CliLine key={index} command={command} label={index === 0 ? 'Same as' : ''} />
  ));
  if (lines.length <= MOST_COMMANDS) return lines;
  return (
    <details>
      <summary className="link-quiet w-fit text-small text-ink-2">{`Same as ${lines.length} commands`}</summary>
      <div className="flex flex-col gap-2 pt-2">{lines}</div>
    </details>
  );
}
