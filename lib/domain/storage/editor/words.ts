/** Refusals that several rules share. */
import { hostName } from '../../host';
import { denied, type Verdict } from '../../result';
import type { StorageFacts } from './facts';

export const lockFirst = ({ host }: Pick<StorageFacts, 'host'>, what: string, cite: string): Verdict =>
  denied(`Lock ${hostName(host)} first: ${what}.`, cite);

/** The first that blocks. */
export const firstDenied = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.find((one) => !one.ok);

export const reasonOf = (verdict: Verdict): string | null => (verdict.ok ? null : verdict.why);

export const bothOf = (first: Verdict, second: Verdict): Verdict => (first.ok ? second : first);
