import { type ReactNode, useId } from 'react';

/** What every field shares: label above, help below, the error in place of the help. */
export interface FieldFrame {
  label: ReactNode;
  help?: ReactNode;
  /** Names the limit ("Between 576 and 9216"); replaces the help. */
  error?: string | null;
  /** Required is the default; an optional field says so. */
  optional?: boolean;
  /** The value before the change, shown as "was 14400". Set it only while the field differs from it. */
  was?: string | null;
  /** Speaks the label without printing it. */
  hideLabel?: boolean;
  className?: string;
}

/** What the control takes over to belong to its frame. */
export interface FieldIds {
  control: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };
  box: { 'data-changed': '' | undefined; 'data-invalid': '' | undefined };
}

export function Field({
  label,
  help,
  error,
  optional = false,
  was,
  hideLabel = false,
  className,
  children,
}: FieldFrame & { children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const messageId = `${id}-message`;
  const changed = was !== undefined && was !== null;
  const message = error || help || changed;
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'field-label'}>
        {label}
        {optional && <span className="font-normal text-ink-3"> optional</span>}
      </label>
      {children({
        control: {
          id,
          'aria-describedby': message ? messageId : undefined,
          'aria-invalid': error ? true : undefined,
        },
        box: { 'data-changed': changed ? '' : undefined, 'data-invalid': error ? '' : undefined },
      })}
      {message && (
        <span id={messageId} className={error ? 'field-help field-error' : 'field-help'}>
          {error ? error : help}
          {changed && (
            <>
              {(error || help) && '. '}
              was <span className="mono">{was === '' ? 'empty' : was}</span>
            </>
          )}
        </span>
      )}
    </div>
  );
}
