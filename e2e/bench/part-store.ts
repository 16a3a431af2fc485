/** The console's own store on a file and on PostgreSQL: durable writes, memory, the audit trail when it has grown. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../../simulator/launch';
import { NEEDS } from '../support/needs';
import { DATABASES } from '../support/stores';
import type { Figures, Line } from './figures';
import { rounded } from './stats';
import { SELECTION, type StoreReport, storeReport, TRAIL_LINES, WRITES } from './store-report';

const LONGEST_MS = 5 * 60_000;
const run = promisify(execFile);

export async function measureStore(figures: Figures): Promise<Line[]> {
  const lines: Line[] = [];
  const found: NonNullable<Figures['store']> = {};
  for (const { name, here, make } of DATABASES) {
    if (!here) {
      const remark = `not measured: apt-get install ${NEEDS.postgresql.packages.join(' ')}`;
      lines.push({ what: name, figure: 'unknown', remark });
      continue;
    }
    const database = await make();
    try {
      const report = await work(database.config);
      found[database.config.kind] = figuresOf(report);
      lines.push(...linesOf(name, report));
    } finally {
      await database.remove();
    }
  }
  figures.store = found;
  return lines;
}

async function work(config: object): Promise<StoreReport> {
  const node = ['--expose-gc', '--import', 'tsx', '--conditions=react-server'];
  const args = [...node, 'e2e/bench/store-load.ts', JSON.stringify(config)];
  const env = { ...process.env, ROOST_LOG_LEVEL: 'silent' };
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, env, timeout: LONGEST_MS });
  return storeReport.parse(JSON.parse(stdout));
}

const figuresOf = (report: StoreReport) => ({
  linesPerSecond: rounded((WRITES / report.linesMs) * 1_000),
  notesPerSecond: rounded((WRITES / report.notesMs) * 1_000),
  longestStopMs: rounded(report.longestStopMs, 1),
  selectionMs: rounded(report.selectionMs),
  openedMiB: rounded(report.openedMiB, 1),
  workedMiB: rounded(report.workedMiB, 1),
  newestMs: rounded(report.newestMs),
  textMs: rounded(report.textMs),
  trailMiB: rounded(report.trailMiB, 1),
});

function linesOf(name: string, report: StoreReport): Line[] {
  const perSecond = (ms: number) => `${((WRITES / ms) * 1_000).toFixed(0)}/s`;
  const inAll = (ms: number) => `${WRITES} in ${(ms / 1_000).toFixed(2)} s, each on the disk before the next`;
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const mib = (value: number) => `${value.toFixed(1)} MiB`;
  const trail = `of ${TRAIL_LINES.toLocaleString('en')} lines of the trail`;
  return [
    { what: `${name}: lines of the trail`, figure: perSecond(report.linesMs), remark: inAll(report.linesMs) },
    { what: `${name}: notes`, figure: perSecond(report.notesMs), remark: inAll(report.notesMs) },
    { what: `${name}: longest stop of the event loop meanwhile`, figure: ms(report.longestStopMs) },
    { what: `${name}: ${SELECTION} alarms marked as seen at once`, figure: ms(report.selectionMs) },
    { what: `${name}: memory, opened and migrated`, figure: mib(report.openedMiB) },
    { what: `${name}: memory after all of this`, figure: mib(report.workedMiB) },
    { what: `${name}: newest 200`, figure: ms(report.newestMs), remark: trail },
    { what: `${name}: a text that none has`, figure: ms(report.textMs), remark: trail },
    { what: `${name}: size`, figure: mib(report.trailMiB), remark: trail },
  ];
}
