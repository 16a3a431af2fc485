'use client';

import { type RefObject, useEffect, useMemo } from 'react';
import { type Shortcut, useKeysOn, useShortcuts } from '@/lib/queries/shortcuts';
import { commandFor, type KeyHint, type TableCommand } from './keys';
import { useLatest } from './use-latest';

const FIELD =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';
/** Something modal stands before the table (components/ui/modal). */
const MODAL = '.scrim';
const CONTROL = 'a[href], button, summary, input, [role="button"]';

/**
 * Listens for the keys of one table. `run` answers whether it did something; only then is the key taken from the
 * browser. A key that somebody before us took (a sequence of the shell's, a menu) is left alone.
 */
export function useTableKeys(options: {
  root: RefObject<HTMLElement | null>;
  where: 'page' | 'focus' | 'off';
  rowKeys: readonly string[];
  run: (command: TableCommand) => boolean;
}): void {
  const { root, where } = options;
  const active = useKeysOn() && where !== 'off';
  const press = useLatest((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !root.current) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const inTable = root.current.contains(target);
    if (where === 'focus' && !inTable) return;
    const command = commandFor(
      {
        key: event.key,
        shift: event.shiftKey,
        modified: event.ctrlKey || event.altKey || event.metaKey,
        inField: target.closest(FIELD) !== null || document.querySelector(MODAL) !== null,
        onControl: target.closest(CONTROL) !== null,
        inTable: inTable && target.closest('[data-table-body]') !== null,
      },
      options.rowKeys,
    );
    if (command && options.run(command)) event.preventDefault();
  });
  useEffect(() => {
    if (!active) return;
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [active, press]);
}

const NO_SHORTCUTS: readonly Shortcut[] = [];

/** Lists the keys of a table in the help sheet; the table acts on them itself. Answers what is in force now. */
export function useListedKeys(
  hints: readonly KeyHint[],
  where: 'page' | 'focus' | 'off',
): readonly KeyHint[] {
  const on = useKeysOn();
  const told = where === 'off' ? '' : JSON.stringify(hints);
  // biome-ignore lint/correctness/useExhaustiveDependencies: by content: the list is made anew on every render
  const entries = useMemo(() => (told === '' ? NO_SHORTCUTS : hints.map(listed)), [told]);
  useShortcuts(entries);
  return on && where !== 'off' ? hints : [];
}

function listed({ keys, label }: KeyHint): Shortcut {
  return { keys: keys.join(' '), label: capital(label), group: 'On this page', run: null };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
