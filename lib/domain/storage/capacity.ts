/**
 * Whose a disk or a volume group is, in parts that add up to the whole. Everything is in bytes. What is not known has a part of
 * its own, and what does not add up is said and drawn no wider than the whole.
 */
import type { Unknown } from '../host';

export type BarKind =
  /** Taken by something that the drawing names. */
  | 'named'
  /** Taken, and nobody says by what. */
  | 'other'
  /** Asked for, and not there yet. */
  | 'pending'
  | 'free'
  | 'unknown';
export type BarPart = { kind: BarKind; bytes: number; key: string | null };
export type Bar = { totalBytes: number; parts: readonly BarPart[] };

/** What claims a part of it. */
export type Claim = { key: string; bytes: Unknown<number>; pending: boolean };

export type Odd =
  /** More is said to be free than there is, or less than nothing. */
  | { odd: 'free'; freeBytes: number; totalBytes: number }
  /** The claims are larger than what is taken. */
  | { odd: 'claims'; claimedBytes: number; takenBytes: number };

export type Capacity = {
  /** Null: nobody says how large it is. */
  bar: Bar | null;
  /** `usedBytes` and `freeBytes` add up to the size, or neither is known. What is asked for counts as used. */
  usedBytes: Unknown<number>;
  freeBytes: Unknown<number>;
  /** Taken by what is not named; null: not known, by a claim without a size for instance. */
  otherBytes: Unknown<number>;
  odds: readonly Odd[];
};

const amount = (bytes: Unknown<number>): Unknown<number> =>
  bytes !== null && Number.isFinite(bytes) && bytes >= 0 ? bytes : null;

/**
 * @param sizeBytes of the whole; 0 counts as not known: a group that waits for an unlock says 0
 * @param freeBytes as the platform says it. Of a disk it leaves out what is being made already (sysinv conductor/manager.py
 *   `_get_disk_available_mib`), though not in the moment after it was asked for.
 */
export function capacityOf(
  sizeBytes: Unknown<number>,
  freeBytes: Unknown<number>,
  claims: readonly Claim[],
): Capacity {
  const size = amount(sizeBytes);
  if (size === null || size === 0) {
    return { bar: null, usedBytes: null, freeBytes: null, otherBytes: null, odds: [] };
  }
  const said = amount(freeBytes);
  const free = said !== null && said <= size ? said : null;
  const odds: Odd[] =
    freeBytes !== null && free === null ? [{ odd: 'free', freeBytes, totalBytes: size }] : [];
  const known = claims.map((claim) => ({ ...claim, bytes: amount(claim.bytes) }));
  const stable = known.filter(({ pending }) => !pending);
  const claimed = sum(stable);
  const taken = free === null ? size : size - free;
  const fits = claimed <= taken;
  if (!fits) odds.push({ odd: 'claims', claimedBytes: claimed, takenBytes: taken });
  const named = fits ? partsOf(stable, 'named', claimed) : [];
  const rest = taken - sum(named);
  // What is asked for is taken out of the rest first, then out of what is free.
  const waiting = known.filter(({ pending }) => pending);
  const room = (fits ? rest : 0) + (free ?? 0);
  if (sum(waiting) > room)
    odds.push({ odd: 'claims', claimedBytes: claimed + sum(waiting), takenBytes: size });
  const pending = partsOf(waiting, 'pending', room);
  const fromRest = Math.min(sum(pending), fits ? rest : 0);
  const other = rest - fromRest;
  const left = free === null ? null : free - (sum(pending) - fromRest);
  const unsized = known.some(({ bytes }) => bytes === null);
  const parts: BarPart[] = [
    ...named,
    { kind: free === null ? 'unknown' : 'other', bytes: other, key: null },
    ...pending,
    { kind: 'free', bytes: left ?? 0, key: null },
  ];
  return {
    bar: { totalBytes: size, parts: parts.filter(({ bytes }) => bytes > 0) },
    usedBytes: left === null ? null : size - left,
    freeBytes: left,
    otherBytes: left === null || !fits || unsized ? null : other,
    odds,
  };
}

const sum = (parts: readonly { bytes: Unknown<number> }[]): number =>
  parts.reduce((all, { bytes }) => all + (bytes ?? 0), 0);

/** Claims with a size as parts, one after another as long as there is room. */
function partsOf(claims: readonly Claim[], kind: BarKind, room: number): BarPart[] {
  let left = room;
  return claims.flatMap(({ key, bytes }) => {
    const fitting = Math.min(bytes ?? 0, left);
    left -= fitting;
    return fitting > 0 ? [{ kind, bytes: fitting, key }] : [];
  });
}

/** Between 0 and 1; null: not known. */
export const usedShare = ({ bar, usedBytes }: Capacity): Unknown<number> =>
  bar === null || usedBytes === null ? null : usedBytes / bar.totalBytes;
