/** What of a platform's refusal the audit trail keeps: its words, without what was set in secret. */
import 'server-only';

const MOST = 300;
const MASK = '***';
/** Shorter ones would mask syllables. */
const SHORTEST_SECRET = 3;

/**
 * @param message the platform's words; a platform may repeat what it was sent
 * @param secrets values that must not be written, of any depth
 */
export function refusalToKeep(message: string, secrets: readonly unknown[]): string {
  let kept = message;
  const texts = secrets.flatMap(textsOf).sort((a, b) => b.length - a.length);
  for (const text of texts) {
    if (text.length >= SHORTEST_SECRET) kept = kept.replaceAll(text, MASK);
  }
  return kept.replace(/\s+/g, ' ').trim().slice(0, MOST);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
