'use client';

import { type ButtonHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { InProgressArc } from './glyphs/state-glyph';
import { offProps, ReasonTip } from './reason-tip';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** 14 px icon before the label. */
  icon?: ReactNode;
  /** Under way: the arc takes the icon's place, the label stays, clicks do nothing. */
  busy?: boolean;
  /** Why it cannot be used now and who could. The button stays in place, dashed and focusable. */
  disabledReason?: string | null;
  ref?: Ref<HTMLButtonElement>;
}

/** A button. There is no plain `disabled`: what is off says why (`disabledReason`). */
export function Button({
  variant,
  size,
  icon,
  busy = false,
  disabledReason,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const shared = { ...rest, type, className: buttonClass(variant, size, className) };
  const content = (
    <>
      {busy ? <InProgressArc size={14} /> : icon}
      {children}
    </>
  );
  if (disabledReason) {
    return (
      <ReasonTip reason={disabledReason} id={reasonId}>
        {(swallow) => (
          <button {...shared} {...offProps(reasonId)} onClick={swallow}>
            {content}
          </button>
        )}
      </ReasonTip>
    );
  }
  if (busy) {
    return (
      <button {...shared} aria-busy aria-disabled onClick={(event) => event.preventDefault()}>
        {content}
      </button>
    );
  }
  return (
    <button {...shared} onClick={onClick}>
      {content}
    </button>
  );
}
