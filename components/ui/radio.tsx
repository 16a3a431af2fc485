import { type ReactNode, useId } from 'react';

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
          return (
            <label key={option.value} className="choice">
              <input
                type="radio"
                className="check"
                name={name ?? id}
                value={option.value}
                checked={option.value === value}
                disabled={Boolean(option.disabledReason)}
                aria-describedby={remark ? `${id}-${option.value}` : undefined}
                onChange={() => onValueChange(option.value)}
              />
              <span>
                {option.label}
                {remark && (
                  <span id={`${id}-${option.value}`} className="block text-small text-ink-3">
                    {remark}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
