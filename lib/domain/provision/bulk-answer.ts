/**
 * What the platform answered to a bulk add, host by host. sysinv says it in two texts (host.py bulk_add): in `success` a line
 * for each that was added, with its name; in `error` one for each that was not, with its name, or its role where it has no
 * name yet. Both are in the order of the file. When a row is not right by itself, none is added and one sentence says so.
 */
import { normalizeMac } from '../mac';
import type { BulkRow } from './bulk-row';

export type BulkAnswer = { success: string; error: string };

export type BulkOutcome =
  | { state: 'added'; name: string; remark: string | null }
  /** In the platform's words. `all`: they are about the whole file, and nothing was added. */
  | { state: 'refused'; why: string; all: boolean }
  /** It may have been added: the platform's answer does not tell, and no reading does. */
  | { state: 'unsure' };

export type BulkResult = {
  row: string;
  /** As it was sent. */
  name: string;
  mac: string;
  outcome: BulkOutcome;
};

type Named = Pick<BulkRow, 'id' | 'values'>;
type Line = { who: string; text: string };

const NONE_ADDED = /^\s*No hosts have been added/;
const ASSIGNED = /^(controller|storage)-\d+$/;

/** Lines ` who: text`; a text of several lines belongs to the last who. */
function linesOf(text: string, isWho: (who: string) => boolean): Line[] {
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    const match = /^ (\S+): ?(.*)$/.exec(line);
    const who = match?.[1];
    if (who !== undefined && isWho(who)) lines.push({ who, text: match?.[2] ?? '' });
    else {
      const last = lines.at(-1);
      if (last && line.trim() !== '') last.text += `\n${line}`;
    }
  }
  return lines;
}

/** Names that were added, with what else is said of them. */
function addedOf(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    const match = /^ ?(\S+)(?: (.*))?$/.exec(line);
    return match?.[1] === undefined ? [] : [{ who: match[1], text: match[2] ?? '' }];
  });
}

/**
 * The outcome of each row.
 * @param rows as they were sent, in their order
 * @param present names of hosts by their MAC address, read after the answer; null: not read
 */
export function bulkResults(
  rows: readonly Named[],
  { success, error }: BulkAnswer,
  present: ReadonlyMap<string, string> | null,
): BulkResult[] {
  const names = new Set(rows.map(({ values }) => values.hostname.trim()).filter((name) => name !== ''));
  const roles = new Set(rows.map(({ values }) => values.personality));
  const isWho = (who: string) => names.has(who) || roles.has(who) || ASSIGNED.test(who);
  const added = addedOf(success);
  const refused = linesOf(error, isWho);
  const whole = added.length === 0 && (NONE_ADDED.test(error) || refused.length === 0) ? error.trim() : '';
  return rows.map((row) => {
    const name = row.values.hostname.trim();
    const mac = normalizeMac(row.values.mgmtMac) ?? row.values.mgmtMac.trim();
    const outcome =
      whole === '' ? outcomeOf(row, name, mac) : { state: 'refused' as const, why: whole, all: true };
    return { row: row.id, name: name || mac, mac, outcome };
  });

  function outcomeOf({ values }: Named, name: string, mac: string): BulkOutcome {
    const role = values.personality;
    const isMine = ({ who }: Line) =>
      name !== '' ? who === name : who === role || who.startsWith(`${role}-`);
    const yes = added.filter(isMine);
    const no = refused.filter(isMine);
    const take = (lines: Line[], line: Line | undefined) => {
      if (line) lines.splice(lines.indexOf(line), 1);
      return line;
    };
    const refusal = (line: Line | undefined): BulkOutcome => {
      const told = take(refused, line);
      return told ? { state: 'refused', why: told.text, all: false } : { state: 'unsure' };
    };
    // Where several have no name, and not all went alike, what tells them apart is who is there now.
    const here = present?.get(mac);
    const about = no.find(({ text }) => text.toLowerCase().includes(mac));
    if (about) return refusal(about);
    if (yes.length > 0 && (no.length === 0 || here !== undefined)) {
      const told = take(added, yes.find(({ who }) => who === here) ?? yes[0]);
      return { state: 'added', name: here ?? told?.who ?? name, remark: told?.text || null };
    }
    if (no.length > 0 && (yes.length === 0 || present !== null)) return refusal(no[0]);
    return { state: 'unsure' };
  }
}
