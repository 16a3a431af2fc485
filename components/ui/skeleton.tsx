import { clsx } from 'clsx';

const ROWS = [100, 74, 91, 63, 83];

/**
 * The shape of a table that is on its way; drawn after 300 ms. `columns` are widths in percent.
 */
export function SkeletonRows({
  label,
  rows = 5,
  columns = [5, 23, 14, 17, 10],
}: {
  /** Spoken: "Reading hosts". */
  label: string;
  rows?: number;
  columns?: readonly number[];
}) {
  return (
    <div role="status" aria-label={label} className="skeleton px-3.5">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity
        <svg key={row} className="skeleton-row w-full" width="100%" height="32" aria-hidden="true">
          {columns.map((width, column) => {
            const before = columns.slice(0, column).reduce((sum, each) => sum + each + 3.5, 0);
            const varied = column % 2 === 1 ? (width * (ROWS[row % ROWS.length] ?? 100)) / 100 : width;
            return (
              <rect
                key={before}
                x={`${before}%`}
                y="50%"
                width={`${varied}%`}
                height="9"
                rx="3"
                className="skeleton-cell"
              />
            );
          })}
        </svg>
      ))}
    </div>
  );
}

/** One grey block; size it with utilities: `className="h-8 w-40"`. */
export function SkeletonBlock({ className }: { className?: string }) {
  return <span className={clsx('skeleton skeleton-block', className)} aria-hidden />;
}
