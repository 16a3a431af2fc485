/** One collection of sysinv, read whole and decoded row by row. */
import 'server-only';
import type { UnreadableRow } from '@/lib/domain/host';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from '../connection';

export type Rows<T> = { rows: T[]; unreadable: UnreadableRow[] };
export type Decode<T> = (rows: readonly unknown[]) => Rows<T>;

/** @param key the list's name in the answer */
export async function read<T>(
  connection: Connection,
  path: string,
  key: string,
  decode: Decode<T>,
): Promise<Result<Rows<T>>> {
  const raw = await collect(connection, path, key);
  return raw.ok ? ok(decode(raw.data)) : raw;
}
