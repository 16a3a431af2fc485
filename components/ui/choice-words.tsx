import type { ReactNode } from 'react';

type Props = {
  /** Of the box, radio or switch that these words stand beside. */
  id: string;
  label: ReactNode;
  hideLabel?: boolean;
  /** Beside the label, not in it: it is said once, as what describes the box (`aria-describedby={helpIdOf(id)}`). */
  help?: ReactNode;
};

export const helpIdOf = (id: string): string => `${id}-help`;

/** What a box, a radio button or a switch is for. */
export function ChoiceWords({ id, label, hideLabel = false, help }: Props) {
  return (
    <span className={hideLabel ? 'sr-only' : 'min-w-0'}>
      <label htmlFor={id}>{label}</label>
      {help && (
        <span id={helpIdOf(id)} className="block text-small text-ink-3">
          {help}
        </span>
      )}
    </span>
  );
}
