import { Glyph, type GlyphProps } from './glyph';

export type SeverityGlyphName = 'critical' | 'major' | 'minor' | 'warning' | 'cleared' | 'suppressed';

/** Severity of an alarm: octagon C, triangle M, diamond m, disc w; cleared and suppressed are grey rings. */
export function SeverityGlyph({ severity, ...props }: GlyphProps & { severity: SeverityGlyphName }) {
  return <Glyph {...props}>{SHAPES[severity]}</Glyph>;
}

const SHAPES = {
  critical: (
    <>
      <path d="M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5z" fill="var(--crit-fill)" />
      <path d="M10.25 6.3A2.8 2.8 0 1 0 10.25 9.7" stroke="var(--crit-on)" strokeWidth="1.4" />
    </>
  ),
  major: (
    <>
      <path
        d="M8 1.1 15.3 14.3H.7z"
        fill="var(--major-fill)"
        stroke="var(--major-fill)"
        strokeLinejoin="round"
      />
      <path
        d="M5.55 12.9V8.3L8 11.7l2.45-3.4v4.6"
        stroke="var(--major-on)"
        strokeWidth="1.3"
        strokeLinejoin="bevel"
      />
    </>
  ),
  minor: (
    <>
      <path
        d="M8 .8 15.2 8 8 15.2.8 8z"
        fill="var(--minor-fill)"
        stroke="var(--minor-edge)"
        strokeLinejoin="round"
      />
      <path
        d="M5.2 10.3V6.3m0 1.5c0-.9.6-1.4 1.35-1.4s1.3.5 1.3 1.4v2.5m0-2.5c0-.9.6-1.4 1.35-1.4s1.35.5 1.35 1.4v2.5"
        stroke="var(--minor-on)"
        strokeWidth="1.25"
      />
    </>
  ),
  warning: (
    <>
      <circle cx="8" cy="8" r="6.9" fill="var(--warn-fill)" />
      <path
        d="m4.85 6.2 1.35 4.1L8 6.5l1.8 3.8 1.35-4.1"
        stroke="var(--warn-on)"
        strokeWidth="1.3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </>
  ),
  cleared: (
    <>
      <circle cx="8" cy="8" r="6.2" stroke="var(--unk-line)" strokeWidth="1.4" />
      <path
        d="m5.3 8.2 1.9 1.9 3.6-4"
        stroke="var(--ink-3)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  suppressed: (
    <>
      <circle cx="8" cy="8" r="6.4" stroke="var(--unk-line)" strokeWidth="1.3" strokeDasharray="2.2 1.8" />
      <path d="M4.6 11.4 11.4 4.6" stroke="var(--unk-line)" strokeWidth="1.4" />
    </>
  ),
};
