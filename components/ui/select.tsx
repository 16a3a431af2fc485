import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { Ref, SelectHTMLAttributes } from 'react';
import { Field, type FieldFrame } from './field';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps
  extends FieldFrame,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldFrame | 'id' | 'multiple' | 'size'> {
  options: readonly SelectOption[];
  /** First, empty choice. */
  placeholder?: string;
  mono?: boolean;
  /** As tall and quiet as the buttons of a toolbar. */
  compact?: boolean;
  ref?: Ref<HTMLSelectElement>;
}

/** The browser's own select: it brings its keys, its picker on phones and no run-time styles. */
export function SelectField({
  label,
  help,
  error,
  optional,
  was,
  hideLabel,
  className,
  options,
  placeholder,
  mono = false,
  compact = false,
  ...select
}: SelectFieldProps) {
  return (
    <Field {...{ label, help, error, optional, was, hideLabel, className }}>
      {({ control, box }) => (
        <span className={clsx('input select', compact && 'select-compact')} {...box}>
          <select {...select} {...control} className={clsx(mono && 'mono')}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </span>
      )}
    </Field>
  );
}
