/** What the control port answers, as its client reads it. */
import type { StorageFaultKind } from '../storage/faults';
import type { FaultKind } from '../timing/faults';

/** Times are ISO 8601. */
export type StartedScenario = { id: number; scenario: FaultKind; host: string; since: string; until: string };
/** A case of storage: how far it is, how full a filesystem is, how much of the copies is made anew, both in per cent. */
export type StartedStorage = {
  id: number;
  scenario: StorageFaultKind;
  host?: string;
  osd?: number;
  filesystem?: string;
  percent?: number;
  phase: 'coming' | 'on' | 'rebuilding';
  rebuilt?: number;
  since: string;
};
/** `health` is Ceph's word for itself; `failures` is how many pieces of work will fail. */
export type StorageInfo = { health: string; failures: number; faults: StartedStorage[] };
export type WorldInfo = { tag: string; name: string; now: number };
