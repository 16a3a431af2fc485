/**
 * What sysinv refuses of storage functions (api/controllers/v1/storage.py). The messages about the storage model and
 * the locked host are recorded, the others are this simulator's own words.
 */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { rowsOn, textOf } from '../../network/rows';
import type { Row } from '../../rows';
import { storOf } from '../../storage/ceph';
import { backendOf, capabilitiesOf, isEnabled, isRootDisk, mib, partitionsOn } from '../../storage/rows';
import { checkMonitors } from './monitors';

/** journal_min_size, journal_max_size and journal_default_size of sysinv's configuration, in MiB. */
const SMALLEST_JOURNAL = 200;
const LARGEST_JOURNAL = 10_240;
export const USUAL_JOURNAL = 400;

/** Where OSDs may be: `deployment_model` of the cluster. */
const PLACES: Record<string, string> = { 'storage-nodes': 'storage', 'controller-nodes': 'controller' };

/** storage.py _check_host: backend, place, lock, monitors. */
export function checkStorHost(world: World, host: Host): void {
  if (backendOf(world, 'ceph')) checkBareMetal(world, host);
  else if (backendOf(world, 'ceph-rook')) checkRook(world, host);
  else refuse(400, 'Storage functions need a ceph or a ceph-rook backend');
}

function checkBareMetal(world: World, host: Host): void {
  const { row } = host;
  const model = String(world.sysinv.cloud('clusters')[0]?.deployment_model ?? 'undefined');
  const place = PLACES[model];
  if (place !== undefined && row.personality !== place) {
    refuse(400, `Storage model is '${model}'. Storage devices can only be added to ${place} nodes.`);
  }
  // Own words.
  if (model === 'undefined') refuse(400, 'Ceph needs storage-0 or a monitor on a worker first');
  if (model === 'storage-nodes') {
    if (row.administrative !== 'locked') refuse(400, `Host ${row.hostname} must be locked.`);
    checkMonitors(world, host);
  } else if (row.administrative === 'unlocked' && row.operational !== 'enabled') {
    // Own words.
    refuse(400, `Host ${row.hostname} is unlocked and not enabled`);
  }
}

function checkRook(world: World, { row }: Host): void {
  const model = String(capabilitiesOf(backendOf(world, 'ceph-rook')).deployment_model ?? 'controller');
  const place = { controller: 'controller', dedicated: 'worker' }[model];
  if (place !== undefined && row.personality !== place) {
    // Own words.
    refuse(400, `With deployment model ${model} there are no OSDs on ${row.hostname}`);
  }
}

/** storage.py _check_disk. Own words throughout. */
export function checkStorDisk(world: World, host: Host, disk: Row | undefined, ref: string | null): Row {
  if (ref === null) refuse(400, 'Invalid data: a storage function needs a disk');
  if (!disk) return refuse(400, `There is no disk ${ref}`);
  if (disk.istor_uuid) refuse(400, 'The disk has a storage function already');
  if (disk.ihost_uuid !== host.row.uuid) refuse(400, 'The disk is in another host');
  if (isRootDisk(disk)) refuse(400, 'The root disk has no storage function');
  if (partitionsOn(world, host, disk).length > 0) refuse(400, 'The disk has partitions');
  if (disk.ipv_uuid) refuse(400, 'The disk is a physical volume');
  return disk;
}

/** Where the journal of a new OSD goes: null for its own disk. Own words throughout. */
export function checkJournalPlace(world: World, host: Host, ref: string | null): Row | null {
  const journals = rowsOn(world, 'istors', host).filter((row) => row.function === 'journal');
  if (ref === null) {
    if (journals.length > 1) {
      refuse(
        400,
        `There are several journals to choose from: ${journals.map(({ uuid }) => uuid).join(', ')}`,
      );
    }
    return journals[0] ?? null;
  }
  const found = storOf(world, ref);
  if (!found) return refuse(400, `There is no journal ${ref}`);
  if (found.ihost_uuid !== host.row.uuid) refuse(400, 'The journal is in another host');
  if (found.function !== 'journal') refuse(400, 'The storage function is no journal');
  return found;
}

/** @param released what the OSD's journal takes there already, in MiB. Own words throughout. */
export function checkJournalSpace(
  world: World,
  host: Host,
  journal: Row,
  sizeMib: number,
  released = 0,
): void {
  if (sizeMib > LARGEST_JOURNAL) refuse(400, `A journal has at most ${LARGEST_JOURNAL} MiB`);
  if (sizeMib < SMALLEST_JOURNAL) refuse(400, `A journal has at least ${SMALLEST_JOURNAL} MiB`);
  const disk = rowsOn(world, 'idisks', host).find(({ uuid }) => uuid === journal.idisk_uuid);
  const used = rowsOn(world, 'istors', host)
    .filter((row) => row.journal_location === journal.uuid && row.uuid !== journal.uuid)
    .reduce((sum, row) => sum + mib(row, 'journal_size_mib'), -released);
  const size = disk ? mib(disk, 'size_mib') : 0;
  if (used + sizeMib + 2 > size) refuse(400, `The journal's disk has ${size - used - 2} MiB left`);
}

export function checkJournalDevice(disk: Row): void {
  if (!['SSD', 'NVME'].includes(textOf(disk.device_type) ?? '')) {
    // Own words.
    refuse(400, 'A journal is on an SSD or an NVMe device');
  }
}

/** An OSD is made in a Ceph that answers, or while its host is out of service. */
export function checkCephAnswers(world: World, host: Host): void {
  if (backendOf(world, 'ceph') && !world.storage.isCephAnswering() && isEnabled(host)) {
    // Own words.
    refuse(400, 'Ceph does not answer: no OSD can be added');
  }
}

/** storage.py delete: what of the platform's lets go of an OSD. Own words, but for the lock. */
export function checkStorRemoval(world: World, host: Host, stor: Row, force: boolean): void {
  const rook = backendOf(world, 'ceph-rook');
  if (force && !rook) refuse(400, 'An OSD is deleted by force with ceph-rook only');
  const locked = host.row.administrative === 'locked';
  const needsLock = stor.function === 'journal' || stor.state === 'configuring-on-unlock' || !rook;
  const simplex = world.sysinv.isSimplex() && backendOf(world, 'ceph')?.state === 'configured';
  const always = stor.function === 'journal' || stor.state === 'configuring-on-unlock';
  if (!always && !rook && !simplex) {
    refuse(400, 'Only journals, and OSDs that are not configured yet, are deleted here');
  }
  if (!always && simplex && !rook) {
    const osds = rowsOn(world, 'istors', host).filter((row) => row.function === 'osd').length;
    if (osds < 2) refuse(400, 'The last OSD stays');
    if (Number(capabilitiesOf(backendOf(world, 'ceph')).replication ?? 1) < 2) {
      refuse(400, 'Data without a copy keeps its OSD');
    }
  }
  if (needsLock && !locked) refuse(400, `Host ${host.row.hostname} must be locked.`);
}

/** Rook: the application is at rest, and as many OSDs stay as there are copies. Own words throughout. */
export function checkRookRemoval(world: World, stor: Row, force: boolean): void {
  const backend = backendOf(world, 'ceph-rook');
  const moving = ['uploading', 'applying', 'removing', 'updating', 'recovering'];
  if (moving.includes(String(backend?.task))) refuse(400, 'The application rook-ceph is in transition');
  const state = force ? 'force-deleting-with-app' : 'deleting-with-app';
  if (stor.state === state) refuse(400, `The OSD is ${state} already`);
  if (force || stor.state === 'configuring-with-app') return;
  const { deployment_model, failure_domain, replication } = capabilitiesOf(backend);
  if (deployment_model === 'open') return;
  const left = world.sysinv.hosts
    .flatMap((host) => rowsOn(world, 'istors', host))
    .filter((row) => row.tier_uuid === stor.tier_uuid && row !== stor && row.state === 'configured');
  const count = failure_domain === 'osd' ? left.length : new Set(left.map((row) => row.ihost_uuid)).size;
  if (count < Number(replication ?? 1)) {
    refuse(400, `Tier ${stor.tier_name} would have fewer OSDs than copies`);
  }
}
