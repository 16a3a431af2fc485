/** Turns a recorded Keystone request into one to the simulated one. */
import { type Json, textAt, valueAt } from '../kernel/json';
import type { World } from '../kernel/world';
import { ACCOUNTS } from '../keystone/accounts';
import { LOCKOUT_ATTEMPTS } from '../keystone/state';
import type { Bench } from './bench';
import type { Prepared } from './exchange';
import type { Recording } from './recording';

type Row = { [key: string]: Json };

/** Passwords that were right in the recordings; others stay as wrong as they were. */
const RIGHT = ['Stx-dash-2026!', 'Operator-2026!', 'Operator-2027!', 'Operator-2028!', 'Operator-2029!'];

/** Users of the recordings; `op1` was a reader of tenant-a. */
const USERS: Record<string, string> = { admin: 'admin', op1: 'tenant' };

/** Recorded ids with the names that they stand for, gathered from every recorded body. */
export class KeystoneIds {
  private readonly names = new Map<string, string>();

  constructor(recordings: readonly Recording[]) {
    for (const { service, body } of recordings) if (service === 'keystone') this.learn(body);
  }

  private learn(body: Json): void {
    if (Array.isArray(body)) for (const item of body) this.learn(item);
    else if (body !== null && typeof body === 'object') {
      const { id, name } = body;
      if (typeof id === 'string' && typeof name === 'string') this.names.set(id, name);
      for (const item of Object.values(body)) this.learn(item);
    }
  }

  /** The simulated id of a user, project or role with the name that a recorded id had. */
  like(id: string, collection: string, world: World, expired: boolean): string {
    const recorded = this.names.get(id);
    const { users, projects, roles } = world.identity;
    const rows = collection === 'users' ? users : collection === 'projects' ? projects : roles;
    const user = collection === 'users' ? (expired ? 'expired' : USERS[recorded ?? '']) : undefined;
    const name = user ?? recorded;
    const found = [...rows].find((row) => row.name === name || row.name === `${name}+${world.tag}`);
    return found?.id ?? id;
  }
}

export async function prepareKeystone(
  bench: Bench,
  ids: KeystoneIds,
  recording: Recording,
): Promise<Prepared | string> {
  const { file, method, note, requestBody, status } = recording;
  const world = bench.cloudFor(recording);
  const expired =
    /expired/.test(textAt(recording.body, 'error', 'message') ?? '') || /expired password can/.test(note);
  const path = recording.path.replace(/(\w+)\/([0-9a-f]{32})\b/g, (_, collection: string, id: string) => {
    return `${collection}/${ids.like(id, collection, world, expired)}`;
  });
  const headers: Record<string, string> = { ...recording.headers };
  delete headers['Content-Length'];
  const caller = file.includes('reader') && !file.includes('token-create') ? 'tenant-reader' : 'admin';
  const token = await bench.token(world, caller);
  if ('X-Auth-Token' in headers)
    headers['X-Auth-Token'] = status === 401 && method === 'GET' ? 'garbage' : token;
  if ('X-Subject-Token' in headers) headers['X-Subject-Token'] = status === 404 ? 'garbage' : token;
  const prepared: Prepared = { url: bench.url('keystone') + path, method, headers };
  if (/while the account is locked/.test(note)) lockOut(world, requestBody);
  if (requestBody !== null) prepared.body = JSON.stringify(translate(requestBody, world, expired));
  return prepared;
}

/** Accounts lock themselves: as many wrong passwords as it takes. */
function lockOut(world: World, body: Json): void {
  const name = textAt(body, 'auth', 'identity', 'password', 'user', 'name') ?? '';
  const user = world.identity.users.find((known) => known.name === accountName(name, world, false));
  for (let n = 0; user && n < LOCKOUT_ATTEMPTS; n++) world.identity.check(user, 'wrong');
}

function accountName(recorded: string, world: World, expired: boolean): string {
  const name = expired ? 'expired' : USERS[recorded];
  return name === undefined ? recorded : `${name}${world.tag ? `+${world.tag}` : ''}`;
}

/** Names and right passwords of the recordings become those of the simulated accounts. */
function translate(value: Json, world: World, expired: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => translate(item, world, expired));
  if (value === null || typeof value !== 'object') return value;
  const copy: Row = {};
  for (const [key, item] of Object.entries(value)) copy[key] = translate(item, world, expired);
  const name = textAt(value, 'name');
  const isLogIn =
    name !== undefined && valueAt(value, 'domain') !== undefined && valueAt(value, 'password') !== undefined;
  if (isLogIn) copy.name = accountName(name, world, expired);
  if (isLogIn && RIGHT.includes(String(copy.password))) copy.password = passwordOf(copy.name);
  // Creating a user that is there already.
  if (typeof copy.domain_id === 'string' && name !== undefined && USERS[name]) {
    copy.name = accountName(name, world, expired);
  }
  if (typeof copy.original_password === 'string' && RIGHT.includes(copy.original_password)) {
    copy.original_password = passwordOf(expired ? 'expired' : 'tenant');
  }
  return copy;
}

function passwordOf(name: Json | undefined): string {
  const account = String(name).split('+')[0];
  return ACCOUNTS.find((known) => known.name === account)?.password ?? '';
}
