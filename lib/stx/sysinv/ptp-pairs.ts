/** Parameters of PTP as sysinv writes them: a list of `name=value`. */
import 'server-only';
import { z } from 'zod';
import type { PtpPair } from '@/lib/domain/clock/ptp-config';

/** A list of texts; null and what is left out count as empty. */
export const words = z
  .array(z.union([z.string(), z.number()]).transform(String))
  .nullish()
  .transform((list) => list ?? []);

/** At the first `=`: values may hold more. The platform takes an empty name, and keeps it. */
function pairOf(text: string): PtpPair {
  const at = text.indexOf('=');
  return at < 0 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

export const pairs = words.transform((list) => list.map(pairOf));
