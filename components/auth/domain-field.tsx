'use client';

import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { TextField } from '@/components/ui/text-field';

/** The Keystone domain. Nearly everybody's is Default, so it is folded: a click opens it for typing. */
export function DomainField({ initial }: { initial: string }) {
  const [open, setOpen] = useState(false);
  const labelId = useId();
  const valueId = useId();
  if (open) {
    return (
      <TextField
        name="domain"
        label="Domain"
        defaultValue={initial}
        autoComplete="organization"
        autoCapitalize="off"
        autoFocus
        required
      />
    );
  }
  return (
    <div className="field">
      <span id={labelId} className="field-label">
        Domain
      </span>
      <button
        type="button"
        className="input select text-left"
        aria-labelledby={`${labelId} ${valueId}`}
        aria-expanded={false}
        onClick={() => setOpen(true)}
      >
        <span id={valueId} className="flex-1 px-2.5">
          {initial}
        </span>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
      </button>
      <input type="hidden" name="domain" value={initial} />
    </div>
  );
}
