/** A console of a test's own: other settings, another build, or one that has to end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { consoleEnv } from './console-env';
import { EXPECT_MS, PATIENCE } from './patience';
import { urlOf } from './ports';

const ROOT = join(__dirname, '../..');
const LONGEST_START_MS = 30_000 * PATIENCE;

export type OwnConsole = {
  url: string;
  /** Everything it wrote so far. */
  output: () => string;
  /** Sends SIGTERM and waits for the end; resolves with the exit code. */
  stop: () => Promise<number | null>;
  kill: (signal: NodeJS.Signals) => void;
  ended: Promise<number | null>;
};

/** Runs `next start` without waiting for anything. */
export function spawnConsole(port: number, env: Record<string, string>): OwnConsole {
  const child: ChildProcess = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: ROOT,
      env: { NODE_ENV: 'production', PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const kill = (signal: NodeJS.Signals) => {
    if (child.exitCode === null) child.kill(signal);
  };
  const stop = () => {
    kill('SIGTERM');
    const last = setTimeout(() => kill('SIGKILL'), EXPECT_MS);
    return ended.finally(() => clearTimeout(last));
  };
  return { url: urlOf(port), output: () => text, stop, kill, ended };
}

/** Starts a console and waits until it answers. */
export async function startConsole(port: number, env: Record<string, string> = {}): Promise<OwnConsole> {
  const own = spawnConsole(port, consoleEnv({ ROOST_URL: urlOf(port), ...env }));
  let over = false;
  void own.ended.then(() => {
    over = true;
  });
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until && !over) {
    const answer = await fetch(`${own.url}/api/live`).catch(() => undefined);
    if (answer?.ok) return own;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await own.stop();
  throw new Error(`the console on ${own.url} did not start:\n${own.output()}`);
}
