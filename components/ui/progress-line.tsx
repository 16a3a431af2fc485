/**
 * The 2 px line under work in progress. It has a filled part only when the platform reports a real percentage
 * (0 to 100); without one it is a still line, because a made-up movement would be a lie.
 */
export function ProgressLine({ label, value }: { label: string; value?: number | null }) {
  const known = typeof value === 'number' && Number.isFinite(value);
  const share = known ? Math.min(Math.max(value, 0), 100) : 0;
  return (
    <svg
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known ? Math.round(share) : undefined}
      width="100%"
      height="2"
    >
      <rect width={`${known ? share : 100}%`} height="2" className="fill-accent" opacity={known ? 1 : 0.55} />
    </svg>
  );
}
