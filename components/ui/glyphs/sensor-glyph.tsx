import { SeverityGlyph } from './severity-glyph';
import { StateGlyph } from './state-glyph';

type Props = {
  /** ok, minor, major, critical, or a word that is none of them. */
  status: string | null;
  size?: number;
};

/** What board management says of a sensor. Decoration: the word stands beside it. */
export function SensorGlyph({ status, size = 14 }: Props) {
  if (status === 'critical' || status === 'major' || status === 'minor')
    return <SeverityGlyph severity={status} size={size} />;
  const state = status === 'ok' ? 'available' : status === 'offline' ? 'offline' : 'unknown';
  return <StateGlyph state={state} size={size} />;
}
