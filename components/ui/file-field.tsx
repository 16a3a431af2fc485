import { clsx } from 'clsx';
import { Field, type FieldFrame } from './field';

export interface FileFieldProps extends FieldFrame {
  /** Endings and types that the browser offers first. */
  accept?: string;
  onPick: (file: File | null) => void;
}

/** One file of this computer, picked or dropped. It stays where it is until somebody sends it. */
export function FileField({ accept, onPick, ...frame }: FileFieldProps) {
  return (
    <Field {...frame}>
      {({ control, box }) => (
        <span className="input h-auto min-h-8 py-1 max-md:min-h-11" {...box}>
          <input
            {...control}
            type="file"
            accept={accept}
            className={clsx(
              'min-w-0 text-ink-2 file:mr-2.5 file:cursor-pointer file:rounded-1 file:border file:border-line',
              'file:bg-raised file:px-2.5 file:py-0.5 file:text-ink max-md:file:min-h-9',
            )}
            onChange={({ target }) => onPick(target.files?.[0] ?? null)}
          />
        </span>
      )}
    </Field>
  );
}
