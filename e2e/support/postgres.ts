/** A PostgreSQL of a test's own: Debian's programs, a new cluster in a temporary folder, loopback only. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const DEBIAN = '/usr/lib/postgresql';
const LONGEST_START_MS = 30_000;
const run = promisify(execFile);

/** Folder of the newest PostgreSQL's programs, or undefined when none is installed. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  return readdirSync(DEBIAN)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
}

export type TestPostgres = {
  /** For DATABASE_URL. */
  url: string;
  /** Ends it at once, connections and all. */
  stop: () => Promise<void>;
  /** Starts it again with what it held. */
  start: () => Promise<void>;
  /** Stops it and removes its folder. */
  remove: () => Promise<void>;
};

/** Makes and starts a PostgreSQL. It refuses to run as root, so root lends it Debian's user for it. */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = postgresPrograms();
  if (!bin) throw new Error('PostgreSQL is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'roost-postgres-'));
  const person = process.getuid?.() === 0 ? accountOf('postgres') : undefined;
  if (person) chownSync(folder, person.uid, person.gid);
  const data = join(folder, 'data');
  const options = { ...person, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'roost', '-A', 'trust', '-E', 'UTF8'], options);
  const port = await freePort();
  let server: ChildProcess | undefined;

  const stop = async (): Promise<void> => {
    const ending = server;
    server = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    // "Fast": connections are ended, nothing is waited for.
    ending.kill('SIGINT');
    await ended;
  };
  const start = async (): Promise<void> => {
    const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder];
    const started = spawn(join(bin, 'postgres'), args, { ...options, stdio: 'ignore' });
    server = started;
    const until = Date.now() + LONGEST_START_MS;
    const ready = ['-q', '-h', '127.0.0.1', '-p', String(port), '-U', 'roost', '-d', 'postgres'];
    while (Date.now() < until && started.exitCode === null) {
      const up = await run(join(bin, 'pg_isready'), ready, options).then(
        () => true,
        () => false,
      );
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await stop();
    throw new Error('PostgreSQL did not start');
  };
  const remove = async (): Promise<void> => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await start();
  return { url: `postgres://roost@127.0.0.1:${port}/postgres`, stop, start, remove };
}

function accountOf(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = (line ?? '').split(':');
  if (!uid || !gid) throw new Error(`there is no user ${name} to run PostgreSQL`);
  return { uid: Number(uid), gid: Number(gid) };
}

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
