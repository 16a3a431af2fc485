/** What travels: rows exactly in the wire shape of sysinv, keys and nulls included. */
import type { Json } from '../kernel/json';

export type Row = { [key: string]: Json } & { uuid: string };

/** Timestamps of sysinv carry microseconds and an offset: `2026-11-22T14:04:36.454172+00:00`. */
export function stamp(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '000+00:00');
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  // Texts that differ in their last letter alone would lie side by side without this (murmur3's last step).
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0').slice(-digits);
}

/**
 * The uuid of row `n` of a kind on a host. Deterministic, so that the same world always has the same ids,
 * and it says whose row it is: the second group is the host's id (0 for rows of the whole cloud), which lets
 * an item be found without seeding the rows of every other host.
 */
export function rowUuid(kind: string, hostId: number, n: number | string): string {
  const a = hash(`${kind}/${hostId}`);
  const b = hash(`${kind}/${hostId}/${n}`);
  const c = hash(`${n}/${kind}/${hostId}/x`);
  return `${hex(a, 8)}-${hex(hostId, 4)}-5${hex(b, 3)}-8${hex(c, 3)}-${hex(b, 8)}${hex(c, 4)}`;
}

/** The host id inside a uuid made by {@link rowUuid}; NaN when it is no uuid. */
export function hostIdOf(uuid: string): number {
  return UUID.test(uuid) ? Number.parseInt(uuid.slice(9, 13), 16) : Number.NaN;
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A number in [0, 1) that depends on nothing but the text: the variety of seeded content. */
export function pick(text: string): number {
  return hash(text) / 2 ** 32;
}
