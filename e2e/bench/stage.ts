/** What everything is measured on: a production build of the console and a simulator, both our own, on loopback. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildState } from '../../simulator/built';
import { ControlClient } from '../../simulator/control/client';
import { portOf } from '../../simulator/kernel/ports';
import {
  type Child,
  checkPorts,
  next,
  Problem,
  ROOT,
  startSimulatorChild,
  untilReady,
} from '../../simulator/launch';
import { urlOf } from '../support/ports';
import type { Options } from './options';
import { Viewer } from './viewer';

export type Stage = {
  /** Origin of the console. */
  url: string;
  /** Process of the console. */
  pid: number;
  control: ControlClient;
  /** Where a service of the simulator listens. */
  service: (name: 'keystone' | 'sysinv' | 'fm') => string;
  /** Id of the server action `readMany` in this build. */
  readManyId: string;
  /** A viewer who has signed in; `user` may carry the tag of a copy (simulator/README.md). */
  signIn: (user: string) => Promise<Viewer>;
};

/** Starts both and fills `children`; builds first when the build is missing or stale. */
export async function setStage(options: Options, children: Child[]): Promise<Stage> {
  const { port, simulatorPort } = options;
  const launch = { port, simulatorPort, world: 'simplex', speed: '1', noise: false, live: false };
  await checkPorts(launch);
  const url = urlOf(options.port);
  const env = {
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    KEYSTONE_URL: `${urlOf(portOf('keystone', options.simulatorPort))}/v3`,
    ROOST_URL: url,
    ROOST_SECRET: 'only-for-the-bench-0123456789-0123456789',
    ROOST_LOG_LEVEL: 'warn',
    ROOST_DATA_DIR: mkdtempSync(join(tmpdir(), 'roost-bench-')),
  };
  await build(options, env, children);
  const simulator = startSimulatorChild(launch);
  children.push(simulator);
  await untilReady(env.KEYSTONE_URL, simulator, '.roost/simulator.log');
  const args = ['start', '-H', '127.0.0.1', '-p', String(options.port)];
  const roost = next('console', args, env, '.roost/console.log');
  children.push(roost);
  await untilReady(`${url}/api/live`, roost, '.roost/console.log');
  return {
    url,
    pid: roost.process.pid ?? 0,
    control: new ControlClient(urlOf(portOf('control', options.simulatorPort))),
    service: (name) => urlOf(portOf(name, options.simulatorPort)),
    readManyId: actionId('readMany'),
    signIn: async (user) => {
      const viewer = new Viewer(url);
      await viewer.signIn(user);
      return viewer;
    },
  };
}

async function build(options: Options, env: Record<string, string>, children: Child[]): Promise<void> {
  const state = buildState();
  if (state === 'current') return;
  if (!options.build) {
    if (state === 'missing') throw new Problem('There is no build; leave --no-build away.');
    console.log('The build is older than the sources.');
    return;
  }
  console.log(`The build is ${state}. Building…`);
  const builder = next('build', ['build'], env, '.roost/build.log');
  children.push(builder);
  if ((await builder.exited) !== 0) throw new Problem('The build failed; see .roost/build.log.');
  children.pop();
}

/** The id that this build gave a server action: what a browser sends in the header `next-action`. */
function actionId(name: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(`${ROOT}.next/server/server-reference-manifest.json`, 'utf8'),
  );
  const actions: unknown = Reflect.get(Object(manifest), 'node');
  for (const [id, action] of Object.entries(Object(actions)))
    if (Reflect.get(Object(action), 'exportedName') === name) return id;
  throw new Problem(`The build has no server action ${name}.`);
}
