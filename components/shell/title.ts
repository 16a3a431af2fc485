/** What a tab says while nobody looks at it: the count of alarms before the title, the worst severity as its icon. */
import { type AlarmCounts, SEVERITIES, type Severity } from '@/lib/domain/alarm';

/** `none`: asked, and there are none. `unknown`: never read, or too old to say. */
export type Worst = Severity | 'none' | 'unknown';

/**
 * @param counts undefined when alarms were never read
 * @param stale when what is known is too old to be a verdict
 * @param capped when there may be more alarms than were read: then there is never none
 */
export function worstSeverity(counts: AlarmCounts | undefined, stale: boolean, capped = false): Worst {
  if (!counts || stale) return 'unknown';
  return SEVERITIES.find((severity) => counts[severity] > 0) ?? (capped ? 'unknown' : 'none');
}

/** All active alarms that are neither suppressed nor shelved. */
export const totalAlarms = (counts: AlarmCounts): number =>
  SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);

/** `(13) 1 critical - `; `(2000+) 12+ critical - ` when there may be more; `(?) ` when unknown; nothing when there are no alarms. */
export function titlePrefix(counts: AlarmCounts | undefined, stale: boolean, capped = false): string {
  const worst = worstSeverity(counts, stale, capped);
  if (worst === 'unknown' || !counts) return '(?) ';
  if (worst === 'none') return '';
  const more = capped ? '+' : '';
  return `(${totalAlarms(counts)}${more}) ${counts[worst]}${more} ${worst} - `;
}

// The browser trims a title, so the last space may be gone.
const PREFIX = /^\((?:\?|\d+\+?)\)(?: |$)(?:\d+\+? (?:critical|major|minor|warning) -(?: |$))?/;

/** The page's own title with this prefix, whatever prefix it had. No title yet, as in the midst of a navigation: none. */
export function prefixedTitle(title: string, prefix: string): string {
  const own = title.replace(PREFIX, '');
  return own === '' ? '' : `${prefix}${own}`;
}

/** Prepared icons in public/images, so that no canvas and no inline image is needed. */
export const faviconHref = (worst: Worst): string => `/images/favicon-${worst}.svg`;

/** The sentence a reader hears for the tally: "Active alarms: 1 critical, 4 major, none minor, 5 warning". */
export function tallySentence(counts: AlarmCounts | undefined, stale: boolean, capped = false): string {
  if (!counts) return 'Active alarms: unknown';
  const parts = SEVERITIES.map(
    (severity) => `${counts[severity] === 0 ? 'no' : counts[severity]} ${severity}`,
  );
  return `Active alarms${stale ? ', as last read' : ''}: ${capped ? 'at least ' : ''}${parts.join(', ')}`;
}
