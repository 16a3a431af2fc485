/** The Roost bird on its perch. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d="M1 15.6h18" stroke="var(--ink)" strokeWidth="1.7" strokeLinecap="round" />
      <path d="M4 4.6h3.2c4.9 0 8.4 3.4 8.8 8.4h-4.4C7 13 4 9.6 4 4.6z" fill="var(--ink)" />
      <path d="M4 4.6 1.3 5.8 4 7z" fill="var(--accent)" />
      <path d="M12 13h4l1.7 5z" fill="var(--ink)" />
    </svg>
  );
}
