/** MAC addresses (IEEE 802, EUI-48) in what the codes of a label say. */
import { normalizeMac } from '../mac';

/** Twelve hexadecimal digits, alone or in groups, with nothing of the kind before or after; a uuid is none. */
const ADDRESS =
  /(?<![0-9a-f]|[0-9a-f]{4}-)(?:[0-9a-f]{12}|[0-9a-f]{2}(?:([:\-. ])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}|[0-9a-f]{4}([:\-.])[0-9a-f]{4}\2[0-9a-f]{4})(?![0-9a-f]|-[0-9a-f]{4})/gi;

/** A port has neither a group address (the first octet is odd) nor none at all. */
const isOfAPort = (mac: string): boolean =>
  (Number.parseInt(mac.slice(0, 2), 16) & 1) === 0 && mac !== '00:00:00:00:00:00';

/**
 * @param texts what was read, code by code
 * @returns addresses in the platform's notation, each once, in their order
 */
export function macsOnLabel(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => [...text.matchAll(ADDRESS)].map(([match]) => normalizeMac(match)));
  return [...new Set(found)].filter((mac): mac is string => mac !== null && isOfAPort(mac));
}
