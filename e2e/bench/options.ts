/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import { Problem } from '../../simulator/launch';
import { PORTS } from '../support/ports';

export const PARTS = {
  js: 'first-load JavaScript of every route',
  ratio: 'the hosts page against the slowest platform request it needs',
  clocks: 'the clocks page against the slowest platform request it waits for, and how many it makes',
  filter: 'filter keystroke to paint on 1,000 rows',
  requests: 'platform requests of 1 and of 200 viewers, readMany, memory',
  alarms: 'an idle page of alarms: bytes, platform requests of 1 and of 200 viewers',
  flood: '2,000 alarms that change: frames, long tasks, keys, memory',
  events: 'the event log of 50,000 rows: first row, platform requests',
  memory: 'memory at rest and under 200 viewers',
  upload: 'memory of the console while a tarball of 30 and of 300 MB passes through',
  store: 'the own store on a file and on PostgreSQL: durable writes, memory, the trail',
} as const;
export type Part = keyof typeof PARTS;

/** What a run without PART does. `requests` comes first: memory at rest is that of a server that has just started. */
const ALL: readonly Part[] = [
  'requests',
  'js',
  'ratio',
  'clocks',
  'filter',
  'alarms',
  'flood',
  'events',
  'upload',
  'store',
];

export type Options = {
  parts: readonly Part[];
  json: string | undefined;
  build: boolean;
  /** The run fails when a route is over the bound for its JavaScript. */
  hold: boolean;
  port: number;
  simulatorPort: number;
  viewers: number;
  hosts: number;
  seconds: number;
};

export const USAGE = `usage: npm run bench -- [PART…] [--json FILE] [--no-build] [--hold] [--viewers N] [--hosts N] [--seconds N]
       [--port N] [--simulator-port BASE]

${Object.entries(PARTS)
  .map(([name, what]) => `  ${name.padEnd(9)} ${what}`)
  .join('\n')}

  --json FILE   also writes the figures as one JSON object
  --no-build    measures the build that is there, however old
  --hold        fails when the first load of a route is over its bound
  --viewers N   how many watch the hosts list at once (default 200)
  --hosts N     hosts of the cloud they watch (default 100)
  --seconds N   how long each count of requests lasts (default 60)`;

export function readOptions(args: string[]): Options {
  const named = { type: 'string' } as const;
  const options = {
    json: named,
    'no-build': { type: 'boolean' },
    hold: { type: 'boolean' },
    viewers: named,
    hosts: named,
    seconds: named,
    port: named,
    'simulator-port': named,
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const parts = positionals.map((name) => {
    const part = (Object.keys(PARTS) as Part[]).find((known) => known === name);
    if (!part) throw new Problem(`There is no part ${name}.\n\n${USAGE}`);
    return part;
  });
  return {
    parts: parts.length > 0 ? parts : ALL,
    json: values.json,
    build: !values['no-build'],
    hold: values.hold ?? false,
    port: whole(values.port, PORTS.benchConsole, 1, 65_526, '--port'),
    simulatorPort: whole(values['simulator-port'], PORTS.benchSimulator, 1, 65_526, '--simulator-port'),
    viewers: whole(values.viewers, 200, 2, 1_000, '--viewers'),
    hosts: whole(values.hosts, 100, 6, 2_000, '--hosts'),
    seconds: whole(values.seconds, 60, 5, 300, '--seconds'),
  };
}

function whole(
  text: string | undefined,
  fallback: number,
  least: number,
  most: number,
  name: string,
): number {
  const value = Number(text ?? fallback);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Problem(`${name} is a number from ${least} to ${most}`);
}
