'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './icon-button';

/** Copies text; the tick and the spoken "Copied" stay until the pointer or focus leaves. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // No clipboard without a secure origin, and a browser may refuse it: say so, the text can still be selected.
      setOutcome('refused');
    }
  };
  const said =
    outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser did not allow copying' : '';
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <>
      <IconButton
        label={said || label}
        icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}
        onClick={copy}
        onBlur={() => setOutcome('idle')}
        onPointerLeave={() => setOutcome('idle')}
      />
      <span className="sr-only" role="status">
        {said}
      </span>
    </>
  );
}
