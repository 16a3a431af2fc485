const PERCHED = [
  [86, 736],
  [130, 739],
  [153, 740],
  [252, 744],
  [291, 744.5],
  [312, 744.6],
  [334, 744.6],
  [460, 743],
  [538, 740],
  [561, 739],
  [645, 733],
] as const;

/** The murmuration beside the form: decoration in the theme's own colours, two still masks and a wire. */
export function Flock() {
  const layer = 'absolute inset-0 mask-center mask-cover mask-no-repeat';
  return (
    <div className="relative h-full w-full overflow-hidden bg-canvas" aria-hidden>
      <div className={`${layer} bg-ink-2 mask-[url(/images/flock-ink.svg)]`} />
      <div className={`${layer} bg-accent mask-[url(/images/flock-accent.svg)]`} />
      <svg
        viewBox="0 0 760 900"
        preserveAspectRatio="xMidYMid slice"
        className="absolute inset-0 h-full w-full"
        aria-hidden="true"
      >
        <path d="M-20 742C200 766 520 766 780 738" stroke="var(--series-2)" strokeWidth="1.6" fill="none" />
        {PERCHED.map(([x, y]) => (
          <g key={x} transform={`translate(${x} ${y})`}>
            <path d="M4 4.6h3.2c4.9 0 8.4 3.4 8.8 8.4h-4.4C7 13 4 9.6 4 4.6z" fill="var(--ink-2)" />
            <path d="M4 4.6 1.3 5.8 4 7z" fill="var(--accent)" />
            <path d="M12 13h4l1.7 5z" fill="var(--ink-2)" />
          </g>
        ))}
      </svg>
    </div>
  );
}
