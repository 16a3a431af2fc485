'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, type Ref, useState } from 'react';
import { Field, type FieldFrame } from './field';

export interface PasswordFieldProps
  extends Omit<FieldFrame, 'was'>,
    Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldFrame | 'type' | 'id'> {
  ref?: Ref<HTMLInputElement>;
}

/** A password, with a button to see what was typed. It has no "was": an old password is never echoed. */
export function PasswordField({
  label,
  help,
  error,
  optional,
  hideLabel,
  className,
  ...input
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field {...{ label, help, error, optional, hideLabel, className }}>
      {({ control, box }) => (
        <span className="input pr-1" {...box}>
          <input
            autoComplete="current-password"
            spellCheck={false}
            autoCapitalize="off"
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
          />
          <button
            type="button"
            className="grid size-6 flex-none place-items-center rounded-1 text-ink-3 hover:text-ink max-md:size-11"
            aria-label="Show password"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      )}
    </Field>
  );
}
