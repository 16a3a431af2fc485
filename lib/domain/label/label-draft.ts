/** Labels as they are typed or pasted: rows of key and value, and what is wrong with each. */
import { isOfStalld } from './known-labels';
import type { LabelPair } from './label-calls';
import { existsVerdict, type LabelFacts, lockVerdict, valueVerdict } from './label-rules';
import { keyError, valueError } from './label-syntax';

/** `row` tells rows apart while they are typed. */
export type LabelRow = LabelPair & { row: number };

/** Nothing was typed in it. */
export const isBlank = ({ key, value }: LabelPair): boolean => key.trim() === '' && value.trim() === '';

/** Lines of `key=value`, `key: value` or `key value`; quotes and commas at the ends do not count, nor do empty lines and remarks. */
export function pairsIn(text: string): LabelPair[] {
  return text
    .split(/[\n\r]+/)
    .flatMap((line) => (/=.*[ ,]\S+=/.test(line) ? line.split(/[ ,]+/) : [line]))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, key = line, value = ''] = /^([^=:\s]+)\s*[=:\s]\s*(.*)$/.exec(line) ?? [];
      return { key: bare(key), value: bare(value) };
    });
}

const bare = (word: string): string =>
  word
    .trim()
    .replace(/,$/, '')
    .replace(/^(["'])(.*)\1$/, '$2');

export type RowErrors = { key: string | null; value: string | null };

/** What is wrong with a row: how it is written, that it is there twice, and what the platform refuses of it. */
export function rowErrors(
  one: LabelRow,
  rows: readonly LabelRow[],
  overwrite: boolean,
  facts: LabelFacts,
): RowErrors {
  if (isBlank(one)) return { key: null, value: null };
  const written = isOfStalld(one.key) ? null : keyError(one.key);
  const twice = rows.some((other) => other.row < one.row && other.key === one.key)
    ? `${one.key} is above already`
    : null;
  const lock = lockVerdict([one.key], facts.host);
  const exists = existsVerdict(one, overwrite, facts);
  const value = valueVerdict(one);
  return {
    key: written ?? twice ?? (lock.ok ? (exists.ok ? null : exists.why) : lock.why),
    value: valueError(one.value) ?? (value.ok ? null : value.why),
  };
}

/** The labels that rows ask for. */
export const pairsOf = (rows: readonly LabelRow[]): LabelPair[] =>
  rows.filter((row) => !isBlank(row)).map(({ key, value }) => ({ key, value }));
