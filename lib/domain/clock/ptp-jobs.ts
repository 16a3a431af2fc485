/** What a person may open to change clocks: one sheet each. */
import type { ParameterOwner } from './ptp-parameter-form';
import type { PresetId } from './ptp-presets';

export type ClockJob =
  | { job: 'create-instance' }
  | { job: 'create-interface'; instance: string }
  | { job: 'delete'; of: ParameterOwner['of']; name: string }
  | { job: 'parameters'; owner: ParameterOwner }
  /** An instance to hosts. */
  | { job: 'assign'; instance: string }
  /** A PTP interface to interfaces of hosts. */
  | { job: 'places'; ptpInterface: string }
  | { job: 'apply' }
  | { job: 'preset'; preset?: PresetId }
  | { job: 'ntp' }
  /** host: hostname. */
  | { job: 'follow'; host: string };
