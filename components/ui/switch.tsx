'use client';

import { type MouseEvent, type ReactNode, useId } from 'react';
import { ChoiceWords, helpIdOf } from './choice-words';
import { ReasonTip } from './reason-tip';

export interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  help?: ReactNode;
  disabledReason?: string | null;
  name?: string;
}

/** On or off at once, for what takes effect without a "Save". In a form that is saved use a Checkbox. */
export function Switch({ checked, onCheckedChange, label, help, disabledReason, name }: SwitchProps) {
  const id = useId();
  const knob = (swallow?: (event: MouseEvent<HTMLElement>) => void) => (
    <input
      id={id}
      type="checkbox"
      role="switch"
      aria-checked={checked}
      className="switch"
      name={name}
      checked={checked}
      aria-disabled={disabledReason ? true : undefined}
      aria-describedby={disabledReason ? `${id}-off` : help ? helpIdOf(id) : undefined}
      onClick={swallow}
      onChange={(event) => {
        if (!disabledReason) onCheckedChange(event.target.checked);
      }}
    />
  );
  return (
    <span className="choice">
      {disabledReason ? (
        <ReasonTip id={`${id}-off`} reason={disabledReason}>
          {(swallow) => knob(swallow)}
        </ReasonTip>
      ) : (
        knob()
      )}
      <ChoiceWords id={id} label={label} help={help} />
    </span>
  );
}
