/** `npm run bench`: what the console costs and how fast it is, on a production build. docs/bench.md explains each figure. */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { type Child, Problem, stopAll } from '../../simulator/launch';
import { type Figures, type Line, printLines } from './figures';
import { type Options, PARTS, type Part, readOptions, USAGE } from './options';
import { measureAlarms } from './part-alarms';
import { measureClocks } from './part-clocks';
import { measureEvents } from './part-events';
import { measureFilter } from './part-filter';
import { measureFlood } from './part-flood';
import { measureJs, tooHeavy } from './part-js';
import { measureRatio } from './part-ratio';
import { measureRequests } from './part-requests';
import { measureStore } from './part-store';
import { measureUpload } from './part-upload';
import { type Stage, setStage } from './stage';

/** Whatever happens, a run ends. */
const LONGEST_MS = 25 * 60_000;

const MEASURE: Record<Part, (stage: Stage, figures: Figures, options: Options) => Promise<Line[]>> = {
  js: measureJs,
  ratio: measureRatio,
  clocks: measureClocks,
  filter: measureFilter,
  alarms: measureAlarms,
  flood: measureFlood,
  events: measureEvents,
  requests: (stage, figures, options) => measureRequests(stage, options, figures),
  memory: (stage, figures, options) => measureRequests(stage, { ...options, seconds: 15 }, figures),
  store: (_, figures) => measureStore(figures),
  upload: measureUpload,
};

async function main(children: Child[]): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(USAGE);
    return;
  }
  const options = readOptions(process.argv.slice(2));
  const stage = await setStage(options, children);
  const figures: Figures = {};
  const load = () => `load ${loadavg()[0]?.toFixed(1)}`;
  for (const part of options.parts) {
    const lines = await MEASURE[part](stage, figures, options);
    printLines(`${PARTS[part]} (${load()})`, lines);
  }
  console.log(`\n${JSON.stringify(figures)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  const heavy = tooHeavy(figures);
  if (options.hold && heavy.length > 0) throw new Problem(`over the bound: ${heavy.join(', ')}`);
}

async function run(): Promise<void> {
  const children: Child[] = [];
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    await stopAll(children);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(130));
  process.on('unhandledRejection', (error) => {
    console.error(error);
    void end(1);
  });
  const overdue = setTimeout(() => {
    console.error('bench: not done after 25 minutes');
    void end(1);
  }, LONGEST_MS);
  try {
    await main(children);
    clearTimeout(overdue);
    await end(0);
  } catch (error) {
    console.error(error instanceof Problem ? `bench: ${error.message}` : error);
    await end(1);
  }
}

void run();
