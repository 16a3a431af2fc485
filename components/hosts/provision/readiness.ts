/** What the platform will look at before it unlocks the host, and what of it the timeline needs to know. */
import type { Host } from '@/lib/domain/host';
import type { Readiness } from '@/lib/domain/provision/steps';
import { type ReadinessLinesRead, useReadinessLines } from '../readiness-list';

export type Checked = { lines: ReadinessLinesRead; readiness: Readiness };

/** Who may unlock is not what a host still needs. */
const ofPerson = (id: string): boolean => /^(role|service)\./.test(id);

/** The facts are read while this is on screen, and never else. */
export function useReadiness(host: Host): Checked {
  const lines = useReadinessLines(host);
  const blockers = lines.checks.filter(({ id, outcome }) => outcome === 'block' && !ofPerson(id));
  const untold = lines.checks.filter(({ outcome }) => outcome === 'unknown').length;
  return { lines, readiness: { blockers, untold, pending: lines.readings.pending } };
}
