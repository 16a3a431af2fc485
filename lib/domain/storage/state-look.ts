/** How the states of storage look: in the platform's words, with the kind of attention they ask for. */
import type { Unknown } from '../host';
import { isSettledFs } from './cloud-storage';
import type { HostFs } from './filesystem';
import { type Partition, partitionState } from './partition';
import type { StorageFunction } from './storage-function';
import { volumeState } from './volume-group';

/** `settled`: nothing to tell; `changing`: the platform is at it; `pending`: waits for the host to be unlocked. */
export type Look = 'settled' | 'changing' | 'pending' | 'failed';
export type StateLook = { word: string; look: Look };

const raise = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

export function partitionLook(one: Pick<Partition, 'status'>): StateLook | null {
  const state = partitionState(one);
  return state && { word: state.word, look: state.phase === 'stable' ? 'settled' : state.phase };
}

/** Of `vg_state` and `pv_state`. */
export function volumeLook(state: Unknown<string>): StateLook | null {
  const known = volumeState(state);
  return known && { word: known.word, look: known.pending ? 'pending' : known.failed ? 'failed' : 'settled' };
}

/** constants.SB_STATE_* of a storage function. */
const FUNCTION_STATES: ReadonlyMap<string, StateLook> = new Map([
  ['configured', { word: 'Configured', look: 'settled' }],
  ['configuring', { word: 'Configuring', look: 'changing' }],
  ['configuring-on-unlock', { word: 'Configuring (on unlock)', look: 'pending' }],
  ['configuring-with-app', { word: 'Configuring with its application', look: 'changing' }],
  ['deleting', { word: 'Deleting', look: 'changing' }],
  ['failed', { word: 'Failed', look: 'failed' }],
  ['error', { word: 'Error', look: 'failed' }],
]);

export function functionLook({ state }: Pick<StorageFunction, 'state'>): StateLook | null {
  if (state === null) return null;
  return FUNCTION_STATES.get(state) ?? { word: raise(state), look: 'settled' };
}

export function filesystemLook({ state }: Pick<HostFs, 'state'>): StateLook | null {
  if (state === null) return null;
  if (isSettledFs({ state })) return { word: state, look: 'settled' };
  if (/fail|error/i.test(state)) return { word: state, look: 'failed' };
  return { word: state, look: /unlock/i.test(state) ? 'pending' : 'changing' };
}

/** Has it not happened yet, so that it takes no room so far? */
export const isAskedFor = (look: StateLook | null): boolean =>
  look !== null &&
  (look.look === 'pending' || look.look === 'changing') &&
  !/delet|remov|modif/i.test(look.word);
