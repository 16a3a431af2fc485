'use client';
/** A choice that a gloved hand can hit: each a card, with what there is to know of it, or why it cannot be. */
import { type ReactNode, useId } from 'react';

export type BigChoice = {
  value: string;
  title: ReactNode;
  detail?: ReactNode;
  icon?: ReactNode;
  /** Why it cannot be chosen, in place of the detail. */
  why?: string | null;
};

type Props = {
  label: string;
  /** The label is the question above already. */
  hideLabel?: boolean;
  value: string;
  choices: readonly BigChoice[];
  onPick: (value: string) => void;
  error?: string | null | undefined;
  /** Side by side from a tablet on. */
  columns?: 1 | 2;
};

export function BigChoices({ label, hideLabel = false, value, choices, onPick, error, columns = 1 }: Props) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={hideLabel ? 'sr-only' : 'field-label mb-1.5'}>{label}</legend>
      <div className={columns === 2 ? 'grid gap-2.5 md:grid-cols-2' : 'grid gap-2.5'}>
        {choices.map((choice) => (
          <label key={choice.value} className="guide-choice">
            {choice.icon && <span className="pt-0.5 text-ink-2">{choice.icon}</span>}
            <span className="flex min-w-0 flex-1 flex-col gap-0.5">
              <span className="font-medium [overflow-wrap:anywhere]">{choice.title}</span>
              {(choice.why ?? choice.detail) && (
                <span className="text-small text-ink-2 [overflow-wrap:anywhere]">
                  {choice.why ?? choice.detail}
                </span>
              )}
            </span>
            <input
              type="radio"
              className="check"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              disabled={Boolean(choice.why)}
              aria-invalid={error ? true : undefined}
              onChange={() => onPick(choice.value)}
            />
          </label>
        ))}
      </div>
      {error && (
        <span id={`${id}-error`} className="field-help field-error pt-1.5">
          {error}
        </span>
      )}
    </fieldset>
  );
}
