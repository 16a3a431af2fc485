import type { ReactNode } from 'react';

export interface StepItem {
  label: string;
  /** "about 40 s", "as long as you need". */
  duration?: ReactNode;
  /** `unsure`: the platform may skip or lengthen it. Of one that failed, `duration` says so in words. */
  state?: 'todo' | 'now' | 'done' | 'unsure' | 'failed';
}

/** What happens next: a dotted line of stages, with what each usually takes. */
export function Steps({ label, items }: { label: string; items: readonly StepItem[] }) {
  return (
    <ol className="steps" aria-label={label}>
      {items.map((item) => (
        <li
          key={item.label}
          className="step"
          data-state={item.state ?? 'todo'}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <span className="block font-medium">{item.label}</span>
          {item.duration && <span className="block text-small text-ink-3">{item.duration}</span>}
        </li>
      ))}
    </ol>
  );
}
