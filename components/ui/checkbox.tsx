'use client';

import { type MouseEvent, type ReactNode, useId } from 'react';
import { ChoiceWords, helpIdOf } from './choice-words';
import { ReasonTip } from './reason-tip';

export interface CheckboxProps {
  checked: boolean;
  /** Some of what it stands for: drawn as a bar, announced as mixed. */
  indeterminate?: boolean;
  /** `shiftKey` for ranges. */
  onCheckedChange: (checked: boolean, keys: { shiftKey: boolean }) => void;
  label: ReactNode;
  hideLabel?: boolean;
  help?: ReactNode;
  disabledReason?: string | null;
  name?: string;
}

export function Checkbox(props: CheckboxProps) {
  const {
    checked,
    indeterminate = false,
    onCheckedChange,
    label,
    hideLabel = false,
    help,
    disabledReason,
    name,
  } = props;
  const id = useId();
  const box = (swallow?: (event: MouseEvent<HTMLElement>) => void) => (
    <input
      id={id}
      type="checkbox"
      className="check"
      ref={(element) => {
        if (element) element.indeterminate = indeterminate && !checked;
      }}
      name={name}
      checked={checked}
      aria-disabled={disabledReason ? true : undefined}
      aria-describedby={disabledReason ? `${id}-off` : help ? helpIdOf(id) : undefined}
      onClick={swallow}
      onChange={(event) => {
        if (disabledReason) return;
        const native = event.nativeEvent;
        onCheckedChange(event.target.checked, {
          shiftKey: native instanceof MouseEvent ? native.shiftKey : false,
        });
      }}
    />
  );
  return (
    <span className="choice">
      {disabledReason ? (
        <ReasonTip id={`${id}-off`} reason={disabledReason}>
          {(swallow) => box(swallow)}
        </ReasonTip>
      ) : (
        box()
      )}
      <ChoiceWords id={id} label={label} hideLabel={hideLabel} help={help} />
    </span>
  );
}
