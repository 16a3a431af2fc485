/** One test's own cloud: a copy of a simulated world that only log-ins with its tag see. */
import { expect, type Page } from '@playwright/test';
import { ControlClient } from '../../simulator/control/client';
import type { SpecInput } from '../../simulator/fm/catalogue';
import type { Episode } from '../../simulator/fm/seed-history';
import type { FloodPlan } from '../../simulator/fm/streams/flood';
import type { Fault } from '../../simulator/kernel/faults';
import { portOf } from '../../simulator/kernel/ports';
import type { RequestCount } from '../../simulator/kernel/requests';
import type { WorldName } from '../../simulator/kernel/world';
import { ACCOUNTS } from '../../simulator/keystone/accounts';
import type { StorageFaultKind } from '../../simulator/storage/faults';
import type { StorageRequest } from '../../simulator/storage/scenarios';
import type { AppStatus } from '../../simulator/sysinv/apps/types';
import type { SensorStatus } from '../../simulator/sysinv/sensors/judge';
import type { FaultKind } from '../../simulator/timing/faults';
import type { ScenarioRequest } from '../../simulator/timing/scenarios';
import { makeUser } from './keystone-users';
import { urlOf } from './ports';
import { signInQuickly } from './quick-sign-in';
import { controlUrl, type Site } from './site';

export type Role =
  | 'admin'
  | 'configurator'
  | 'operator'
  | 'reader'
  | 'member'
  | 'multi'
  | 'expired'
  | 'tenant'
  | 'disabled';
export type Login = { userName: string; password: string };

type PatchRows = [
  segment: Parameters<ControlClient['patchRows']>[0],
  which: Parameters<ControlClient['patchRows']>[1],
  patch: Parameters<ControlClient['patchRows']>[2],
];

/** The control port, about one copy. */
export class CloudControl {
  private readonly client: ControlClient;
  private readonly where: { tag: string };

  constructor(
    url: string,
    private readonly tag: string,
  ) {
    this.client = new ControlClient(url);
    this.where = { tag };
  }

  advance = (ms: number) => this.client.advance(ms, this.where);
  speed = (factor: number) => this.client.speed(factor, this.where);
  fault = (...faults: Fault[]) => this.client.fault(faults, this.where);
  mend = () => this.client.clearFaults(this.where);
  expireTokens = (user?: string) => this.client.expireTokens(this.where, user);
  /** Nobody looks at it any more. */
  drop = () => this.client.drop(this.tag);
  requests = (): Promise<RequestCount[]> => this.client.requests(this.where);
  resetRequests = () => this.client.resetRequests(this.where);
  raise = (alarm: SpecInput) => this.client.raise(alarm, this.where);
  clear = (alarmId: string, entity: string) => this.client.clear(alarmId, entity, this.where);
  /** Entries of the log, pasts and streams of alarms: see simulator/control/client.ts. */
  log = (entry: SpecInput) => this.client.log(entry, this.where);
  suppress = (alarmId: string, suppressed = true) => this.client.suppress(alarmId, suppressed, this.where);
  noise = (options: { on: boolean; everyMs?: number }) => this.client.noise(options, this.where);
  flood = (plan: Partial<FloodPlan> = {}) => this.client.flood(plan, this.where);
  endFlood = () => this.client.endFlood(this.where);
  flap = (alarm: SpecInput & { everyMs?: number; times?: number }) => this.client.flap(alarm, this.where);
  history = (past: { events: number; days?: number }) => this.client.history(past, this.where);
  past = (...episodes: Episode[]) => this.client.past(episodes, this.where);
  eventLogMax = (rows: number) => this.client.eventLogMax(rows, this.where);
  /** Faults of clocks, which go by the time of day: `advance` is what makes them take their course. */
  startTiming = (request: ScenarioRequest) => this.client.startTiming(request, this.where);
  endTiming = (which: { scenario?: FaultKind; host?: string } = {}) =>
    this.client.endTiming(which, this.where);
  /** What befalls storage goes by the time of the simulation as well. */
  startStorage = (request: StorageRequest) => this.client.startStorage(request, this.where);
  endStorage = (which: { scenario?: StorageFaultKind } = {}) => this.client.endStorage(which, this.where);
  oddStorage = (host: string) => this.client.oddStorage(host, this.where);
  /** So many writes of a device image fail from now on. */
  failDeviceImages = (times = 1) => this.client.failDeviceImages(times, this.where);
  /** Operations on applications that fail, or hang, from now on. */
  failApp = (fault: Parameters<ControlClient['failApp']>[0]) => this.client.failApp(fault, this.where);
  setApp = (app: string, status: AppStatus, progress?: string) =>
    this.client.setApp(app, status, progress, this.where);
  /** Kubernetes: a cloud in order for an upgrade, an upgrade in any state, steps that fail or hang. */
  readyKube = () => this.client.readyKube(this.where);
  setKube = (setting: Parameters<ControlClient['setKube']>[0]) => this.client.setKube(setting, this.where);
  failKube = (fault: Parameters<ControlClient['failKube']>[0]) => this.client.failKube(fault, this.where);
  /** Rows past every check (null takes them away), and what keeps a host locked without any row that says so. */
  patchRows = (...[segment, which, patch]: PatchRows) =>
    this.client.patchRows(segment, which, patch, this.where);
  unseen = (name: string, what: Parameters<ControlClient['unseen']>[1]) =>
    this.client.unseen(name, what, this.where);
  /** Hosts that come: nodes that are discovered, installations that go wrong, the button of a box. */
  discoverHost = (node: { mac?: string; ip?: string } = {}) => this.client.discoverHost(node, this.where);
  failInstall = (fault: Parameters<ControlClient['failInstall']>[0]) =>
    this.client.failInstall(fault, this.where);
  pressPower = (hostname: string) => this.client.pressPower(hostname, this.where);
  setSensor = (host: string, sensor: string, status: SensorStatus) =>
    this.client.setSensor(host, sensor, status, this.where);
  patchHost = (name: string, fields: Record<string, unknown>) =>
    this.client.patchHost(name, fields, this.where);

  /** How many requests of this kind reached the platform since the start or the last reset. */
  async count(service: string, method: string, path?: string): Promise<number> {
    return (await this.requests())
      .filter((line) => line.service === service && line.method === method && (!path || line.path === path))
      .reduce((sum, line) => sum + line.count, 0);
  }
}

export class Cloud {
  readonly control: CloudControl;

  constructor(
    readonly site: Site,
    readonly world: WorldName,
    readonly tag: string,
  ) {
    this.control = new CloudControl(controlUrl(site), tag);
  }

  /** Where the simulator has a live source of its clocks. */
  liveUrl(service: 'ptpnotification' | 'metrics'): string {
    return `${urlOf(portOf(service, this.site.simulator))}/clouds/${this.tag}`;
  }

  /** Name and password of an account in this cloud. With a real Keystone the user has to be made first: `account`. */
  login(role: Role): Login {
    const account = ACCOUNTS.find(({ name }) => name === role);
    if (!account) throw new Error(`there is no account ${role}`);
    return { userName: `${role}+${this.tag}`, password: account.password };
  }

  async account(role: Role): Promise<Login> {
    const login = this.login(role);
    if (this.site.realKeystone) await makeUser(this.site.keystone, role, login);
    return login;
  }

  /** Signs in without the form, and opens a page. For tests that are about something else than signing in. */
  async signIn(page: Page, role: Role, path = '/hosts'): Promise<void> {
    const login = await this.account(role);
    await signInQuickly(page.context(), this.site.console, login);
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
  }
}
