/** IP addresses in their textual form: dotted decimal, and RFC 4291 section 2.2 for IPv6. */

const OCTET = /^(?:0|[1-9]\d{0,2})$/;

export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => OCTET.test(part) && Number(part) <= 255);
}

/** Without a zone id and without a prefix length. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const all = groups.flat();
  const last = all.at(-1);
  // The last 32 bits may be written as IPv4.
  const embedded = last?.includes('.') ?? false;
  if (embedded && !(isIpv4(last ?? '') && groups.at(-1)?.length !== 0)) return false;
  const hex = embedded ? all.slice(0, -1) : all;
  if (!hex.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const length = hex.length + (embedded ? 2 : 0);
  return halves.length === 2 ? length <= 7 : length === 8;
}

export const isIp = (text: string): boolean => isIpv4(text) || isIpv6(text);

/** The eight groups of an IPv6 address. */
export function groupsOf(address: string): number[] {
  const plain = address.replace(/[\d.]+$/, (tail) => {
    if (!tail.includes('.')) return tail;
    const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const groups = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [groups(head), groups(tail ?? '')];
  return [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => 0), ...last];
}

/** RFC 5952: lower case, the longest run of two or more zero groups as `::`, the first of equal ones. */
export function ipv6Text(groups: readonly number[]): string {
  let best = { at: -1, length: 1 };
  for (let at = 0; at < groups.length; at += 1) {
    let length = 0;
    while (groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
  }
  const words = groups.map((group) => group.toString(16));
  if (best.at < 0) return words.join(':');
  return `${words.slice(0, best.at).join(':')}::${words.slice(best.at + best.length).join(':')}`;
}

const LETTERS = 'abcdefghijklmnop';

/**
 * What addresses are put in order by, as numbers and IPv4 first; null for what is none. Letters only, for hexadecimal
 * digits would be taken for decimal ones by whoever sorts "as people count".
 */
export function ipOrder(text: string): string | null {
  const hex = isIpv4(text)
    ? text.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
    : isIpv6(text)
      ? groupsOf(text).map((group) => group.toString(16).padStart(4, '0'))
      : null;
  if (hex === null) return null;
  const digits = hex.join('');
  const family = digits.length === 8 ? 'a' : 'b';
  return family + [...digits].map((digit) => LETTERS.charAt(Number.parseInt(digit, 16))).join('');
}

/** Orders a column of addresses: as numbers, after them whatever else stands in it. */
export const ipSortKey = (text: string): string => ipOrder(text) ?? `z${text}`;
