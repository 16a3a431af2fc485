'use client';

import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { TipSide } from './place-tip';
import { Tip } from './tip';

export interface TooltipProps {
  content: ReactNode;
  /** One element that takes focus. */
  children: ReactElement<HTMLAttributes<HTMLElement>>;
  side?: TipSide;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

const DELAY_MS = 350;

/**
 * A remark on hover and on focus. Never the only place of a fact: touch screens have no hover. Our own, and small:
 * every page has one, and a library for it would weigh as much as all other primitives together.
 */
export function Tooltip({ content, children, side = 'top', open, onOpenChange }: TooltipProps) {
  const id = useId();
  const [own, setOwn] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = open ?? own;
  useEffect(() => () => clearTimeout(timer.current), []);

  const set = (next: boolean) => {
    clearTimeout(timer.current);
    // What its button opened says more than its name.
    if (next && anchor.current?.getAttribute('aria-expanded') === 'true') return;
    if (next === shown) return;
    setOwn(next);
    onOpenChange?.(next);
  };
  const { props } = children;
  const child = cloneElement(children, {
    'aria-describedby': shown
      ? [props['aria-describedby'], id].filter(Boolean).join(' ')
      : props['aria-describedby'],
    onPointerEnter: (event) => {
      props.onPointerEnter?.(event);
      anchor.current = event.currentTarget;
      if (event.pointerType === 'touch') return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => set(true), DELAY_MS);
    },
    onPointerLeave: (event) => {
      props.onPointerLeave?.(event);
      set(false);
    },
    onPointerDown: (event) => {
      props.onPointerDown?.(event);
      set(false);
    },
    onFocus: (event) => {
      props.onFocus?.(event);
      anchor.current = event.currentTarget;
      if (event.target.matches(':focus-visible')) set(true);
    },
    onBlur: (event) => {
      props.onBlur?.(event);
      set(false);
    },
    onClick: (event) => {
      anchor.current = event.currentTarget;
      props.onClick?.(event);
    },
  } satisfies HTMLAttributes<HTMLElement>);
  return (
    <>
      {child}
      {shown && (
        <Tip id={id} anchor={anchor} side={side} onClose={() => set(false)}>
          {content}
        </Tip>
      )}
    </>
  );
}
