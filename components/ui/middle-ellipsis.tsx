import { clsx } from 'clsx';

const TAIL = 7;
/** Shorter than this it fits nearly everywhere, and one text is simpler to select. */
const SHORT = 15;

/**
 * An id in too little room: cut in the middle, because addresses and uuids of one site differ at their ends. Readers
 * and the title have all of it.
 */
export function MiddleEllipsis({ text, className }: { text: string; className?: string }) {
  if (text.length < SHORT) {
    return (
      <span className={clsx('truncate', className)} title={text}>
        {text}
      </span>
    );
  }
  return (
    <span className={clsx('flex min-w-0', className)} title={text}>
      <span className="sr-only">{text}</span>
      <span aria-hidden className="truncate">
        {text.slice(0, -TAIL)}
      </span>
      <span aria-hidden className="shrink-0 whitespace-pre">
        {text.slice(-TAIL)}
      </span>
    </span>
  );
}
