/** MAC addresses (IEEE 802, EUI-48) as people paste them: 3C-FD-FE-00-04-00, 3cfd.fe00.0400, 3cfdfe000400 … */

/**
 * The platform's notation, `3c:fd:fe:00:04:00`; null when the text is no MAC address.
 * Pairs or groups of four may be parted by colons, dashes, dots or spaces.
 */
export function normalizeMac(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const shape =
    /^(?:[0-9a-f]{12}|[0-9a-f]{2}(?:([:\-. ])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}|[0-9a-f]{4}([:\-. ])[0-9a-f]{4}\2[0-9a-f]{4})$/;
  if (!shape.test(trimmed)) return null;
  return (
    trimmed
      .replaceAll(/[^0-9a-f]/g, '')
      .match(/../g)
      ?.join(':') ?? null
  );
}

/**
 * One address in every notation people search by, so that any piece of any of them is found:
 * 3c:fd:fe:00:04:00, 3c-fd-fe-00-04-00, 3cfd.fe00.0400, 3cfdfe000400. What is no MAC address stays as it is.
 */
export function macNotations(mac: string): string[] {
  const canonical = normalizeMac(mac);
  if (canonical === null) return [mac.toLowerCase()];
  const bare = canonical.replaceAll(':', '');
  return [canonical, canonical.replaceAll(':', '-'), bare.match(/.{4}/g)?.join('.') ?? bare, bare];
}
