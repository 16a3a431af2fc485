/** What somebody does on the platform without the console: from its command line, for instance. */
import { expect } from '@playwright/test';
import { portOf } from '../../simulator/kernel/ports';
import type { Cloud } from './cloud';
import { call } from './keystone-api';
import { urlOf } from './ports';

type Row = Record<string, unknown>;

/** sysinv of one cloud, as its administrator. Paths begin behind `/v1`. */
export class Platform {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async of(cloud: Cloud): Promise<Platform> {
    const { userName, password } = cloud.login('admin');
    const domain = { name: 'Default' };
    const { token } = await call(cloud.site.keystone, 'POST', '/auth/tokens', {
      body: {
        auth: {
          identity: { methods: ['password'], password: { user: { name: userName, domain, password } } },
          scope: { project: { name: 'admin', domain } },
        },
      },
    });
    if (token === null) throw new Error(`${userName} got no token`);
    return new Platform(urlOf(portOf('sysinv', cloud.site.simulator)), token);
  }

  /** Rows of a collection of a host. */
  async rows(hostname: string, collection: string): Promise<Row[]> {
    const host = (await this.list('/ihosts', 'ihosts')).find((row) => row.hostname === hostname);
    return this.list(`/ihosts/${String(host?.uuid)}/${collection}`, collection);
  }

  async post(path: string, body: Row): Promise<void> {
    const { status, body: answer } = await call(this.url, 'POST', `/v1${path}`, { token: this.token, body });
    expect(status, JSON.stringify(answer)).toBe(200);
  }

  /** Rows of any collection. */
  async list(path: string, key: string): Promise<Row[]> {
    const { body } = await call(this.url, 'GET', `/v1${path}`, { token: this.token });
    const rows: unknown = Reflect.get(Object(body), key);
    if (!Array.isArray(rows)) throw new Error(`${path} has no ${key}`);
    return rows;
  }
}
