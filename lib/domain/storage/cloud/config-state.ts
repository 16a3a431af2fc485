/**
 * How far the platform is with setting something up: a backend, a monitor, an OSD. Words of sysinv common/constants.py
 * SB_STATE_*. It says nothing of whether the thing runs.
 */
import type { Unknown } from '../../host';

/** `waiting`: for an unlock; `other`: a word that the console does not know. */
export type ConfigPhase = 'failed' | 'unknown' | 'changing' | 'waiting' | 'other' | 'set';

export function configPhase(state: Unknown<string>): ConfigPhase {
  if (state === null || state === '') return 'unknown';
  const word = state.toLowerCase();
  if (/fail|error/.test(word)) return 'failed';
  if (word.includes('on-unlock')) return 'waiting';
  if (/^(configuring|deleting|force-deleting|creating|restoring)/.test(word)) return 'changing';
  return word === 'configured' ? 'set' : 'other';
}

/** Worst first, in the order of attention. */
export const CONFIG_PHASES: readonly ConfigPhase[] = [
  'failed',
  'unknown',
  'changing',
  'waiting',
  'other',
  'set',
];

/** The platform's word with a capital, "Unknown" where it gave none. */
export function configWord(state: Unknown<string>): string {
  if (state === null || state === '') return 'Unknown';
  return state.charAt(0).toUpperCase() + state.slice(1);
}
