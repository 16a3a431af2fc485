/**
 * `npm test`: types, lint, unit tests with the house's boundaries, contract, build, end-to-end, on a machine that
 * may have nothing but Node. Ends with one line that counts everything: `N passed, N failed, N skipped`.
 * `npm run e2e [-- playwright arguments]`: the end-to-end part alone.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { STORES } from './support/console-env';
import { failuresOf } from './support/failures';
import { meetNeeds, NEEDS } from './support/needs';
import { PORTS } from './support/ports';

type Unmet = ReturnType<typeof meetNeeds>;
type Counts = { passed: number; failed: number; skipped: number };
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const notes: string[] = [];

/** Runs a command to its end, showing what it prints; resolves with its exit code and output. */
function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  console.log(`\n$ ${[command, ...args].join(' ')}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A step that passes or fails as a whole counts as one. */
async function step(name: string, command: string, args: string[]): Promise<boolean> {
  const { code } = await run(command, args);
  total[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) notes.push(`${name} failed`);
  return code === 0;
}

async function unit(): Promise<void> {
  const file = '.roost/unit.json';
  rmSync(file, { force: true });
  const { code } = await run('npx', [
    'vitest',
    'run',
    '--config',
    'e2e/vitest.config.mts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  add('unit', code, {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests'),
  });
}

async function contract(): Promise<void> {
  const { code, output } = await run('npm', ['run', '-s', 'contract']);
  const line = /contract: (\d+) passed, (\d+) failed/.exec(output);
  add('contract', code, { passed: Number(line?.[1] ?? 0), failed: Number(line?.[2] ?? 1), skipped: 0 });
}

/** No page's first load may grow beyond its bound (docs/bench.md). On the ports that the end-to-end tests take next. */
async function firstLoad(): Promise<void> {
  const ports = ['--port', String(PORTS.console), '--simulator-port', String(PORTS.simulator)];
  await step('first load', 'npm', ['run', '-s', 'bench', '--', 'js', '--hold', '--no-build', ...ports]);
}

async function endToEnd(args: string[], unmet: Unmet): Promise<void> {
  rmSync(STORES, { recursive: true, force: true });
  if (unmet.some(({ name }) => name === 'chromium')) {
    total.skipped += await listed(args);
    return;
  }
  // Where playwright.config.ts has its report written.
  const file = '.roost/e2e.json';
  rmSync(file, { force: true });
  const { code } = await run('npx', ['playwright', 'test', '-c', 'e2e/playwright.config.ts', ...args], {
    ROOST_WITHOUT: unmet.map(({ name }) => name).join(','),
  });
  let report: unknown;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    add('end-to-end (no report was written)', 1, { passed: 0, failed: 1, skipped: 0 });
    return;
  }
  const stats: unknown = Reflect.get(Object(report), 'stats');
  add('end-to-end', code, {
    passed: numberAt(stats, 'expected'),
    // A test that needed a second try is not a test that passed.
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
  });
  notes.push(...failuresOf(report));
}

/** How many tests there would be; at least one, so that what was skipped never counts as nothing. */
async function listed(args: string[]): Promise<number> {
  const { output } = await run('npx', [
    'playwright',
    'test',
    '-c',
    'e2e/playwright.config.ts',
    '--list',
    ...args,
  ]);
  return Math.max(1, Number(/Total: (\d+) tests?/.exec(output)?.[1] ?? 1));
}

/** Adds a suite. A suite that fails without naming a failed test, or that ran none, counts as one failure. */
function add(name: string, code: number, counts: Counts): void {
  const failed = counts.failed === 0 && (code !== 0 || counts.passed === 0) ? 1 : counts.failed;
  total.passed += counts.passed;
  total.failed += failed;
  total.skipped += counts.skipped;
  if (failed > 0) notes.push(`${name}: ${failed} failed`);
}

function numberAt(value: unknown, key: string): number {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' ? found : 0;
}

/** What a build takes on two idle cores of 2024. */
const USUAL_BUILD_MS = 50_000;

/** How much longer than usual the end-to-end tests wait, by how long the build took: their waits are for idle cores. */
function patienceFor(buildMs: number): string {
  return Math.min(4, Math.max(1, buildMs / USUAL_BUILD_MS)).toFixed(1);
}

async function main(): Promise<void> {
  const [part = 'all', ...args] = process.argv.slice(2);
  const unmet = meetNeeds();
  for (const { name, why } of unmet) notes.push(`skipped, ${NEEDS[name].covers}: ${why}`);
  if (part === 'all') {
    await step('types', 'npm', ['run', '-s', 'types']);
    await step('lint', 'npm', ['run', '-s', 'lint']);
    await unit();
    await contract();
  }
  const start = Date.now();
  const built = await step('build', 'npm', ['run', '-s', 'build']);
  process.env.ROOST_E2E_PATIENCE ||= patienceFor(Date.now() - start);
  if (built) await firstLoad();
  if (built) await endToEnd(args, unmet);
  if (notes.length > 0) console.log(`\n${notes.join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

void main();
