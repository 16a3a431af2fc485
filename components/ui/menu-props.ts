/** What menus and their items take: shared by the heads (menu.tsx) and the parts that come later. */
import type { ReactNode } from 'react';
import type { Later } from './later';
import type { Trigger } from './use-opener';

export interface MenuProps {
  /** The button that opens it. */
  trigger: Trigger;
  /** What must be there before it opens, where its items are fetched later too. Brings `menuParts` along. */
  part?: Later<unknown>;
  /** Spoken name of the menu, where the button's is not enough. */
  label?: string;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}

export interface MenuItemProps {
  icon?: ReactNode;
  /** A key or a short remark at the right. */
  hint?: ReactNode;
  danger?: boolean;
  /** Why it is off: shown under the label; the item keeps its place and takes focus. */
  disabledReason?: string | null;
  /** Speaks the reason but does not print it, where the menu already says it once for all. */
  quietReason?: boolean;
  /** `event.preventDefault()` keeps the menu open. */
  onSelect?: (event: Event) => void;
  /** The one child is a link element that becomes the item. */
  asChild?: boolean;
  children: ReactNode;
}

export interface MenuCheckboxItemProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  hint?: ReactNode;
  /** Stays open after a choice, which is what lists of columns and facets want. */
  keepOpen?: boolean;
  children: ReactNode;
}

export interface MenuRadioGroupProps<T extends string> {
  label?: string;
  value: T;
  onValueChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode }[];
}

export interface MenuSubProps {
  label: ReactNode;
  icon?: ReactNode;
  children: ReactNode;
}
