import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export type PillTone = 'neutral' | 'accent' | 'crit' | 'major' | 'minor' | 'warn' | 'ok' | 'unknown';

/** A short word about a thing. A toned one still says its state in words: colour comes third. */
export function Pill({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: PillTone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={clsx('pill', tone !== 'neutral' && `tone-${tone}`)}>
      {icon}
      {children}
    </span>
  );
}
