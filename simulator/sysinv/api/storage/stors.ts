/** Writes of storage functions, OSDs and journals (sysinv api/controllers/v1/storage.py). */
import type { Call, Reply } from '../../../kernel/http';
import type { Caller, World } from '../../../kernel/world';
import {
  checkCephAnswers,
  checkJournalDevice,
  checkJournalPlace,
  checkJournalSpace,
  checkRookRemoval,
  checkStorDisk,
  checkStorHost,
  checkStorRemoval,
  USUAL_JOURNAL,
} from '../../checks/storage/stors';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { newOnHost, perHost, rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { partitionNode } from '../../seed/storage/layout';
import { setBackendState } from '../../storage/backends';
import { nextOsd, recountTiers } from '../../storage/ceph';
import { recount } from '../../storage/recount';
import { backendOf, hostNamed, onHost, setDiskFunction, stampRow } from '../../storage/rows';
import { configureOsd, dropStor } from '../../storage/stors';
import { integerFrom, integerIn } from '../body';
import { notFound, type RouteOn } from '../collections';
import { patchOperations } from '../json-patch';
import { bodyFor, textIn, uuidIn } from '../ptp-body';
import { ok, wireRow } from '../wire';
import { giveCephFs } from './host-fs';

const ATTRIBUTES = [
  'uuid',
  'osdid',
  'function',
  'state',
  'capabilities',
  'forihostid',
  'ihost_uuid',
  'idisk_uuid',
  'fortierid',
  'tier_uuid',
  'tier_name',
  'journal_location',
  'journal_size_mib',
  'journal_path',
  'journal_node',
];

export function storRoutes(on: RouteOn): void {
  on('POST', '/v1/istors', post);
  on('PATCH', '/v1/istors/:id', patch);
  on('DELETE', '/v1/istors/:id', remove);
}

const answer = (call: Call, row: Row): Reply => ok(wireRow(perHost('istors'), row, call.origin, 'item'));

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'stor', ATTRIBUTES);
  const ref = textIn(body, 'idisk_uuid');
  const host = hostNamed(world, body.ihost_uuid);
  // Own words.
  if (!host) return refuse(400, 'A storage function needs its host');
  checkStorHost(world, host);
  const disk = checkStorDisk(world, host, onHost(world, 'idisks', ref ?? '')?.row, ref);
  const name = textIn(body, 'function') ?? 'osd';
  if (name === 'journal') checkJournalDevice(disk);
  // Own words.
  else if (name !== 'osd') refuse(400, `There is no storage function ${name}`);
  const row: Row = {
    ...newOnHost(world, 'istors', host),
    osdid: null,
    function: name,
    state: 'configured',
    capabilities: {},
    ihost_uuid: host.row.uuid,
    idisk_uuid: disk.uuid,
    journal_location: null,
    journal_size_mib: null,
    journal_path: null,
    journal_node: null,
    fortierid: null,
    tier_uuid: null,
    tier_name: null,
  };
  if (name === 'osd') {
    const tier = tierFor(world, uuidIn(body, 'tier_uuid'));
    const journal = checkJournalPlace(world, host, uuidIn(body, 'journal_location'));
    const size = integerIn(body, 'journal_size_mib') ?? USUAL_JOURNAL;
    if (journal) checkJournalSpace(world, host, journal, size);
    checkCephAnswers(world, host);
    makeOsd(world, host, row, tier);
    if (!backendOf(world, 'ceph-rook'))
      placeJournal(world, host, row, journal ?? row, disk, journal ? size : USUAL_JOURNAL);
  }
  rowsOn(world, 'istors', host).push(row);
  disk.istor_uuid = row.uuid;
  setDiskFunction(disk, name);
  recountTiers(world);
  recount(world, host);
  const reply = answer(call, row);
  configureOsd(world, host, row);
  return reply;
}

function tierFor(world: World, ref: string | null): Row {
  const tiers = world.sysinv.cloud('storage_tiers');
  const [only, ...others] = tiers;
  // Own words, both.
  if (ref === null) {
    return only && others.length === 0 ? only : refuse(400, 'There are several tiers: say which');
  }
  return tiers.find(({ uuid }) => uuid === ref) ?? refuse(400, `There is no tier ${ref}`);
}

function makeOsd(world: World, host: Host, row: Row, tier: Row): void {
  const rook = backendOf(world, 'ceph-rook') !== undefined;
  if (rook) giveCephFs(world, host);
  Object.assign(row, {
    osdid: rook ? null : nextOsd(world),
    state: rook ? 'configuring-with-app' : stateOf(host),
    fortierid: tier.id ?? null,
    tier_uuid: tier.uuid,
    tier_name: tier.name ?? null,
  });
}

/** An enabled host is configured while it runs, another with its next unlock. */
const stateOf = (host: Host): string =>
  host.row.operational === 'enabled' ? 'configuring' : 'configuring-on-unlock';

/** The journal is the second partition of the OSD's own disk, or the next one of the journal's. */
function placeJournal(world: World, host: Host, row: Row, on: Row, own: Row, size: number): void {
  const disk = on === row ? own : rowsOn(world, 'idisks', host).find(({ uuid }) => uuid === on.idisk_uuid);
  const others = rowsOn(world, 'istors', host).filter(
    (other) => other !== row && other.journal_location === on.uuid,
  );
  const part = on === row ? 2 : others.length + 1;
  Object.assign(row, {
    journal_location: on.uuid,
    journal_size_mib: size,
    journal_path: `${disk?.device_path}-part${part}`,
    journal_node: partitionNode(String(disk?.device_node), part),
  });
}

function find(world: World, call: Call): { row: Row; host: Host } {
  const id = call.params.id ?? '';
  return onHost(world, 'istors', id) ?? notFound(perHost('istors'), id);
}

/** Where the journal of an OSD is, and its size. */
function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const { row, host } = find(world, call);
  let [place, size] = [row.journal_location, Number(row.journal_size_mib ?? USUAL_JOURNAL)];
  for (const { path, value } of operations) {
    if (path === '/journal_location') place = uuidIn({ journal_location: value ?? null }, 'journal_location');
    else if (path === '/journal_size_mib') size = integerFrom(value ?? null, 'journal_size_mib');
    // Own words.
    else refuse(400, `Of a storage function ${path.slice(1)} is not changed`);
  }
  checkStorHost(world, host);
  const disk = rowsOn(world, 'idisks', host).find(({ uuid }) => uuid === row.idisk_uuid);
  const moved = place !== row.journal_location;
  const home = place === row.uuid;
  // Own words.
  if (!moved && home) refuse(400, 'A journal on the disk of its OSD keeps its size');
  const on = home ? row : checkJournalPlace(world, host, typeof place === 'string' ? place : null);
  if (on && !home) checkJournalSpace(world, host, on, size, moved ? 0 : Number(row.journal_size_mib ?? 0));
  if (!moved && size === row.journal_size_mib) return answer(call, row);
  if (disk && on) placeJournal(world, host, row, on, disk, home ? USUAL_JOURNAL : size);
  stampRow(world, row, { state: stateOf(host) });
  recount(world, host);
  const reply = answer(call, row);
  configureOsd(world, host, row);
  return reply;
}

function remove(call: Call, { world }: Caller): Reply {
  const { row, host } = find(world, call);
  const force = /^(1|true|yes)$/i.test(call.query.get('force') ?? '');
  checkStorHost(world, host);
  checkStorRemoval(world, host, row, force);
  if (!backendOf(world, 'ceph-rook')) dropStor(world, host, row);
  else {
    checkRookRemoval(world, row, force);
    if (row.state === 'configuring-with-app') dropStor(world, host, row);
    else {
      stampRow(world, row, { state: force ? 'force-deleting-with-app' : 'deleting-with-app' });
      setBackendState(world, 'ceph-rook', 'configuring-with-app');
    }
  }
  return { status: 204 };
}
