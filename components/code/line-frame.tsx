import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { ScrollRegion } from '@/components/ui/scroll-region';

/** Lines of text that scroll in their place, or in a frame of their own. `children`: an `li` for each. */
export function LineFrame({
  label,
  boxed,
  children,
}: {
  label: string;
  boxed: boolean;
  children: ReactNode;
}) {
  return (
    <ScrollRegion
      aria-label={label}
      className={clsx(
        'mono overflow-auto bg-sunken py-2 text-small leading-5',
        boxed ? 'max-h-72 rounded-2 border border-line' : 'h-full',
      )}
    >
      <ol className="min-w-max">{children}</ol>
    </ScrollRegion>
  );
}
