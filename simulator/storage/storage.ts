/** What sysinv does not tell of storage: work that will fail, what fills up, disks that are broken, and Ceph's health. */
import { specOf } from '../fm/catalogue';
import type { World } from '../kernel/world';
import { degrade } from '../sysinv/actions/degrade';
import type { Host } from '../sysinv/host';
import type { StorageFault } from './faults';
import { type Wanted, wantedAlarms } from './wanted';

export type CephHealth = 'HEALTH_OK' | 'HEALTH_WARN' | 'HEALTH_ERR';

export class Storage {
  /** How many pieces of work will fail from now on. */
  failures = 0;
  faults: StorageFault[] = [];
  /** Extents of cgts-vg that something took, by host name. */
  readonly eaten = new Map<string, number>();

  private raised = new Map<string, Wanted>();
  private lastId = 0;

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** Whether the piece of work that ends now fails. */
  takeFailure(): boolean {
    if (this.failures === 0) return false;
    this.failures -= 1;
    return true;
  }

  eatenExtents({ row }: Host): number {
    return this.eaten.get(row.hostname ?? '') ?? 0;
  }

  /** Faults that somebody has noticed. */
  noticed(): StorageFault[] {
    return this.faults.filter(({ phase }) => phase !== 'coming');
  }

  /** Names of hosts whose monitor does not answer although the host is in service; all of them when Ceph is down. */
  lostMonitors(world: World): string[] {
    if (!this.isCephAnswering()) return [...world.sysinv.context.monitors];
    return this.faults.flatMap(({ kind, host }) => (kind === 'monitor-lost' && host ? [host] : []));
  }

  /** Ceph answers at all: enough monitors are there. */
  isCephAnswering(): boolean {
    return !this.faults.some(({ kind }) => kind === 'ceph-down');
  }

  health(): CephHealth {
    if (!this.isCephAnswering()) return 'HEALTH_ERR';
    const warns = this.noticed().some(({ kind }) => kind === 'disk-fault' || kind === 'monitor-lost');
    return warns ? 'HEALTH_WARN' : 'HEALTH_OK';
  }

  /** Whether a host's group has a disk that is broken, or not rebuilt yet, on another host. */
  isShortOfCopies(_world: World, { row }: Host): boolean {
    return this.noticed().some(
      ({ kind, host }) =>
        kind === 'disk-fault' && host !== row.hostname && row.peers?.hosts.includes(host ?? ''),
    );
  }

  /** Raises and clears what the faults ask for by now. */
  audit(world: World): void {
    const wanted = new Map(wantedAlarms(world).map((alarm) => [`${alarm.alarm_id} ${alarm.entity}`, alarm]));
    for (const [key, { alarm_id, entity }] of this.raised) {
      if (!wanted.has(key)) world.fm.clear(alarm_id, entity);
    }
    for (const [key, alarm] of wanted) {
      const before = this.raised.get(key);
      if (before?.severity === alarm.severity && before.reason_text === alarm.reason_text) continue;
      const { entity, ...spec } = alarm;
      world.fm.raise(specOf({ ...spec, entity_instance_id: entity }));
    }
    const names = new Set([...this.raised.values(), ...wanted.values()].map(({ entity }) => hostOf(entity)));
    this.raised = wanted;
    for (const host of world.sysinv.hosts) if (names.has(host.row.hostname ?? '')) degrade(world, host);
  }
}

const hostOf = (entity: string): string => /^host=([^.]+)/.exec(entity)?.[1] ?? '';
