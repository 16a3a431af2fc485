/**
 * A real Keystone for the tests: Debian's package on loopback, with a database, keys and configuration of its own
 * under a temporary directory, set up as StarlingX does (password rules, lock-out, the services of its catalogue).
 * `tsx e2e/support/keystone.ts` serves until SIGTERM; a second port answers once everything is in place.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog, REGION } from '../../simulator/keystone/catalog';
import { ADMIN, call, ensure, tokenOf } from './keystone-api';
import { programPath } from './needs';
import { PORTS, urlOf } from './ports';

const KEYSTONE = `${urlOf(PORTS.keystone)}/v3`;

const WRITE_AHEAD = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA journal_mode=WAL')";

/** What StarlingX sets in keystone.conf, as far as signing in shows it. */
function configuration(dir: string, firstUse: boolean): string {
  return `[DEFAULT]
log_file = ${dir}/keystone.log
[database]
connection = sqlite:///${dir}/keystone.db?timeout=30
sqlite_synchronous = false
[fernet_tokens]
key_repository = ${dir}/fernet-keys
[fernet_receipts]
key_repository = ${dir}/fernet-keys
[credential]
key_repository = ${dir}/fernet-keys
[token]
provider = fernet
expiration = 3600
[cache]
enabled = false
[identity]
password_hash_rounds = 4
[security_compliance]
lockout_failure_attempts = 5
lockout_duration = 1800
unique_last_password_count = 2
password_expires_days = 90
change_password_upon_first_use = ${firstUse}
password_regex = ^(?=.*\\d)(?=.*[a-z])(?=.*[A-Z])(?=.*[^A-Za-z0-9]).{12,}$
password_regex_description = Password must have a minimum length of 12 characters, and must contain at least 1 upper case, 1 lower case, 1 digit, and 1 special character.
`;
}

function manage(config: string, ...args: string[]): void {
  const program = programPath(['keystone-manage']);
  if (!program) throw new Error('keystone-manage is not installed');
  const done = spawnSync(program, ['--config-file', config, ...args], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`keystone-manage ${args[0]}: ${done.stderr}`);
}

/** A staged and a primary key, 32 random bytes each: what `keystone-manage fernet_setup` writes, without its seconds. */
function writeKeys(dir: string): void {
  mkdirSync(dir, { mode: 0o700 });
  for (const key of ['0', '1']) {
    const text = randomBytes(32).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
    writeFileSync(join(dir, key), text, { mode: 0o600 });
  }
}

function prepare(dir: string): string {
  const config = join(dir, 'keystone.conf');
  // The administrator that bootstrap makes must not have to change the password at once; later users do.
  writeFileSync(config, configuration(dir, false));
  writeKeys(join(dir, 'fernet-keys'));
  // Without a write-ahead log a reader of Keystone's own blocks its writer: "database is locked".
  spawnSync('python3', ['-c', WRITE_AHEAD, join(dir, 'keystone.db')]);
  manage(config, 'db_sync');
  manage(
    config,
    'bootstrap',
    ...['--bootstrap-username', ADMIN.name, '--bootstrap-password', ADMIN.password],
    ...['--bootstrap-project-name', 'admin', '--bootstrap-region-id', REGION],
    ...['public', 'internal', 'admin'].flatMap((face) => [`--bootstrap-${face}-url`, KEYSTONE]),
  );
  writeFileSync(config, configuration(dir, true));
  return config;
}

function serve(dir: string, config: string): ChildProcess {
  const program = programPath(['keystone-wsgi-public']);
  if (!program) throw new Error('keystone-wsgi-public is not installed');
  return spawn(program, ['--host', '127.0.0.1', '--port', String(PORTS.keystone)], {
    // One line per request: of use only when something is wrong.
    stdio: ['ignore', 'ignore', openSync(join(dir, 'requests.log'), 'w')],
    env: { ...process.env, OS_KEYSTONE_CONFIG_FILES: config },
  });
}

async function answering(child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) throw new Error(`Keystone ended with ${child.exitCode}`);
    const answer = await fetch(KEYSTONE, { headers: { connection: 'close' } }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Keystone does not answer');
}

/** The rest of StarlingX's catalogue points at a simulator, which asks this Keystone about tokens. */
async function fillCatalogue(): Promise<void> {
  const token = await tokenOf(KEYSTONE, ADMIN);
  for (const { type, name, endpoints } of catalog(PORTS.keystoneSimulator)) {
    if (type === 'identity') continue;
    const service_id = await ensure(KEYSTONE, token, 'service', { type, name });
    for (const { interface: face, url } of endpoints) {
      // Each costs a write; the console under test asks for public ones only.
      if (face !== 'public') continue;
      const body = { endpoint: { service_id, interface: face, url, region_id: REGION } };
      const made = await call(KEYSTONE, 'POST', '/endpoints', { token, body });
      if (made.status >= 300) throw new Error(`endpoint of ${type}: ${made.status}`);
    }
  }
  for (const name of ['operator', 'configurator']) await ensure(KEYSTONE, token, 'role', { name });
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-2_000) : '';
}

async function main(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'roost-keystone-'));
  let child: ChildProcess | undefined;
  const end = (code: number) => {
    child?.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(0));
  try {
    child = serve(dir, prepare(dir));
    child.once('exit', (code) => end(code ?? 1));
    await answering(child);
    await fillCatalogue();
    createServer((_, answer) => answer.end('ready')).listen(PORTS.keystoneReady, '127.0.0.1');
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    for (const log of ['keystone.log', 'requests.log']) console.error(tail(join(dir, log)));
    end(1);
  }
}

void main();
