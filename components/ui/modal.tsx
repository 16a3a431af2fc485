'use client';

import * as Radix from 'radix-ui/dialog';
import { type ReactNode, type RefObject, useRef } from 'react';
import { rememberOpener, returnTarget } from './focus-memory';

export interface ModalProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where focus starts: the first blocker, a field, or the primary button. Default: the first element that takes focus in the body, then the foot. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Asked before Escape or a click beside closes it; return false to stay, for instance with unsaved changes. */
  mayClose?: () => boolean;
  className: string;
  children: ReactNode;
}

const FOCUSABLE =
  ':is(input:not([type="hidden"]), select, textarea, button):not(:disabled), a[href], [tabindex="0"]';

/**
 * The modal frame beneath Sheet and Dialog: focus held inside, Escape, return of focus. The scrim is our own
 * element because Radix's overlay locks scrolling with a <style> written at run time, which the content security
 * policy refuses; ours takes the wheel itself.
 */
export function Modal({ open, onOpenChange, initialFocus, mayClose, className, children }: ModalProps) {
  const content = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const guard = (event: Event) => {
    if (mayClose && !mayClose()) event.preventDefault();
  };
  /** A toast or the session's warning lies above the scrim and has buttons of its own: pressing one is not a wish to leave. */
  const guardPointer = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('.toast, [data-above-modals]'))
      event.preventDefault();
    else guard(event);
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className="scrim" aria-hidden />
        <Radix.Content
          ref={content}
          className={className}
          aria-describedby={undefined}
          onEscapeKeyDown={guard}
          onPointerDownOutside={guardPointer}
          onCloseAutoFocus={(event) => {
            // Radix returns to its own trigger; ours are anywhere on the page.
            event.preventDefault();
            const target = returnTarget(before.current);
            // Another has taken its place, somebody types in it, and it will give the focus back in the end.
            if (document.activeElement?.closest('[role="dialog"]')) rememberOpener(target);
            else target?.focus();
          }}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            before.current = document.activeElement;
            const wanted =
              initialFocus?.current ??
              content.current?.querySelector<HTMLElement>('[data-autofocus]') ??
              content.current?.querySelector<HTMLElement>(`.sheet-body :is(${FOCUSABLE})`) ??
              content.current?.querySelector<HTMLElement>(`.sheet-foot :is(${FOCUSABLE})`) ??
              content.current;
            wanted?.focus();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
