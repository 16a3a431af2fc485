/** A Prometheus of a test's own: Debian's program, a temporary folder, loopback only. Debian's service is not used. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programPath } from './needs';
import { freePort } from './postgres';

const run = promisify(execFile);
const LONGEST_START_MS = 30_000;

/** Path of the program, or undefined when it is not installed. */
export const prometheusProgram = (): string | undefined => programPath(['prometheus']);

export type TestPrometheus = { url: string; stop: () => Promise<void> };

/**
 * Starts one that scrapes an exporter each second.
 * @param history OpenMetrics text with samples of the past, which it then has as if it had scraped them
 */
export async function startPrometheus(exporter: URL, history?: string): Promise<TestPrometheus> {
  const program = prometheusProgram();
  if (!program) throw new Error('Prometheus is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'roost-prometheus-'));
  const data = join(folder, 'data');
  if (history !== undefined) {
    writeFileSync(join(folder, 'history'), history);
    const promtool = programPath(['promtool']);
    if (!promtool) throw new Error('promtool is not installed');
    await run(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', join(folder, 'history'), data]);
  }
  const config = join(folder, 'prometheus.yml');
  writeFileSync(
    config,
    `
global: { scrape_interval: 1s, scrape_timeout: 1s }
scrape_configs:
  - job_name: ptp
    metrics_path: ${exporter.pathname}
    static_configs: [{ targets: ['${exporter.host}'] }]
`,
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    program,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until && child.exitCode === null) {
    const ready = await fetch(`${url}/-/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error('Prometheus did not start');
}
