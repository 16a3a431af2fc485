/** The lines of a drawing. What is on the way is drawn last, over the others. */
export type DrawnLink = { from: string; to: string; quiet: boolean };

type Props<L extends DrawnLink> = {
  /** Pixels. */
  height: number;
  links: readonly L[];
  /** Is it on the way that is followed? */
  isOn: (link: L) => boolean;
  /** In thousandths of the width and pixels; null: an end of it is not drawn. */
  path: (link: L) => string | null;
  /** Dots of a kind of its own. */
  dash?: (link: L) => string | undefined;
};

export function DrawingLinks<L extends DrawnLink>({ height, links, isOn, path, dash }: Props<L>) {
  const ordered = links.toSorted((a, b) => Number(isOn(a)) - Number(isOn(b)));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
      fill="none"
      stroke="currentColor"
    >
      {ordered.map((link) => {
        const d = path(link);
        if (d === null) return null;
        const on = isOn(link);
        return (
          <path
            key={JSON.stringify([link.from, link.to])}
            d={d}
            vectorEffect="non-scaling-stroke"
            strokeWidth={on ? 2 : 1.3}
            strokeDasharray={dash?.(link) ?? (link.quiet ? '3 3' : undefined)}
            className={on ? 'text-accent-fill' : link.quiet ? 'text-unk-line' : 'text-series-2'}
          />
        );
      })}
    </svg>
  );
}
