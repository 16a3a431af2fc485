/** What waits for the host to be unlocked: a dashed ring with the hands of a clock. */
export function PendingGlyph({ size = 14 }: { size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="var(--accent)"
      className="flex-none"
    >
      <circle cx="8" cy="8" r="6.2" strokeWidth="1.5" strokeDasharray="2.6 2.2" />
      <path d="M8 4.8V8l2.2 1.6" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
