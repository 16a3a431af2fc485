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

/** Why not, as it stands in a list of choices: without its full stop. null: it can be chosen. */
export const briefly = (verdict: Verdict): string | null => reasonOf(verdict)?.replace(/\.$/, '') ?? null;
