/** One reading of several collections, where the rest stands without any one of them. */
import 'server-only';
import type { UnreadableRow } from '@/lib/domain/host';
import type { Result } from '@/lib/domain/result';
import type { Rows } from './read-rows';

export type Parts<P extends string> = {
  /** Rows of a part; null, with its words noted, where it could not be read. */
  rows: <T>(part: P, result: Result<Rows<T>>) => T[] | null;
  unread: { part: P; message: string }[];
  unreadable: (UnreadableRow & { part: P })[];
};

export function collectParts<P extends string>(): Parts<P> {
  const unread: Parts<P>['unread'] = [];
  const unreadable: Parts<P>['unreadable'] = [];
  const rows = <T>(part: P, result: Result<Rows<T>>): T[] | null => {
    if (!result.ok) {
      unread.push({ part, message: result.error.message });
      return null;
    }
    unreadable.push(...result.data.unreadable.map((row) => ({ ...row, part })));
    return result.data.rows;
  };
  return { rows, unread, unreadable };
}
