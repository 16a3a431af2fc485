/** What stands beside a field that is wrong. */
import { wholeNumber } from '@/lib/domain/network/cloud/data-network-rules';
import type { Verdict } from '@/lib/domain/result';
import type { NetworkRun } from './network-sheet';

/** @param run of the field that names the thing: after a refusal it says where the words are */
export function faultOf(verdict: Verdict, run?: NetworkRun): string | null {
  if (!verdict.ok) return verdict.why;
  return run?.failedCall ? 'Refused, see below' : null;
}

export const wholeFault = (text: string): string | null =>
  wholeNumber(text) === null ? 'A whole number' : null;
