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
