import type { ReactNode } from 'react';

/** A key, or several pressed together: `keys={['Ctrl', 'K']}`. */
export function Kbd({ keys, children }: { keys?: readonly string[]; children?: ReactNode }) {
  if (!keys) return <kbd className="kbd">{children}</kbd>;
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key) => (
        <kbd key={key} className="kbd">
          {key}
        </kbd>
      ))}
    </span>
  );
}
