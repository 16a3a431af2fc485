'use client';

import { type HTMLAttributes, type MouseEvent, type ReactElement, useState } from 'react';
import { Tooltip } from './tooltip';

/**
 * What an element that is off needs besides its look: it stays focusable, is announced as disabled with its
 * reason, and swallows the click that would have acted.
 */
export function offProps(reasonId: string) {
  return { 'aria-disabled': true, 'aria-describedby': reasonId, 'data-off': '' } as const;
}

/** Says why something is off: for readers at once, for eyes on hover, on focus and on a tap. */
export function ReasonTip({
  reason,
  id,
  children,
}: {
  reason: string;
  id: string;
  children: (onClick: (event: MouseEvent<HTMLElement>) => void) => ReactElement<HTMLAttributes<HTMLElement>>;
}) {
  const [open, setOpen] = useState(false);
  const swallow = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    setOpen(true);
  };
  return (
    <>
      <Tooltip content={reason} open={open} onOpenChange={setOpen}>
        {children(swallow)}
      </Tooltip>
      {/* The open tip is the description by itself: two of them would be read one after the other. */}
      {!open && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </>
  );
}
