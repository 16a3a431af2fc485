import { type ReactNode, useId } from 'react';
import { ChoiceWords, helpIdOf } from './choice-words';

export interface RadioOption<T extends string> {
  value: T;
  label: ReactNode;
  help?: ReactNode;
  /** Printed in place of the help. */
  disabledReason?: string | null;
}

export interface RadioGroupProps<T extends string> {
  label: ReactNode;
  value: T | null;
  onValueChange: (value: T) => void;
  options: readonly RadioOption<T>[];
  name?: string;
}

/** A choice of a few, each with its explanation. For two or three short words in a toolbar use Segmented. */
export function RadioGroup<T extends string>({
  label,
  value,
  onValueChange,
  options,
  name,
}: RadioGroupProps<T>) {
  const id = useId();
  return (
    <fieldset className="field">
      <legend className="field-label mb-1.5">{label}</legend>
      <div className="flex flex-col gap-2">
        {options.map((option) => {
          const remark = option.disabledReason ?? option.help;
          const optionId = `${id}-${option.value}`;
          return (
            <span key={option.value} className="choice">
              <input
                id={optionId}
                type="radio"
                className="check"
                name={name ?? id}
                value={option.value}
                checked={option.value === value}
                disabled={Boolean(option.disabledReason)}
                aria-describedby={remark ? helpIdOf(optionId) : undefined}
                onChange={() => onValueChange(option.value)}
              />
              <ChoiceWords id={optionId} label={option.label} help={remark} />
            </span>
          );
        })}
      </div>
    </fieldset>
  );
}
