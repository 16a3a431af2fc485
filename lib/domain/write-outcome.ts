/** What became of a write whose answer never reached the browser. */
import type { Failure } from './result';

/** What the console can say of it. */
export type WriteOutcome =
  /** It never arrived here: the platform was not asked. */
  | { state: 'unheard' }
  /** The platform has been asked and has not answered yet. */
  | { state: 'under-way' }
  /** The platform's answer; `failure` is null when it was accepted. */
  | { state: 'answered'; failure: Failure | null };

/** Is it not known whether a write was carried out? No answer, or one that nobody can read, is no refusal. */
export const isUnsure = ({ kind }: Pick<Failure, 'kind'>): boolean =>
  kind === 'unavailable' || kind === 'unreadable';
