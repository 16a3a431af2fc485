'use client';
/** Some of several: each with why it cannot be chosen, and what is wrong with the choice below. */
import { type ReactNode, useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import type { Option } from '@/lib/domain/option';

type Props = {
  label: string;
  help?: ReactNode;
  error?: string | null;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (next: readonly string[]) => void;
  /** Where there is nothing to choose from. */
  none: string;
};

export function CheckGroup({ label, help, error = null, options, chosen, onChange, none }: Props) {
  const id = useId();
  const message = error ?? help;
  // What is chosen and not among the choices can still be let go of.
  const odd = chosen.filter((name) => !options.some(({ value }) => value === name));
  const all = [...options, ...odd.map((value): Option => ({ value, label: value, why: null }))];
  return (
    <fieldset className="field" {...(message ? { 'aria-describedby': id } : {})}>
      <legend className="field-label mb-1.5">{label}</legend>
      {all.length === 0 && <p className="text-small text-ink-3">{none}</p>}
      <div className="flex flex-col gap-1.5">
        {all.map(({ value, label: words, why }) => {
          const is = chosen.includes(value);
          return (
            <Checkbox
              key={value}
              checked={is}
              label={<span className="mono [overflow-wrap:anywhere]">{words}</span>}
              {...(why === null ? {} : { help: why })}
              // What is chosen already can always be let go of.
              disabledReason={is ? null : why}
              onCheckedChange={(on) =>
                onChange(on ? [...chosen, value] : chosen.filter((name) => name !== value))
              }
            />
          );
        })}
      </div>
      {message && (
        <span id={id} className={error ? 'field-help field-error' : 'field-help'}>
          {message}
        </span>
      )}
    </fieldset>
  );
}
