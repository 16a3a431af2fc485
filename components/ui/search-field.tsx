'use client';

import { clsx } from 'clsx';
import { Search, X } from 'lucide-react';
import { type Ref, useRef } from 'react';

export interface SearchFieldProps {
  /** Spoken name; the placeholder says what can be searched for. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  placeholder?: string;
  /** The key that leads here, drawn while the field is empty. The shell's shortcuts make it work. */
  hint?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** Search in a view. Escape empties it; `/` leads here (`data-search` marks it for the shell). */
export function SearchField({
  label,
  value,
  onValueChange,
  placeholder,
  hint = '/',
  className,
  ref,
}: SearchFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  return (
    <span className={clsx('input input-search', className)}>
      <Search size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
      <input
        ref={(element) => {
          own.current = element;
          if (typeof ref === 'function') return ref(element);
          if (ref) ref.current = element;
        }}
        type="search"
        data-search=""
        aria-label={label}
        aria-keyshortcuts={hint || undefined}
        placeholder={placeholder}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          onValueChange('');
        }}
      />
      {value === '' ? (
        hint && (
          <kbd className="kbd max-md:hidden" aria-hidden>
            {hint}
          </kbd>
        )
      ) : (
        <button
          type="button"
          aria-label="Clear search"
          className="grid size-5 flex-none place-items-center rounded-1 text-ink-3 hover:text-ink max-md:size-9"
          onClick={() => {
            onValueChange('');
            own.current?.focus();
          }}
        >
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </span>
  );
}
