/** May a disk be wiped? (sysinv disk.py _semantic_checks_format, which does not mind whether the host is locked.) */
import { allowed, denied, type Verdict } from '../../result';
import { type Disk, isRootDisk } from '../disk';
import { functionOn, partitionsOn, type StorageFacts, volumesWithin } from './facts';

const CITE = 'sysinv disk.py _semantic_checks_format';

export function wipeVerdict(disk: Disk, facts: StorageFacts): Verdict {
  const { personality } = facts.host;
  if (personality !== null && personality !== 'controller' && personality !== 'worker')
    return denied(
      `Disks of controllers and workers are wiped, not those of hosts of personality ${personality}.`,
      CITE,
    );
  if (isRootDisk(disk)) return denied('It is the root disk.', CITE);
  const groups = [...new Set(volumesWithin(facts, disk).map(({ group }) => group ?? 'a group'))];
  return groups.length > 0 ? denied(`${groups.join(', ')} is on it.`, CITE) : allowed;
}

/** What goes with it. The platform asks nobody about an OSD. */
export function wipedWith(disk: Disk, facts: StorageFacts): { title: string; detail: string }[] {
  const own = functionOn(facts, disk.id);
  const partitions = partitionsOn(facts, disk).map(({ node, path, id }) => node ?? path ?? id);
  return [
    ...(own
      ? [
          {
            title: `The ${own.function === 'journal' ? 'journals' : 'OSD'} on it`,
            detail: 'The platform does not hold back for Ceph',
          },
        ]
      : []),
    ...(partitions.length > 0 ? [{ title: 'Partitions', detail: partitions.join(', ') }] : []),
  ];
}
