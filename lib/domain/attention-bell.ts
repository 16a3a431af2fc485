/**
 * What a tab that may make noise does with news: one tone for the worst of them, and again and again for critical
 * ones until somebody has marked them as seen. Pure: the clock comes in as a parameter.
 */
import { type Alarm, SEVERITIES, type Severity } from './alarm';

/** What a person of this browser wants to be told, and how. Everything is off until somebody turns it on. */
export type AttentionTaste = {
  /** Severities that sound. */
  sound: readonly Severity[];
  /** Severities that the desktop notifies of. */
  notify: readonly Severity[];
};

export const QUIET: AttentionTaste = { sound: [], notify: [] };

/** Reads what a browser has stored: anything may be in there. */
export function readTaste(text: string | null): AttentionTaste {
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    return { sound: severitiesAt(stored, 'sound'), notify: severitiesAt(stored, 'notify') };
  } catch {
    return QUIET;
  }
}

function severitiesAt(stored: unknown, key: string): Severity[] {
  const list: unknown = typeof stored === 'object' && stored !== null ? Reflect.get(stored, key) : undefined;
  return Array.isArray(list) ? SEVERITIES.filter((severity) => list.includes(severity)) : [];
}

/** With a severity turned on or off, worst first. */
export const withSeverity = (
  list: readonly Severity[],
  severity: Severity,
  on: boolean,
): readonly Severity[] => SEVERITIES.filter((each) => (each === severity ? on : list.includes(each)));

/** What still rings. */
export type Bell = {
  /** Uuids of critical news that nobody has marked as seen. */
  ringing: ReadonlySet<string>;
  /** When it last made a sound. */
  soundedAt: number;
};

export const STILL: Bell = { ringing: new Set(), soundedAt: Number.NEGATIVE_INFINITY };

/** Between two soundings of what nobody has marked as seen. */
export const REPEAT_MS = 10_000;

/**
 * What is to be heard now.
 * @param news what `listen` found in this reading; nothing on a mere tick of the clock
 * @param open alarms that still ask for a person and that nobody has marked as seen, by uuid
 */
export function ring(
  bell: Bell,
  news: readonly Alarm[],
  open: (id: string) => boolean,
  taste: AttentionTaste,
  now: number,
): { bell: Bell; play: Severity | null } {
  const repeats = taste.sound.includes('critical');
  const fresh = news.filter(({ severity }) => severity === 'critical').map(({ id }) => id);
  const ringing = repeats ? new Set([...bell.ringing, ...fresh].filter(open)) : new Set<string>();
  const worst = news.find(({ severity }) => taste.sound.includes(severity))?.severity ?? null;
  const again = ringing.size > 0 && now - bell.soundedAt >= REPEAT_MS;
  const play = worst ?? (again ? 'critical' : null);
  return { bell: { ringing, soundedAt: play ? now : bell.soundedAt }, play };
}

/** When to look again although nothing new was read; null when nothing rings. */
export const ringsAgainAt = (bell: Bell): number | null =>
  bell.ringing.size > 0 ? bell.soundedAt + REPEAT_MS : null;

/** One message of the desktop. */
export type Notice = {
  /** A newer one with the same tag takes its place. */
  tag: string;
  title: string;
  body: string;
  /** Where a click leads. */
  href: string;
};

/** More than these at once are told as one. */
const MOST_NOTICES = 3;

const raised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What the desktop says of news: one message for each, or one for a flood. */
export function notices(news: readonly Alarm[], taste: AttentionTaste): Notice[] {
  const wanted = news.filter(({ severity }) => taste.notify.includes(severity));
  if (wanted.length > MOST_NOTICES) {
    const counts = SEVERITIES.map(
      (severity) => [severity, wanted.filter((alarm) => alarm.severity === severity).length] as const,
    );
    const body = counts.filter(([, count]) => count > 0).map(([severity, count]) => `${count} ${severity}`);
    return [{ tag: 'flood', title: `${wanted.length} new alarms`, body: body.join(', '), href: '/alarms' }];
  }
  return wanted.map(({ id, alarmId, severity, reason, entity }) => ({
    tag: id,
    title: `${raised(severity)} ${alarmId}`,
    body: `${reason}\n${entity}`,
    href: `/alarms?open=${encodeURIComponent(id)}`,
  }));
}
