'use client';

import { type FocusEvent, type PointerEvent, useState } from 'react';

/**
 * Whether somebody is at work in the table, so that its order must not change: the pointer is in it, the keyboard is
 * in it, or a row's menu is open. A finger counts while it touches.
 */
export function useHeld(menuOpen: boolean, onHeld?: (held: boolean) => void) {
  const [pointer, notePointer] = useState(false);
  const [keyboard, noteKeyboard] = useState(false);
  const setPointer = (is: boolean) => {
    notePointer(is);
    onHeld?.(is || keyboard);
  };
  const setKeyboard = (is: boolean) => {
    noteKeyboard(is);
    onHeld?.(is || pointer);
  };
  return {
    held: pointer || keyboard || menuOpen,
    handlers: {
      onPointerEnter: () => setPointer(true),
      onPointerLeave: () => setPointer(false),
      onPointerCancel: () => setPointer(false),
      onPointerUp: (event: PointerEvent) => {
        if (event.pointerType === 'touch') setPointer(false);
      },
      onFocus: (event: FocusEvent<HTMLElement>) => {
        setKeyboard(event.currentTarget.contains(event.target) && event.target.matches(':focus-visible'));
      },
      onBlur: (event: FocusEvent<HTMLElement>) => {
        const next = event.relatedTarget;
        if (!(next instanceof Node && event.currentTarget.contains(next))) setKeyboard(false);
      },
    },
  };
}
