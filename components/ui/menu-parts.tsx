'use client';

import { clsx } from 'clsx';
import { Check, ChevronRight } from 'lucide-react';
import * as Radix from 'radix-ui/dropdown-menu';
import { type ReactNode, useId, useRef } from 'react';
import { rememberOpener } from './focus-memory';
import type {
  MenuCheckboxItemProps,
  MenuItemProps,
  MenuProps,
  MenuRadioGroupProps,
  MenuSubProps,
} from './menu-props';

/** A drop-down of actions. Not modal: the page beneath goes on living, and no scroll lock writes styles. */
export function Menu({
  trigger,
  label,
  align = 'end',
  open,
  onOpenChange,
  className,
  children,
  fromKeyboard,
}: MenuProps & { fromKeyboard: boolean }) {
  const entered = useRef(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild ref={opener}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          ref={(content) => {
            // Opened by key before this code was there: Radix did not see the key, so the first item is ours to find.
            if (!content || entered.current || !fromKeyboard) return;
            entered.current = true;
            requestAnimationFrame(() => content.querySelector<HTMLElement>('[role^="menuitem"]')?.focus());
          }}
          className={clsx('pop', className)}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          {...(label && { 'aria-label': label, 'aria-labelledby': undefined })}
          onCloseAutoFocus={() => rememberOpener(opener.current)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({
  icon,
  hint,
  danger = false,
  disabledReason,
  quietReason = false,
  onSelect,
  asChild = false,
  children,
}: MenuItemProps) {
  const reasonId = useId();
  const className = clsx('menu-item', danger && 'menu-item-danger');
  if (asChild) {
    return (
      <Radix.Item asChild className={className} onSelect={onSelect}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item
      className={className}
      aria-disabled={disabledReason ? true : undefined}
      aria-describedby={disabledReason ? reasonId : undefined}
      onSelect={disabledReason ? (event) => event.preventDefault() : onSelect}
    >
      {icon}
      <span className="min-w-0">
        {children}
        {/* Hidden from the name of the item, spoken as its description. */}
        {disabledReason && (
          <span id={reasonId} aria-hidden className={quietReason ? 'sr-only' : 'menu-reason'}>
            {disabledReason}
          </span>
        )}
      </span>
      {hint && <span className="menu-hint">{hint}</span>}
    </Radix.Item>
  );
}

export function MenuCheckboxItem({
  checked,
  onCheckedChange,
  hint,
  keepOpen = true,
  children,
}: MenuCheckboxItemProps) {
  return (
    <Radix.CheckboxItem
      className="menu-item"
      checked={checked}
      onCheckedChange={onCheckedChange}
      onSelect={keepOpen ? (event) => event.preventDefault() : undefined}
    >
      <span className="menu-tick">
        <Radix.ItemIndicator>
          <Check size={14} strokeWidth={2} aria-hidden />
        </Radix.ItemIndicator>
      </span>
      <span className="min-w-0">{children}</span>
      {hint !== undefined && <span className="menu-hint num">{hint}</span>}
    </Radix.CheckboxItem>
  );
}

export function MenuRadioGroup<T extends string>(props: MenuRadioGroupProps<T>) {
  return (
    <Radix.RadioGroup
      aria-label={props.label}
      value={props.value}
      onValueChange={(next) => {
        const chosen = props.options.find((option) => option.value === next);
        if (chosen) props.onValueChange(chosen.value);
      }}
    >
      {props.label && <Radix.Label className="menu-label">{props.label}</Radix.Label>}
      {props.options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className="menu-item">
          <span className="menu-tick">
            <Radix.ItemIndicator>
              <span className="block size-1.5 rounded-full bg-accent" />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuSub({ label, icon, children }: MenuSubProps) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className="menu-item">
        {icon}
        <span>{label}</span>
        <span className="menu-hint">
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        </span>
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent className="pop" sideOffset={2} alignOffset={-4} collisionPadding={8} loop>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="menu-label">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="menu-separator" />;
}
