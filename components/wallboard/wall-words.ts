/** Sentences of the console, as short as a board can take them. */
import { type Alarm, parseEntity } from '@/lib/domain/alarm';
import type { Finding } from '@/lib/domain/attention';
import { raiseFirst } from '@/lib/format/words';

/** What an alarm stands on, in one word: the last thing its entity names. */
export function whoOf({ entity }: Pick<Alarm, 'entity'>): string {
  const parts = parseEntity(entity);
  const host = parts.find(({ key }) => key === 'host');
  return host?.value || parts.findLast(({ value }) => value !== '')?.value || entity;
}

/** A reason without the name, and without the entity in quotes, that stand beside it. */
export function whatOf(text: string, who: string, entity = ''): string {
  const plain = text.replace(` '${entity}'`, '').trim();
  const rest = plain.startsWith(who) ? plain.slice(who.length) : plain;
  return raiseFirst(
    rest
      .replace(/^[\s:,]+/, '')
      .replace(/^(is|has) (?=\S)/, '')
      .replace(/\.$/, ''),
  );
}

/** Who and what of a finding. `alarms`: to find what an alarm without a host stands on. */
export function wordsOf(finding: Finding, alarms: readonly Alarm[]): { who: string; what: string } {
  const { host, headline, target } = finding;
  if (host) return { who: host.name, what: whatOf(headline, host.name) };
  const alarm = target.kind === 'alarm' ? alarms.find(({ id }) => id === target.id) : undefined;
  if (!alarm) return { who: '', what: headline };
  const who = whoOf(alarm);
  return { who, what: whatOf(headline, who, alarm.entity) };
}

/** Does a text need two lines of a row? */
export const isLong = (text: string): boolean => text.length > 26;
