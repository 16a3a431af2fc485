import { clsx } from 'clsx';
import type { Ref, TextareaHTMLAttributes } from 'react';
import { Field, type FieldFrame } from './field';

export interface TextareaFieldProps
  extends FieldFrame,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldFrame | 'id'> {
  mono?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextareaField({
  label,
  help,
  error,
  optional,
  was,
  hideLabel,
  className,
  mono = false,
  ...textarea
}: TextareaFieldProps) {
  return (
    <Field {...{ label, help, error, optional, was, hideLabel, className }}>
      {({ control, box }) => (
        <span className="input" {...box}>
          <textarea spellCheck={!mono} {...textarea} {...control} className={clsx(mono && 'mono')} />
        </span>
      )}
    </Field>
  );
}
