import { Lock } from 'lucide-react';

/** Administrative state "locked" only: a clock that is locked has its own glyph. */
export function LockGlyph({
  size = 14,
  title,
  className,
}: {
  size?: number;
  title?: string;
  className?: string;
}) {
  return title ? (
    <Lock size={size} strokeWidth={1.75} className={className} role="img" aria-label={title} />
  ) : (
    <Lock size={size} strokeWidth={1.75} className={className} aria-hidden />
  );
}
