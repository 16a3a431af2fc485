'use client';

import {
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useState,
} from 'react';
import type { Later } from './later';

export type Trigger = ReactElement<HTMLAttributes<HTMLElement>>;

/**
 * A button in front of something that is fetched when it is first opened. Until then the button is all there is,
 * however many of them a table has; from then on the real thing stands in its place.
 */
export function useOpener(options: {
  trigger: Trigger;
  part: Later<unknown>;
  /** What opens, for `aria-haspopup`. */
  kind: 'menu' | 'dialog';
  open: boolean | undefined;
  onOpenChange: ((open: boolean) => void) | undefined;
}) {
  const { trigger, part, kind, open, onOpenChange } = options;
  const [own, setOwn] = useState(false);
  const [opened, setOpened] = useState<'pointer' | 'keyboard' | null>(null);

  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const start = async (by: 'pointer' | 'keyboard') => {
    try {
      await part.load();
    } catch {
      // The server is away or was replaced. The page says so by itself; the button can be pressed again.
      return;
    }
    setOpened(by);
    change(true);
  };
  const warm = () => void part.load().catch(() => undefined);

  // Whoever controls it may open it without the button.
  useEffect(() => {
    if (open && opened === null)
      part.load().then(
        () => setOpened('pointer'),
        () => undefined,
      );
  }, [open, opened, part]);

  const { props } = trigger;
  return {
    /** Whether the real thing is there to be drawn, and how it was opened at first. */
    opened,
    isOpen: open ?? own,
    change,
    /** For the button, while it stands alone. */
    buttonProps: {
      'aria-haspopup': kind,
      'aria-expanded': false,
      onPointerEnter: (event: PointerEvent<HTMLElement>) => {
        props.onPointerEnter?.(event);
        warm();
      },
      onFocus: (event: FocusEvent<HTMLElement>) => {
        props.onFocus?.(event);
        warm();
      },
      onClick: (event: MouseEvent<HTMLElement>) => {
        props.onClick?.(event);
        // A click without a pointer comes from Enter or Space.
        if (!event.defaultPrevented) void start(event.detail === 0 ? 'keyboard' : 'pointer');
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        props.onKeyDown?.(event);
        if (kind !== 'menu' || event.key !== 'ArrowDown' || event.defaultPrevented) return;
        event.preventDefault();
        void start('keyboard');
      },
    } satisfies HTMLAttributes<HTMLElement>,
  };
}
