/** The simulator that recordings are replayed against, and who asks it. */
import type { World } from '../kernel/world';
import { ACCOUNTS } from '../keystone/accounts';
import type { Simulator } from '../start';
import { exchange } from './exchange';
import type { Recording } from './recording';

/** Users of the recordings, and the simulator's accounts with the same rights. */
const USERS: Record<string, string> = {
  admin: 'admin',
  reader: 'reader',
  member: 'member',
  operator: 'operator',
  configurator: 'configurator',
  'tenant-reader': 'tenant',
  reader1: 'reader',
  member1: 'member',
  operator1: 'operator',
  configurator1: 'configurator',
  tenantreader1: 'tenant',
  tenantadmin1: 'tenant-admin',
};

export class Bench {
  private tokens = new Map<string, string>();
  private copies = 0;

  constructor(readonly simulator: Simulator) {}

  /** The shared cloud for reads; for a write a copy of its own, so that no recording disturbs another. */
  cloudFor(recording: Recording): World {
    const reads = recording.method === 'GET' || recording.method === 'HEAD' || recording.method === 'OPTIONS';
    if (reads) return this.simulator.registry.shared;
    this.copies += 1;
    const world = this.simulator.registry.join(`contract${this.copies}`);
    if (!world) throw new Error('no copy of the cloud');
    return world;
  }

  /** A token of the account that stands for a recorded user, in this cloud. */
  async token(world: World, user: string): Promise<string> {
    const name = USERS[user] ?? user;
    const key = `${world.tag}/${name}`;
    const known = this.tokens.get(key);
    if (known) return known;
    if (name === 'tenant-admin') addTenantAdmin(world);
    const password = ACCOUNTS.find((account) => account.name === name)?.password ?? TENANT_ADMIN_PASSWORD;
    const project = name.startsWith('tenant') ? 'tenant-a' : 'admin';
    const suffix = world.tag ? `+${world.tag}` : '';
    const token = await logIn(this.simulator.keystoneUrl, `${name}${suffix}`, password, project);
    this.tokens.set(key, token);
    return token;
  }

  url(service: 'keystone' | 'sysinv' | 'fm' | 'ptpnotification'): string {
    return this.simulator.urls[service] ?? '';
  }
}

const TENANT_ADMIN_PASSWORD = 'Roost-tenant-admin-2026!';

/** An admin of a project that the platform does not count: the recordings have one, the simulator's accounts not. */
function addTenantAdmin(world: World): void {
  const name = `tenant-admin${world.tag ? `+${world.tag}` : ''}`;
  if (world.identity.users.some((user) => user.name === name)) return;
  const user = world.identity.addUser(name, TENANT_ADMIN_PASSWORD);
  const project = world.identity.projects.find(({ name: known }) => known === 'tenant-a');
  if (project) world.identity.grant(user.id, project.id, 'admin');
}

async function logIn(keystone: string, name: string, password: string, project: string): Promise<string> {
  const domain = { name: 'Default' };
  const identity = { methods: ['password'], password: { user: { name, domain, password } } };
  const answer = await exchange({
    url: `${keystone}/auth/tokens`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ auth: { identity, scope: { project: { name: project, domain } } } }),
  });
  const token = answer.headers['x-subject-token'];
  if (!token) throw new Error(`${name} cannot log in: ${answer.status} ${JSON.stringify(answer.body)}`);
  return token;
}
