'use client';

import { cloneElement } from 'react';
import { later } from './later';
import type { PopoverProps } from './popover-parts';
import { useOpener } from './use-opener';

/** Radix's popover, fetched when the first one is about to open. A page preloads it with `popoverParts.load()`. */
export const popoverParts = later(() => import('./popover-parts'));

/** A small floating panel that is not a menu: a facet with a filter field, a detail with links. Not modal. */
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange } = props;
  const opener = useOpener({ trigger, part: popoverParts, kind: 'dialog', open, onOpenChange });
  const parts = popoverParts.held();
  if (!parts || opener.opened === null) return cloneElement(trigger, opener.buttonProps);
  return <parts.Popover {...props} open={opener.isOpen} onOpenChange={opener.change} />;
}
