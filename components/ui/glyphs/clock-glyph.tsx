import { Glyph, type GlyphProps, UnknownGlyph } from './glyph';

export type ClockGlyphName =
  | 'locked'
  | 'out-of-tolerance'
  | 'holdover'
  | 'freerun'
  | 'unknown'
  | 'degraded'
  | 'no-fault'
  | 'ntp'
  | 'not-configured';

/**
 * State of a clock. "Locked" is the bull's-eye, never the padlock: that one is administrative.
 * @param remaining holdover only: the share of the holdover time that is left, 0 to 1; without it half is drawn.
 */
export function ClockGlyph({
  state,
  remaining,
  ...props
}: GlyphProps & { state: ClockGlyphName; remaining?: number }) {
  switch (state) {
    case 'unknown':
      return <UnknownGlyph {...props} />;
    case 'locked':
      return (
        <Glyph {...props}>
          <circle cx="8" cy="8" r="6.3" stroke="var(--ok-fill)" strokeWidth="1.5" />
          <circle cx="8" cy="8" r="3" fill="var(--ok-fill)" />
        </Glyph>
      );
    case 'out-of-tolerance':
      return (
        <Glyph {...props}>
          <circle cx="8" cy="8" r="6.3" stroke="var(--minor-edge)" strokeWidth="1.5" />
          <circle cx="8" cy="8" r="3" stroke="var(--minor-edge)" strokeWidth="1.5" />
        </Glyph>
      );
    case 'holdover':
      return (
        <Glyph {...props}>
          <circle cx="8" cy="8" r="6.6" stroke="var(--major-fill)" strokeWidth="1.4" />
          <path d={piePath(remaining ?? 0.5)} fill="var(--major-fill)" />
        </Glyph>
      );
    case 'degraded':
      return (
        <Glyph {...props}>
          <circle cx="8" cy="8" r="6.3" stroke="var(--minor-edge)" strokeWidth="1.5" />
          <path d="M8 5a3 3 0 0 1 0 6z" fill="var(--minor-edge)" />
        </Glyph>
      );
    // Neither verdict nor hue: nothing was said of a lock.
    case 'no-fault':
      return (
        <Glyph {...props}>
          <circle cx="8" cy="8" r="6.3" stroke="var(--ink-3)" strokeWidth="1.4" />
        </Glyph>
      );
    case 'ntp':
      return (
        <Glyph {...props}>
          <circle cx="8" cy="8" r="6.3" stroke="var(--ink-3)" strokeWidth="1.4" />
          <path d="M8 4.8V8l2.1 1.5" stroke="var(--ink-3)" strokeWidth="1.4" strokeLinecap="round" />
        </Glyph>
      );
    case 'not-configured':
      return (
        <Glyph {...props}>
          <circle cx="8" cy="8" r="6.3" stroke="var(--unk-line)" strokeWidth="1.4" />
          <path d="M5.5 8h5" stroke="var(--unk-line)" strokeWidth="1.4" strokeLinecap="round" />
        </Glyph>
      );
    case 'freerun':
      return (
        <Glyph {...props}>
          <circle
            cx="8"
            cy="8"
            r="6.3"
            stroke="var(--crit-fill)"
            strokeWidth="1.8"
            strokeDasharray="7.2 2.7"
            strokeDashoffset="3"
          />
          <path
            d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6"
            stroke="var(--crit-fill)"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </Glyph>
      );
  }
}

/** The part still left, drawn from twelve o'clock anticlockwise, so that the gap grows clockwise as time goes. */
export function piePath(share: number): string {
  const left = Math.min(Math.max(share, 0), 1);
  if (left === 0) return '';
  if (left === 1) return 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z';
  const angle = -2 * Math.PI * left;
  const x = (8 + 5 * Math.sin(angle)).toFixed(2);
  const y = (8 - 5 * Math.cos(angle)).toFixed(2);
  return `M8 8V3A5 5 0 ${left > 0.5 ? 1 : 0} 0 ${x} ${y}z`;
}
