/** Starts and ends what befalls storage. Waits are simulated time, as those of hosts are. */
import type { World } from '../kernel/world';
import type { Host } from '../sysinv/host';
import { rowsOn } from '../sysinv/network/rows';
import { recount } from '../sysinv/storage/recount';
import { controllers, groupNamed, isEnabled } from '../sysinv/storage/rows';
import {
  CLEANED,
  FILLED,
  FULL,
  FULLER,
  NOTICED,
  REBUILD_STEP,
  type StorageFault,
  type StorageFaultKind,
} from './faults';

export type StorageRequest = {
  scenario: StorageFaultKind;
  host?: string | undefined;
  /** disk-fault: which OSD, by its id. */
  osd?: number | undefined;
  /** filesystem-full: which filesystem; `log` of a host unless it says otherwise. */
  filesystem?: string | undefined;
  /** It ends by itself after so many minutes of simulated time. */
  minutes?: number | undefined;
};

/** The fault that has begun, or why there is no place for it. */
export function startStorage(world: World, request: StorageRequest): StorageFault | string {
  const found = placeFor(world, request);
  if (typeof found === 'string') return found;
  const fault: StorageFault = {
    id: world.storage.nextId(),
    kind: request.scenario,
    ...found,
    phase: 'coming',
    since: world.clock.now(),
  };
  world.storage.faults.push(fault);
  begin(world, fault);
  later(world, NOTICED, fault, () => {
    if (fault.phase === 'coming') fault.phase = 'on';
  });
  if (request.minutes !== undefined) {
    world.clock.after(request.minutes * 60_000, () => endStorage(world, { id: fault.id }));
  }
  return fault;
}

type Place = Pick<StorageFault, 'host' | 'osd' | 'filesystem' | 'usedGib'>;

const inService = (world: World, name: string | undefined): Host[] =>
  world.sysinv.hosts.filter(
    (host) => isEnabled(host) && host.row.hostname && (name === undefined || host.row.hostname === name),
  );

const nameOf = ({ row }: Host): string => row.hostname ?? '';

function placeFor(world: World, { scenario, host, osd, filesystem }: StorageRequest): Place | string {
  const hosts = inService(world, host);
  switch (scenario) {
    case 'disk-fault':
      return diskFor(world, hosts, osd);
    case 'filesystem-full':
      return filesystemFor(world, hosts, filesystem ?? 'log');
    case 'volume-group-full': {
      const [first] = hosts.filter((one) => groupNamed(world, one, 'cgts-vg'));
      return first ? { host: nameOf(first) } : 'no host in service has a volume group';
    }
    case 'monitor-lost': {
      const monitors = world.sysinv.context.monitors;
      const found = hosts.findLast((one) => monitors.includes(nameOf(one)));
      return found ? { host: nameOf(found) } : 'no host in service has a monitor';
    }
    case 'ceph-down':
      return world.sysinv.context.monitors.length > 0 ? {} : 'the cloud has no Ceph';
  }
}

function diskFor(world: World, hosts: readonly Host[], osd: number | undefined): Place | string {
  const broken = world.storage.faults.map((fault) => fault.osd);
  for (const host of hosts) {
    const row = rowsOn(world, 'istors', host).find(
      ({ function: name, state, osdid }) =>
        name === 'osd' &&
        state === 'configured' &&
        !broken.includes(Number(osdid)) &&
        (osd === undefined || osdid === osd),
    );
    if (row) return { host: nameOf(host), osd: Number(row.osdid) };
  }
  return 'no host in service has such an OSD';
}

function filesystemFor(world: World, hosts: readonly Host[], name: string): Place | string {
  const shared = world.sysinv.cloud('controller_fs').find((row) => row.name === name);
  for (const host of hosts) {
    const own = rowsOn(world, 'host_fs', host).find((row) => row.name === name);
    const row = own ?? (controllers(world).includes(host) ? shared : undefined);
    if (row) return { host: nameOf(host), filesystem: name, usedGib: Number(row.size) * FULL };
  }
  return `no host in service has a filesystem ${name}`;
}

/** Does something after a while, if the fault is still there by then, and looks at the alarms. */
function later(world: World, seconds: number, fault: StorageFault, run: () => void): void {
  world.clock.after(seconds * 1000, () => {
    if (!world.storage.faults.includes(fault)) return;
    run();
    world.storage.audit(world);
  });
}

function begin(world: World, fault: StorageFault): void {
  if (fault.kind === 'volume-group-full') eat(world, fault, true);
  if (fault.kind === 'filesystem-full') {
    later(world, FILLED, fault, () => {
      if (fault.over) return;
      fault.usedGib = ((fault.usedGib ?? 0) / FULL) * FULLER;
    });
  }
}

/** Something takes all of the platform's volume group that was left, or gives it back. */
function eat(world: World, { host: name = '' }: StorageFault, takes: boolean): void {
  const host = world.sysinv.byName(name);
  if (!host) return;
  const group = groupNamed(world, host, 'cgts-vg');
  if (takes) world.storage.eaten.set(name, Number(group?.lvm_vg_free_pe ?? 0));
  else world.storage.eaten.delete(name);
  recount(world, host);
}

/** Ends the causes: a disk is replaced and its copies are made anew, room is made, monitors are back. */
export function endStorage(
  world: World,
  which: { id?: number; kind?: string | undefined; host?: string | undefined },
): StorageFault[] {
  const { storage } = world;
  const ending = storage.faults.filter(
    ({ id, kind, host, over }) =>
      !over &&
      (which.id === undefined || which.id === id) &&
      (which.kind === undefined || which.kind === kind) &&
      (which.host === undefined || which.host === host),
  );
  for (const fault of ending) {
    fault.over = true;
    if (fault.kind === 'disk-fault') rebuild(world, fault);
    else if (fault.kind === 'filesystem-full') later(world, CLEANED, fault, () => drop(world, fault));
    else drop(world, fault);
  }
  storage.audit(world);
  return ending;
}

function drop(world: World, fault: StorageFault): void {
  world.storage.faults = world.storage.faults.filter((other) => other !== fault);
  if (fault.kind === 'volume-group-full') eat(world, fault, false);
}

function rebuild(world: World, fault: StorageFault): void {
  fault.phase = 'rebuilding';
  fault.rebuilt = 0;
  const step = () =>
    later(world, REBUILD_STEP, fault, () => {
      fault.rebuilt = (fault.rebuilt ?? 0) + 10;
      if (fault.rebuilt < 100) step();
      else drop(world, fault);
    });
  step();
}
