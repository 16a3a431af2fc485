/** Names that a person gives to a host (sysinv host.py _validate_hostname). */
import type { Host } from './host';

/** What is wrong with the name of a worker, or null. @param others every other host of the cloud */
export function workerNameFault(
  name: string,
  others: readonly Pick<Host, 'hostname'>[],
  role = 'worker',
): string | null {
  if (name === '') return role === 'edgeworker' ? 'An edge worker needs a name' : 'A worker needs a name';
  if (!/^[\p{L}\p{N}_.-]+$/u.test(name)) return 'Only letters, numbers, underscores, dots and hyphens';
  if (name === 'controller-0' || name === 'controller-1' || name.startsWith('storage')) {
    return 'This name is kept for controllers and storage hosts';
  }
  if (others.some(({ hostname }) => hostname === name)) return 'Another host has this name';
  return name.length > 255 ? 'At most 255 characters' : null;
}
