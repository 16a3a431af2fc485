'use client';

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { type Box, placeTip, type TipSide } from './place-tip';

/** The floating part of a tooltip: beside its anchor, within the window, gone on Escape and when the page moves. */
export function Tip(props: {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  side: TipSide;
  onClose: () => void;
  children: ReactNode;
}) {
  const { id, anchor, side, onClose, children } = props;
  const tip = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);

  useLayoutEffect(() => {
    close.current = onClose;
    const element = tip.current;
    if (!element || !anchor.current) return;
    const { left, top } = placeTip(boxOf(anchor.current), boxOf(element), side, {
      width: window.innerWidth,
      height: window.innerHeight,
    });
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
    };
    const onScroll = () => close.current();
    document.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, []);

  return createPortal(
    <div ref={tip} id={id} role="tooltip" className="tip fixed top-0 left-0">
      {children}
    </div>,
    document.body,
  );
}

function boxOf(element: HTMLElement): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
