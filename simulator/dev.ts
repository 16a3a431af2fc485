/** `npm run dev`: the console under development, which rebuilds as files change, against the simulator. */
import { portOf } from './kernel/ports';
import {
  checkPorts,
  consoleEnv,
  next,
  readLaunch,
  startSimulatorChild,
  supervise,
  untilReady,
  welcome,
} from './launch';

void supervise(async (children) => {
  const launch = readLaunch(process.argv.slice(2));
  await checkPorts(launch);
  const simulator = startSimulatorChild(launch);
  children.push(simulator);
  await untilReady(
    `http://127.0.0.1:${portOf('keystone', launch.simulatorPort)}/v3`,
    simulator,
    '.roost/simulator.log',
  );
  const roost = next('console', ['dev', '-H', '127.0.0.1', '-p', String(launch.port)], consoleEnv(launch));
  children.push(roost);
  await untilReady(`http://127.0.0.1:${launch.port}/api/live`, roost);
  console.log(welcome(launch));
});
