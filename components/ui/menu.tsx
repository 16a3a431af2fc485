'use client';

import { cloneElement, type ReactNode } from 'react';
import { later } from './later';
import type {
  MenuCheckboxItemProps,
  MenuItemProps,
  MenuProps,
  MenuRadioGroupProps,
  MenuSubProps,
} from './menu-props';
import { useOpener } from './use-opener';

/** Radix's menu, fetched when the first menu is about to open. A page preloads it with `menuParts.load()`. */
export const menuParts = later(() => import('./menu-parts'));

/** A drop-down of actions. Not modal: the page beneath goes on living, and no scroll lock writes styles. */
export function Menu({ part = menuParts, ...props }: MenuProps) {
  const { trigger, open, onOpenChange } = props;
  const opener = useOpener({ trigger, part, kind: 'menu', open, onOpenChange });
  const parts = menuParts.held();
  if (!parts || opener.opened === null) return cloneElement(trigger, opener.buttonProps);
  return (
    <parts.Menu
      {...props}
      open={opener.isOpen}
      onOpenChange={opener.change}
      fromKeyboard={opener.opened === 'keyboard'}
    />
  );
}

// What stands in a menu is drawn only while it is open; its code is there by then.

export function MenuItem(props: MenuItemProps) {
  const parts = menuParts.held();
  return parts ? <parts.MenuItem {...props} /> : null;
}

export function MenuCheckboxItem(props: MenuCheckboxItemProps) {
  const parts = menuParts.held();
  return parts ? <parts.MenuCheckboxItem {...props} /> : null;
}

export function MenuRadioGroup<T extends string>(props: MenuRadioGroupProps<T>) {
  const parts = menuParts.held();
  return parts ? <parts.MenuRadioGroup {...props} /> : null;
}

export function MenuSub(props: MenuSubProps) {
  const parts = menuParts.held();
  return parts ? <parts.MenuSub {...props} /> : null;
}

export function MenuLabel(props: { children: ReactNode }) {
  const parts = menuParts.held();
  return parts ? <parts.MenuLabel {...props} /> : null;
}

export function MenuSeparator() {
  const parts = menuParts.held();
  return parts ? <parts.MenuSeparator /> : null;
}
