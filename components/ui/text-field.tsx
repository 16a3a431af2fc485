import { clsx } from 'clsx';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { Field, type FieldFrame } from './field';

export interface TextFieldProps
  extends FieldFrame,
    Omit<
      InputHTMLAttributes<HTMLInputElement>,
      keyof FieldFrame | 'aria-describedby' | 'aria-invalid' | 'id'
    > {
  /** For anything you could paste into a shell. */
  mono?: boolean;
  /** Inside the field at the right: "ns", "GiB". */
  unit?: ReactNode;
  leading?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  help,
  error,
  optional,
  was,
  hideLabel,
  className,
  mono = false,
  unit,
  leading,
  type = 'text',
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, help, error, optional, was, hideLabel, className }}>
      {({ control, box }) => (
        <span className="input" {...box}>
          {leading}
          <input
            spellCheck={false}
            autoComplete="off"
            {...input}
            {...control}
            type={type}
            required={optional ? false : input.required}
            className={clsx(mono && 'mono')}
          />
          {unit && <span className="input-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
