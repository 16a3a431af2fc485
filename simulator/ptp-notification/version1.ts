/** Version 1 of the API knows one state, of PTP, and spells it its own way (contract ptp-notification/v1-*). */
import { type HostReading, worst } from '../timing/reading';

const SPELLED = { LOCKED: 'Locked', HOLDOVER: 'Holdover', FREERUN: 'Freerun' } as const;

/** Undefined on a host without PTP. `EventTimestamp` is seconds since the epoch. */
export function stateV1({ host, ptp }: HostReading) {
  if (ptp.length === 0) return undefined;
  const state = worst(...ptp.map((one) => one.state));
  const since = Math.max(...ptp.map((one) => one.since));
  return {
    EventTimestamp: since / 1000,
    ResourceType: 'PTP',
    EventData: { State: SPELLED[state] },
    ResourceQualifier: { NodeName: host },
  };
}
