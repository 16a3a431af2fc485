/**
 * An IPv6 address as the platform spells it (RFC 5952), from any spelling: small letters, zeros left out; brackets are let
 * go, a prefix length is kept. null for what is no IPv6 address; IPv4 has one spelling.
 */
export function plainIpv6(text: string): string | null {
  const [, bracketed, bare, rest = ''] = /^(?:\[([^\]]*)\]|([^/[\]]+))(\/\d{1,3})?$/.exec(text) ?? [];
  const address = bracketed ?? bare ?? '';
  // In a URL it is read and written by the rules of the same RFC (URL standard, IPv6 serializer).
  const url = `http://[${address}]`;
  return address.includes(':') && URL.canParse(url) ? `${new URL(url).hostname.slice(1, -1)}${rest}` : null;
}
