import { formatTyped } from '@/lib/format/time';

/** `11:10 to 14:32`, with days where they differ. */
export function spanWords({ from, to }: { from: number; to: number }, zone: string): string {
  const [a, b] = [formatTyped(from, zone), formatTyped(to, zone)];
  const trim = (text: string) => text.replace(/:00$/, '');
  return a.slice(0, 10) === b.slice(0, 10)
    ? `${trim(a.slice(11))} to ${trim(b.slice(11))}`
    : `${trim(a.slice(5))} to ${trim(b.slice(5))}`;
}
