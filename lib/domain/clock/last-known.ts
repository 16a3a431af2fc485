import type { ClockState } from './clock-state';
import { deriveClocks } from './derive';
import type { ClockInputs } from './host-clock';

/** By host, what the states would be if the last reading of the alarms still held; empty while they are read. */
export function lastKnownStates(inputs: ClockInputs): ReadonlyMap<string, ClockState> {
  if (inputs.fmTrouble === null || inputs.alarms === null) return new Map();
  return new Map(deriveClocks({ ...inputs, fmTrouble: null }).map(({ host, state }) => [host, state]));
}
