'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label' | 'size'> {
  /** Spoken name, also the tooltip. */
  label: string;
  icon: ReactNode;
}

/** A square button for the few icons that stand without a word: copy, close, more, refresh. */
export function IconButton({ label, icon, variant = 'ghost', className, ...rest }: IconButtonProps) {
  const button = (
    <Button
      {...rest}
      variant={variant}
      aria-label={label}
      className={clsx('btn-icon', className)}
      icon={icon}
    />
  );
  return rest.disabledReason ? button : <Tooltip content={label}>{button}</Tooltip>;
}
