/** What became different on the platform while a form was open. */
import type { Host } from '@/lib/domain/host';
import { draftOf } from '@/lib/domain/host-edit';
import { FIELD_SPECS } from '@/lib/domain/host-fields';

export type Drift = { label: string; is: string };

/** Editable fields whose value is no longer what the form was opened with. */
export function driftOf(first: Host, present: Host): Drift[] {
  const before = draftOf(first);
  const now = draftOf(present);
  return FIELD_SPECS.filter(({ field }) => before[field] !== now[field]).map(({ field, label }) => {
    const value = now[field];
    return { label, is: value === true ? 'on' : value === false ? 'off' : value || 'not set' };
  });
}

/**
 * The host that the form works with: fields as they were when it was opened, so that "changed" means changed by
 * this person, and states as they are, because they say what may be changed now.
 */
export function withDraftOf(first: Host, present: Host | undefined): Host {
  if (!present) return first;
  const { administrative, operational, availability, provisionState, inventoryState, task } = present;
  return { ...first, administrative, operational, availability, provisionState, inventoryState, task };
}
