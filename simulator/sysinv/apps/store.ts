/** The applications of one cloud, and what is to go wrong with them. */
import type { Row } from '../rows';
import { AppFaults } from './faults';
import type { App, AppStatus, ChartSettings } from './types';
import { settingsKey } from './types';

export class Applications {
  readonly faults = new AppFaults();
  /** False, and the platform accepts no work on applications. */
  kubernetesHealthy = true;
  /** Of the last update of all applications, as /v1/apps/get_apps_update_status shows it. */
  updateAll: { status: string; updated_apps: string[]; failed_apps: string[] } | null = null;

  constructor(private list: App[]) {}

  /** In the order of their ids, inactive versions too. */
  get all(): readonly App[] {
    return this.list;
  }

  /** As `SysinvState.cloud('apps')` has them. */
  get rows(): Row[] {
    return this.list.map(({ row }) => row);
  }

  /** What the API shows under a name: never a version that is inactive. */
  named(name: string): App | undefined {
    return this.list.find(({ row }) => row.name === name && row.status !== 'inactive');
  }

  inactive(name: string, version: string): App | undefined {
    return this.list.find(
      ({ row }) => row.name === name && row.app_version === version && row.status === 'inactive',
    );
  }

  shown(): App[] {
    return this.list.filter(({ row }) => row.status !== 'inactive');
  }

  withStatus(...statuses: AppStatus[]): App[] {
    return this.list.filter(({ row }) => statuses.includes(row.status));
  }

  nextId(): number {
    this.lastId = this.list.reduce((highest, { row }) => Math.max(highest, row.id), this.lastId) + 1;
    return this.lastId;
  }

  add(app: App): void {
    this.list = [...this.list, app];
  }

  remove(app: App): void {
    for (const cancel of app.cancel.splice(0)) cancel();
    this.list = this.list.filter((other) => other !== app);
  }

  private lastId = 0;
}

/** What is set on a chart; made when it is asked for, as a row of helm_overrides is. */
export function settingsOf(app: App, chart: string, namespace: string): ChartSettings {
  const key = settingsKey(chart, namespace);
  const found = app.settings.get(key) ?? { user: null };
  app.settings.set(key, found);
  return found;
}
