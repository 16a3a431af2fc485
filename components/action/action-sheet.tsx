'use client';
/** The preflight sheet: what it does, what the platform will check, what it affects, what follows, one button. */
import { RotateCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CliLine } from '@/components/ui/cli-line';
import { IconButton } from '@/components/ui/icon-button';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { type StepItem, Steps } from '@/components/ui/steps';
import { TextField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import type { Check } from '@/lib/domain/check';
import type { Failure } from '@/lib/domain/result';
import { isTyped } from '@/lib/domain/typed-name';
import { CheckList, SheetHeading } from './check-list';
import { SheetRow } from './sheet-row';

export type SheetEffect = {
  id: string;
  icon: ReactNode;
  title: string;
  detail?: string | undefined;
  source: string;
};

export type ActionSheetProps = {
  title: string;
  effect: string;
  /** What a force variant costs. */
  warning: string | null;
  checks: readonly Check[];
  /** Facts still being read. */
  pending: number;
  /** When the oldest of the facts was read. */
  readAt: number | null;
  onReadAgain: () => Promise<void>;
  wayOut: (check: Check) => ReactNode;
  /** What the platform said of a check that it refused for. */
  refused?: (failure: Failure) => ReactNode;
  affects: readonly SheetEffect[];
  steps: readonly StepItem[];
  command: string;
  /** Name to type before the button works. */
  typedName: string | null;
  primary: { label: string; icon: ReactNode; danger: boolean };
  /** Why the button is off; null when it is on. */
  off: string | null;
  busy: boolean;
  /** What came of the last try: the platform's words. */
  answer: ReactNode;
  /** A stronger variant, as a quiet link. */
  stronger: { label: string; onSelect: () => void } | null;
  onRun: (typedName: string) => void;
  onClose: () => void;
};

export function ActionSheet(props: ActionSheetProps) {
  const { title, effect, warning, checks, affects, steps, typedName, off, onClose } = props;
  const [typed, setTyped] = useState('');
  const untyped = typedName !== null && !isTyped(typed, typedName) ? `Type ${typedName} above` : null;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={effect}
      footer={<Footer {...props} reason={off ?? untyped} run={() => props.onRun(typed)} />}
    >
      <div className="flex min-h-full flex-col">
        {props.answer && <div className="pb-1">{props.answer}</div>}
        {warning && (
          <Note tone="crit" className="mb-1">
            {warning}
          </Note>
        )}
        <CheckList
          checks={checks}
          pending={props.pending}
          wayOut={props.wayOut}
          {...(props.refused ? { refused: props.refused } : {})}
          meta={<ReadAt at={props.readAt} onReadAgain={props.onReadAgain} />}
        />
        {affects.length > 0 && (
          <>
            <SheetHeading>{off ? 'What it would affect' : 'What it affects'}</SheetHeading>
            <ul>
              {affects.map(({ id, ...row }) => (
                <SheetRow key={id} {...row} />
              ))}
            </ul>
          </>
        )}
        {steps.length > 0 && !off && (
          <>
            <SheetHeading>What happens next</SheetHeading>
            <div className="border-t border-line pt-3">
              <Steps label="What happens next" items={steps} />
            </div>
          </>
        )}
        <div className="mt-auto flex flex-col gap-4 bg-raised pt-5 md:sticky md:z-10 md:-bottom-4 md:-mx-6 md:-mb-4 md:px-6 md:pb-3.5">
          {typedName !== null && !off && (
            <TextField
              label={
                <>
                  Type <span className="mono">{typedName}</span> to confirm
                </>
              }
              mono
              data-autofocus=""
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !untyped && !props.busy) props.onRun(typed);
              }}
            />
          )}
          <CliLine command={props.command} label={off ? 'Same as, once unblocked' : 'Same as'} />
        </div>
      </div>
    </Sheet>
  );
}

export function ReadAt({ at, onReadAgain }: { at: number | null; onReadAgain: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    await onReadAgain();
    setBusy(false);
  };
  return (
    <span className="-my-1 flex items-center gap-1 text-small text-ink-3">
      {at !== null && (
        <span>
          read at <Time at={at} form="clock" className="mono" />
        </span>
      )}
      <IconButton
        label="Read again"
        busy={busy}
        icon={<RotateCw size={14} strokeWidth={1.75} aria-hidden />}
        onClick={() => void again()}
      />
    </span>
  );
}

type FooterProps = ActionSheetProps & { reason: string | null; run: () => void };

function Footer({ primary, off, reason, busy, checks, stronger, typedName, run, onClose }: FooterProps) {
  const blocked = checks.some(({ outcome }) => outcome === 'block');
  return (
    <>
      <Button
        size="large"
        variant={primary.danger ? 'danger-solid' : 'primary'}
        icon={primary.icon}
        busy={busy}
        {...(reason ? { disabledReason: reason } : {})}
        {...(blocked || typedName !== null ? {} : { 'data-autofocus': '' })}
        onClick={run}
      >
        {primary.label}
      </Button>
      {off && <span className="min-w-0 flex-1 text-small text-ink-2">{off}</span>}
      <Button size="large" variant="ghost" onClick={onClose}>
        {off ? 'Close' : 'Cancel'}
      </Button>
      {stronger && (
        <button
          type="button"
          className="link-quiet ml-auto max-md:min-h-11 max-md:px-3 text-small text-ink-3 hover:text-ink hover:underline"
          onClick={stronger.onSelect}
        >
          {stronger.label}
        </button>
      )}
    </>
  );
}
