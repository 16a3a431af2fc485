import { clsx } from 'clsx';

/** The name of a row that a drawing has too: marked while its way is followed. */
export function TracedName({ name, traced }: { name: string; traced: boolean }) {
  return (
    <span
      className={clsx('mono font-medium', traced && 'text-accent')}
      title={name}
      {...(traced ? { 'data-traced': '' } : {})}
    >
      {name}
    </span>
  );
}
