/** `npm run demo`: the production build of the console against the simulator, from nothing to a URL. */
import { buildState } from './built';
import { portOf } from './kernel/ports';
import {
  checkPorts,
  consoleEnv,
  next,
  Problem,
  readLaunch,
  startSimulatorChild,
  supervise,
  untilReady,
  welcome,
} from './launch';

void supervise(async (children) => {
  const launch = readLaunch(process.argv.slice(2));
  await checkPorts(launch);
  const env = consoleEnv(launch);
  const built = buildState();
  if (built !== 'current') {
    console.log(
      built === 'stale'
        ? 'Sources changed since the last build. Building…'
        : 'Building, once. About a minute…',
    );
    const build = next('build', ['build'], env);
    children.push(build);
    if ((await build.exited) !== 0) throw new Problem('The build failed; see above.');
    children.pop();
  }
  const simulator = startSimulatorChild(launch);
  children.push(simulator);
  await untilReady(
    `http://127.0.0.1:${portOf('keystone', launch.simulatorPort)}/v3`,
    simulator,
    '.roost/simulator.log',
  );
  const args = ['start', '-H', '127.0.0.1', '-p', String(launch.port)];
  const roost = next('console', args, env, '.roost/console.log');
  children.push(roost);
  await untilReady(`http://127.0.0.1:${launch.port}/api/live`, roost, '.roost/console.log');
  console.log(welcome(launch));
});
