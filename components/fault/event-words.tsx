import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import type { LogRecord } from '@/lib/domain/log-record';

export const EVENT_STATES: Record<LogRecord['state'], string> = {
  set: 'Raised',
  clear: 'Cleared',
  log: 'Log',
  msg: 'Message',
  operator: 'Operator',
};

/** A raise has its severity, a clear the ring; nothing of a log's severity stands, so it has no glyph. */
export function EventGlyph({ event, size }: { event: Pick<LogRecord, 'state' | 'severity'>; size: 14 | 16 }) {
  const { state, severity } = event;
  if (state === 'clear') return <SeverityGlyph severity="cleared" size={size} />;
  return state === 'set' && severity !== null ? <SeverityGlyph severity={severity} size={size} /> : null;
}
