/** The simulator and the console side by side: what `npm run demo` and `npm run dev` have in common. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DEFAULT_BASE_PORT, portOf, SERVICES, type ServiceName } from './kernel/ports';
import { ACCOUNTS } from './keystone/accounts';
import { DEFAULTS } from './start';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NEXT = `${ROOT}node_modules/next/dist/bin/next`;
const READY_MS = 120_000;

export type Launch = {
  /** Port of the console. */
  port: number;
  simulatorPort: number;
  world: string;
  speed: string;
  /** Alarms come and go by themselves. */
  noise: boolean;
  /** The console reads clocks from the simulator's notification API and its stand-in for a Prometheus. */
  live: boolean;
};

/** Something the person at the keyboard can mend; its text is all they need to see. */
export class Problem extends Error {}

export function readLaunch(args: string[]): Launch {
  const named = { type: 'string' } as const;
  const options = {
    port: named,
    'simulator-port': named,
    world: named,
    speed: named,
    quiet: { type: 'boolean' },
    'without-live': { type: 'boolean' },
  } as const;
  type Switch = 'quiet' | 'without-live';
  let values: Partial<Record<Exclude<keyof typeof options, Switch>, string> & Record<Switch, boolean>>;
  try {
    values = parseArgs({ args, options }).values;
  } catch (error) {
    throw new Problem(
      `${error instanceof Error ? error.message : error}\nknown: --port N, --simulator-port N, --world NAME, --speed N, --quiet, --without-live`,
    );
  }
  return {
    port: portFrom(values.port, 3000, '--port'),
    simulatorPort: portFrom(values['simulator-port'], DEFAULT_BASE_PORT, '--simulator-port'),
    world: values.world ?? DEFAULTS.world,
    speed: values.speed ?? String(DEFAULTS.speed),
    noise: !values.quiet,
    live: !values['without-live'],
  };
}

function portFrom(text: string | undefined, fallback: number, name: string): number {
  const port = Number(text ?? fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65_516)
    throw new Problem(`${name} is a number from 1 to 65516`);
  return port;
}

/** Says which port is in the way before anything is started or built. */
export async function checkPorts({ port, simulatorPort }: Launch): Promise<void> {
  if (await isTaken(port)) {
    throw new Problem(
      `Port ${port}, wanted for the console, is taken. End what listens there, or use --port N.`,
    );
  }
  for (const service of SERVICES) {
    const wanted = portOf(service, simulatorPort);
    if (await isTaken(wanted)) {
      throw new Problem(
        `Port ${wanted}, wanted for the simulator's ${service}, is taken. Is another simulator running? End it, or use --simulator-port N.`,
      );
    }
  }
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** What the console is told: where Keystone is, where it is itself, and the key of its cookies. */
export function consoleEnv(launch: Launch): Record<string, string> {
  return {
    NEXT_TELEMETRY_DISABLED: '1',
    KEYSTONE_URL: `http://127.0.0.1:${portOf('keystone', launch.simulatorPort)}/v3`,
    ROOST_URL: `http://127.0.0.1:${launch.port}`,
    ROOST_SECRET: secret(),
    ...liveEnv(launch),
  };
}

/**
 * Both live sources of clocks, for the shared cloud: what somebody who signs in with a tag sees has other clocks than these.
 * Variables that the person at the keyboard has set hold.
 */
export function liveEnv({ live, port, simulatorPort }: Launch): Record<string, string> {
  if (!live) return {};
  const local = (service: ServiceName) => `http://127.0.0.1:${portOf(service, simulatorPort)}`;
  const usual = {
    ROOST_PTP_NOTIFICATION_URL: `${local('ptpnotification')}/nodes/{host}`,
    ROOST_PTP_CALLBACK_URL: `http://127.0.0.1:${port}`,
    ROOST_PROMETHEUS_URL: local('metrics'),
    // As often as the stand-in has samples.
    ROOST_PROMETHEUS_SCRAPE_SECONDS: '15',
  };
  return Object.fromEntries(Object.entries(usual).filter(([name]) => !process.env[name]));
}

/** Made once and kept, so that a restart does not sign everybody out. */
function secret(): string {
  const file = `${ROOT}.roost/secret`;
  try {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept.length >= 32) return kept;
  } catch {
    // The first start has none yet.
  }
  const made = randomBytes(33).toString('base64url');
  mkdirSync(`${ROOT}.roost`, { recursive: true });
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}

/** A child of ours and its name; `log` is a file for what it prints, or the terminal. */
export type Child = { name: string; process: ChildProcess; exited: Promise<number> };

export function start(
  name: string,
  command: string[],
  options: { env?: Record<string, string>; log?: string } = {},
): Child {
  mkdirSync(`${ROOT}.roost`, { recursive: true });
  const out = options.log ? openSync(`${ROOT}${options.log}`, 'w') : 'inherit';
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    stdio: ['ignore', out, out],
    env: { ...process.env, ...options.env },
  });
  const exited = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
  return { name, process: child, exited };
}

export function startSimulatorChild({ simulatorPort, world, speed, noise }: Launch): Child {
  const args = ['--port', String(simulatorPort), '--world', world, '--speed', speed];
  if (noise) args.push('--noise');
  return start('simulator', ['--import', 'tsx', 'simulator/main.ts', ...args], {
    log: '.roost/simulator.log',
  });
}

export function next(name: string, args: string[], env: Record<string, string>, log?: string): Child {
  return start(name, [NEXT, ...args], { env, log });
}

/** Waits until a URL answers at all; fails when the child that should answer has ended. */
export async function untilReady(url: string, child: Child, log?: string): Promise<void> {
  let ended: number | undefined;
  void child.exited.then((code) => {
    ended = code;
  });
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (ended !== undefined) {
      throw new Problem(`The ${child.name} ended before it was ready.${log ? tail(log) : ''}`);
    }
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      if (answer.status < 500) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Problem(
    `The ${child.name} was not ready after ${READY_MS / 1000} seconds.${log ? tail(log) : ''}`,
  );
}

function tail(log: string): string {
  const lines = readFileSync(`${ROOT}${log}`, 'utf8').trimEnd().split('\n').slice(-15);
  return ` The end of ${log}:\n${lines.join('\n')}`;
}

/** Ends every child, kindly, and after five seconds not. */
export async function stopAll(children: Child[]): Promise<void> {
  for (const { process: child } of children) if (child.exitCode === null) child.kill('SIGTERM');
  const all = Promise.all(children.map(({ exited }) => exited));
  const kill = setTimeout(() => {
    for (const { process: child } of children) if (child.exitCode === null) child.kill('SIGKILL');
  }, 5000);
  await all;
  clearTimeout(kill);
}

/** Runs `body`, which fills `children`; ends them all on ctrl-C, on a problem, and when one of them ends. */
export async function supervise(body: (children: Child[]) => Promise<void>): Promise<void> {
  const children: Child[] = [];
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    await stopAll(children);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
  try {
    await body(children);
    const first = await Promise.race(children.map(({ name, exited }) => exited.then(() => name)));
    if (!ending)
      console.error(`\nThe ${first} ended, so everything else does too. See .roost/ for what it wrote.`);
    await end(1);
  } catch (error) {
    if (!ending) console.error(error instanceof Problem ? `\n${error.message}` : error);
    await end(1);
  }
}

/** The accounts that most people want, neatly; simulator/README.md has the others. */
export function welcome({ port, simulatorPort, world, live }: Launch): string {
  const shown = ACCOUNTS.filter(({ name }) => ['admin', 'operator', 'reader'].includes(name));
  const lines = shown.map(({ name, password }) => `    ${name.padEnd(10)} ${password}`);
  const local = (name: ServiceName) => `http://127.0.0.1:${portOf(name, simulatorPort)}`;
  return [
    '',
    `  Roost            http://127.0.0.1:${port}`,
    `  Simulated cloud  ${world}, ${ACCOUNTS.length} accounts, domain Default:`,
    '',
    ...lines,
    '',
    `  Clocks           notification API of each host  ${local('ptpnotification')}/nodes/{host}`,
    `                   metrics, as Prometheus serves  ${local('metrics')}`,
    live ? '                   The console reads both.' : '                   The console reads neither.',
    '',
    '  Others, worlds and the control port: simulator/README.md. End with ctrl-C.',
    '',
  ].join('\n');
}

/** When a file was last written, in epoch milliseconds; 0 when it does not exist. */
export function writtenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
