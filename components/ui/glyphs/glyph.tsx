import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface GlyphProps {
  /** Edge in px, default 16. */
  size?: number;
  /** Spoken name. Leave it out when the word stands beside: the glyph is then decoration. */
  title?: string;
  className?: string;
}

/** The 16 by 16 frame of every state glyph. Letters are drawn as strokes, so they need no font and are never copied as text. */
export function Glyph({ size = 16, title, className, children }: GlyphProps & { children: ReactNode }) {
  const frame = {
    width: size,
    height: size,
    viewBox: '0 0 16 16',
    fill: 'none',
    className: clsx('glyph', className),
  };
  return title ? (
    <svg {...frame} role="img" aria-label={title}>
      <title>{title}</title>
      {children}
    </svg>
  ) : (
    <svg {...frame} aria-hidden="true">
      {children}
    </svg>
  );
}

/** Could not ask, never said, too old: a dashed ring with a question mark. The same in every family. */
export function UnknownGlyph(props: GlyphProps) {
  return (
    <Glyph {...props}>
      <circle cx="8" cy="8" r="6.3" stroke="var(--unk-line)" strokeWidth="1.4" strokeDasharray="2.3 1.7" />
      <path
        d="M6.15 6.5a1.85 1.75 0 1 1 2.75 1.5C8.2 8.4 8 8.7 8 9.35"
        stroke="var(--unk-fg)"
        strokeWidth="1.25"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11.15" r=".8" fill="var(--unk-fg)" />
    </Glyph>
  );
}
