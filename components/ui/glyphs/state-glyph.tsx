import { Glyph, type GlyphProps, UnknownGlyph } from './glyph';

export type StateGlyphName =
  | 'available'
  | 'degraded'
  | 'failed'
  | 'in-progress'
  | 'online'
  | 'offline'
  | 'power-off'
  | 'unknown';

/** State of a host, a service, an application or a site. */
export function StateGlyph({ state, ...props }: GlyphProps & { state: StateGlyphName }) {
  if (state === 'unknown') return <UnknownGlyph {...props} />;
  if (state === 'in-progress') return <InProgressArc {...props} />;
  return <Glyph {...props}>{SHAPES[state]}</Glyph>;
}

/** Work in progress: a turning arc; with reduced motion a still three-quarter ring. */
export function InProgressArc(props: GlyphProps) {
  return (
    <Glyph {...props}>
      <circle cx="8" cy="8" r="6.2" stroke="var(--accent-line)" strokeWidth="1.7" />
      <path
        className="spin motion-reduce:hidden"
        d="M8 1.8A6.2 6.2 0 0 1 14.2 8"
        stroke="var(--accent)"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
      <path
        className="hidden motion-reduce:block"
        d="M8 1.8A6.2 6.2 0 1 1 1.8 8"
        stroke="var(--accent)"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
    </Glyph>
  );
}

const SHAPES = {
  available: (
    <>
      <circle cx="8" cy="8" r="6.3" stroke="var(--ok-fill)" strokeWidth="1.4" />
      <path
        d="m5.3 8.2 1.9 1.9 3.6-4"
        stroke="var(--ok-fill)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  degraded: (
    <>
      <circle cx="8" cy="8" r="6.3" stroke="var(--major-fill)" strokeWidth="1.5" />
      <path d="M8 1.7a6.3 6.3 0 0 0 0 12.6z" fill="var(--major-fill)" />
    </>
  ),
  failed: (
    <>
      <path d="M5.3 1.4h5.4l3.9 3.9v5.4l-3.9 3.9H5.3l-3.9-3.9V5.3z" fill="var(--crit-fill)" />
      <path
        d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8"
        stroke="var(--crit-on)"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
    </>
  ),
  online: (
    <>
      <circle cx="8" cy="8" r="6.3" stroke="var(--ink-3)" strokeWidth="1.5" />
      <circle cx="8" cy="8" r="1.8" fill="var(--ink-3)" />
    </>
  ),
  offline: (
    <>
      <circle cx="8" cy="8" r="6.3" stroke="var(--ink-2)" strokeWidth="1.5" />
      <path d="M3.7 12.3 12.3 3.7" stroke="var(--ink-2)" strokeWidth="1.5" />
    </>
  ),
  'power-off': (
    <path
      d="M8 1.8v5.4M4.6 4.1a5.6 5.6 0 1 0 6.8 0"
      stroke="var(--ink-3)"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  ),
};
