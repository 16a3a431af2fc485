/** `tsx simulator/main.ts`: the embedded StarlingX as a process of its own. */
import { parseArgs } from 'node:util';
import { WORLD_NAMES } from './kernel/world';
import { ACCOUNTS } from './keystone/accounts';
import { DEFAULTS, PortTaken, type SimulatorOptions, startSimulator } from './start';

const USAGE = `usage: tsx simulator/main.ts [--world ${WORLD_NAMES.join('|')}] [--port BASE] [--speed N]
       [--token-ttl SECONDS] [--keystone URL] [--noise] [--events N]

  --world      the shared cloud (default ${DEFAULTS.world})
  --port       first of twelve ports on 127.0.0.1 (default ${DEFAULTS.port})
  --speed      how many times faster than in life hosts boot, lock, are installed (default ${DEFAULTS.speed})
  --token-ttl  life of a token in seconds (default ${DEFAULTS.tokenTtl})
  --keystone   a real Keystone with /v3 that judges the tokens; none is served here then
  --noise      alarms come and go by themselves
  --events     so many rows of older events, over 30 days (at most 200000)`;

/** The command line's options, or a sentence about what is wrong with it. */
export function readOptions(args: string[]): SimulatorOptions | string {
  const named = { type: 'string' } as const;
  let values: Partial<Record<'world' | 'port' | 'speed' | 'token-ttl' | 'keystone' | 'events', string>> & {
    noise?: boolean;
  };
  try {
    values = parseArgs({
      args,
      options: {
        world: named,
        port: named,
        speed: named,
        'token-ttl': named,
        keystone: named,
        events: named,
        noise: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : 'the command line cannot be read';
  }
  const world = WORLD_NAMES.find((name) => name === (values.world ?? DEFAULTS.world));
  if (!world) return `--world is one of ${WORLD_NAMES.join(', ')}`;
  const port = Number(values.port ?? DEFAULTS.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_516) return '--port is a number from 1 to 65516';
  const speed = Number(values.speed ?? DEFAULTS.speed);
  if (!(speed > 0)) return '--speed is a number above 0';
  const tokenTtl = Number(values['token-ttl'] ?? DEFAULTS.tokenTtl);
  if (!(tokenTtl > 0)) return '--token-ttl is a number of seconds above 0';
  if (values.keystone !== undefined && !URL.canParse(values.keystone)) return '--keystone is a URL, with /v3';
  const events = values.events === undefined ? undefined : Number(values.events);
  if (events !== undefined && !(Number.isInteger(events) && events > 0 && events <= 200_000)) {
    return '--events is a number from 1 to 200000';
  }
  return {
    world,
    port,
    speed,
    tokenTtl,
    ...(values.keystone !== undefined && { keystone: values.keystone }),
    ...(values.noise && { noise: true }),
    ...(events !== undefined && { events }),
  };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(`simulator: ${options}\n\n${USAGE}`);
    process.exit(2);
  }
  try {
    const simulator = await startSimulator(options);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
    }
    console.log(`simulator: world ${options.world}, ${options.speed} times faster than life`);
    for (const [name, url] of Object.entries(simulator.urls)) console.log(`  ${name.padEnd(15)} ${url}`);
    if (options.keystone) {
      console.log(`  tokens are judged by ${options.keystone}`);
    } else {
      console.log('accounts (domain Default):');
      for (const { name, password } of ACCOUNTS) console.log(`  ${name.padEnd(13)} ${password}`);
    }
    console.log('ready');
  } catch (error) {
    console.error(`simulator: ${error instanceof PortTaken ? error.message : error}`);
    process.exit(1);
  }
}

if (process.argv[1]?.endsWith('main.ts')) void main();
