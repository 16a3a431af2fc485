import { type ReactNode, useId } from 'react';

export interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode; icon?: ReactNode }[];
  name?: string;
}

/** One of a few short words side by side: a span of time, a way to look. Radio buttons beneath, with their keys. */
export function Segmented<T extends string>({
  label,
  value,
  onValueChange,
  options,
  name,
}: SegmentedProps<T>) {
  const id = useId();
  return (
    <fieldset className="segmented">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="segment">
          <input
            type="radio"
            className="sr-only"
            name={name ?? id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
