/** Times as people type them. */
import { parseInstant, zoneOffset } from './time';

const DAY = 24 * 3_600_000;

/**
 * What a person typed, on the clocks of a zone: `2026-08-03`, `2026-08-03 14:05`, `2026-08-03T14:05:07`; with `Z` or an offset it
 * is what it says. null when it is no time. Of an hour that clocks show twice it is the first; one they leave out is taken as
 * if they had not jumped yet.
 */
export function parseInZone(typed: string, zone: string): number | null {
  const text = typed.trim();
  if (/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && /[T ]\d/.test(text)) return parseInstant(text);
  const asUtc = parseInstant(text);
  if (asUtc === null || new Date(asUtc).toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  const guesses = [asUtc - zoneOffset(asUtc - DAY, zone), asUtc - zoneOffset(asUtc + DAY, zone)];
  const matching = guesses.filter((guess) => guess + zoneOffset(guess, zone) === asUtc);
  return Math.min(...(matching.length > 0 ? matching : guesses.slice(0, 1)));
}
