/** The control port from the other side: what a test calls. */
import type { SpecInput } from '../fm/catalogue';
import type { Episode } from '../fm/seed-history';
import type { FloodPlan } from '../fm/streams/flood';
import type { Fault } from '../kernel/faults';
import type { RequestCount } from '../kernel/requests';
import type { StorageFaultKind } from '../storage/faults';
import type { StorageRequest } from '../storage/scenarios';
import type { AppFault } from '../sysinv/apps/faults';
import type { AppStatus } from '../sysinv/apps/types';
import type { FaultKind } from '../timing/faults';
import type { ScenarioRequest } from '../timing/scenarios';

/** Which clouds: one copy by its tag, the shared one (nothing), or every one. */
export type Where = { tag?: string } | { scope: 'all' };
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

export class ControlClient {
  /** @param url of the control port, e.g. `http://127.0.0.1:15359` */
  constructor(private readonly url: string) {}

  async worlds(): Promise<WorldInfo[]> {
    return (await this.call<{ worlds: WorldInfo[] }>('GET', 'worlds')).worlds;
  }

  /** Ends a copy that nobody needs any more. */
  async drop(tag: string): Promise<void> {
    await this.call('DELETE', 'worlds', { tag });
  }

  /** Moves time forward; what falls due on the way has happened when this resolves. */
  async advance(ms: number, where: Where = {}): Promise<void> {
    await this.call('POST', 'advance', { ...where, ms });
  }

  /** How many times faster than in life waits pass from now on. */
  async speed(factor: number, where: Where = {}): Promise<void> {
    await this.call('POST', 'speed', { ...where, factor });
  }

  async fault(fault: Fault | Fault[], where: Where = {}): Promise<void> {
    await this.call('POST', 'faults', { ...where, faults: Array.isArray(fault) ? fault : [fault] });
  }

  async clearFaults(where: Where = {}): Promise<void> {
    await this.call('DELETE', 'faults', where);
  }

  /** Ends tokens now, as their time would. Returns how many. */
  async expireTokens(where: Where = {}, user?: string): Promise<number> {
    return (await this.call<{ expired: number }>('POST', 'expire-tokens', { ...where, user })).expired;
  }

  /** What reached each service since the start or the last reset. */
  async requests(where: Where = {}): Promise<RequestCount[]> {
    return (await this.call<{ requests: RequestCount[] }>('GET', `requests?${query(where)}`)).requests;
  }

  async resetRequests(where: Where = {}): Promise<void> {
    await this.call('DELETE', 'requests', where);
  }

  /** Raises an alarm; the catalogue fills in what is left out. Returns its uuid. */
  async raise(alarm: SpecInput, where: Where = {}): Promise<string> {
    return (await this.call<{ uuid: string }>('POST', 'fm/raise', { ...where, ...alarm })).uuid;
  }

  async clear(alarmId: string, entity: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/clear', { ...where, alarm_id: alarmId, entity_instance_id: entity });
  }

  /** An entry of the event log that is no alarm. Returns its uuid. */
  async log(entry: SpecInput, where: Where = {}): Promise<string> {
    return (await this.call<{ uuid: string }>('POST', 'fm/log', { ...where, ...entry })).uuid;
  }

  /** Suppresses an alarm id, or lifts that, as another user of the platform would. */
  async suppress(alarmId: string, suppressed = true, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/suppress', { ...where, alarm_id: alarmId, suppressed });
  }

  /** Alarms that come and go by themselves; off clears those that are up. */
  async noise(options: { on: boolean; everyMs?: number }, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/noise', { ...where, ...options });
  }

  /**
   * Raises many alarms over `raiseMs`, changes `changesPerMinute` of them for `holdMs` (until `endFlood`, if left out), then
   * clears them over `clearMs`. In simulated time: `advance` passes it at once, `speed(1)` makes it that of the clock.
   */
  async flood(plan: Partial<FloodPlan> = {}, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/flood', { ...where, ...plan });
  }

  /** Ends a flood now; how many alarms were cleared. */
  async endFlood(where: Where = {}): Promise<number> {
    return (await this.call<{ cleared: number }>('DELETE', 'fm/flood', where)).cleared;
  }

  /** Raises and clears one alarm over and over: the first raise is now, and in the end it is cleared. */
  async flap(alarm: SpecInput & { everyMs?: number; times?: number }, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/flap', { ...where, ...alarm });
  }

  /** Writes so many rows of a past into the event log (30 days, if left out). Returns how many it has then. */
  async history(past: { events: number; days?: number }, where: Where = {}): Promise<number> {
    return (await this.call<{ rows: number }>('POST', 'fm/history', { ...where, ...past })).rows;
  }

  /** Writes what a test says has happened: ages in minutes, `cleared` for what is over, `log` for what is no alarm. */
  async past(episodes: readonly Episode[], where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/past', { ...where, episodes });
  }

  /** How many rows the event log keeps; 4,000 as the platform ships it. */
  async eventLogMax(rows: number, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/event-log-max', { ...where, rows });
  }

  /** Sets fields of a host's row as they are, past every check. */
  async patchHost(hostname: string, patch: Record<string, unknown>, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/host', { ...where, hostname, patch });
  }

  /** A host in service goes away without being asked to; maintenance recovers it by reboot. */
  async crashHost(hostname: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/crash', { ...where, hostname });
  }

  /** How many seconds of life a PATCH that unlocks takes to answer; the platform needs 3 to 6. */
  async unlockAnswer(seconds: number, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/unlock-answer', { ...where, seconds });
  }

  /** Starts a timing fault; which host has it, and until when it lasts. A sentence when no host can have it. */
  async startTiming(request: ScenarioRequest, where: Where = {}): Promise<StartedScenario> {
    return (await this.call<{ fault: StartedScenario }>('POST', 'timing/start', { ...where, ...request }))
      .fault;
  }

  /** Ends timing faults now, so that recovery begins; all of them, if neither is said. Returns how many. */
  async endTiming(which: { scenario?: FaultKind; host?: string } = {}, where: Where = {}): Promise<number> {
    return (await this.call<{ ended: unknown[] }>('POST', 'timing/end', { ...where, ...which })).ended.length;
  }

  /** Monitoring does nothing on a virtual machine. */
  async virtualHost(host: string, virtual = true, where: Where = {}): Promise<void> {
    await this.call('POST', 'timing/virtual', { ...where, host, virtual });
  }

  /** What befalls storage, and Ceph's health. */
  async storage(where: Where = {}): Promise<StorageInfo> {
    return this.call<StorageInfo>('GET', `storage?${query(where)}`);
  }

  /** Breaks a disk, fills a filesystem or a volume group, takes monitors away. A sentence when no host can have it. */
  async startStorage(request: StorageRequest, where: Where = {}): Promise<StartedStorage> {
    return (await this.call<{ fault: StartedStorage }>('POST', 'storage/start', { ...where, ...request }))
      .fault;
  }

  /** Ends such cases now, so that recovery begins; all of them, if neither is said. Returns how many. */
  async endStorage(
    which: { scenario?: StorageFaultKind; host?: string } = {},
    where: Where = {},
  ): Promise<number> {
    return (await this.call<{ ended: unknown[] }>('POST', 'storage/end', { ...where, ...which })).ended
      .length;
  }

  /** So many pieces of work on storage fail from now on: a partition, an OSD, a filesystem, a backend. */
  async failStorage(times = 1, where: Where = {}): Promise<void> {
    await this.call('POST', 'storage/fail', { ...where, times });
  }

  /** Applies the application of Rook or LVM, as an operator would: it takes a minute of simulated time. */
  async applyStorageApp(where: Where = {}): Promise<void> {
    await this.call('POST', 'storage/apply-app', where);
  }

  /** Puts odd rows of storage on a host. */
  async oddStorage(host: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'storage/odd', { ...where, host });
  }

  /** Sets columns of any row of sysinv, past every check. */
  async patchRow(
    segment: string,
    uuid: string,
    patch: Record<string, unknown>,
    where: Where = {},
  ): Promise<void> {
    await this.call('POST', 'sysinv/row', { ...where, segment, uuid, patch });
  }

  /** Something goes wrong with an application: refused, failed or hanging. See simulator/README.md. */
  async failApp(fault: AppFault, where: Where = {}): Promise<void> {
    await this.call('POST', 'apps/faults', { ...where, ...fault });
  }

  /** Nothing goes wrong with applications from now on; what hangs goes on hanging. */
  async clearAppFaults(where: Where = {}): Promise<void> {
    await this.call('DELETE', 'apps/faults', where);
  }

  /** Whether Kubernetes answers, without which no work on applications is accepted. */
  async kubernetes(healthy: boolean, where: Where = {}): Promise<void> {
    await this.call('POST', 'apps/kubernetes', { ...where, healthy });
  }

  /** Sets an application's status past every check, and ends what it was doing. */
  async setApp(app: string, status: AppStatus, progress?: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'apps/state', { ...where, app, status, progress });
  }

  async resetLockout(where: Where = {}): Promise<void> {
    await this.call('POST', 'lockout/reset', where);
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.url}/control/${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    const value: T & { error?: string } = await answer.json();
    if (!answer.ok) throw new Error(`control ${method} ${path}: ${value.error ?? answer.status}`);
    return value;
  }
}

function query(where: Where): string {
  return new URLSearchParams('scope' in where ? { scope: where.scope } : { tag: where.tag ?? '' }).toString();
}
