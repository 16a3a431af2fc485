/** Where a project's tests run: one console, the cloud behind it, and whose Keystone judges the passwords. */
import { portOf } from '../../simulator/kernel/ports';
import { PORTS, urlOf } from './ports';

export type Site = {
  console: string;
  /** Base port of the simulator whose sysinv and fault management the console reads. */
  simulator: number;
  /** With its version. */
  keystone: string;
  /** Real: users are made as tests need them. Simulated: every copy of a cloud brings its own. */
  realKeystone: boolean;
};

export const SITES = {
  simulated: {
    console: urlOf(PORTS.console),
    simulator: PORTS.simulator,
    keystone: `${urlOf(portOf('keystone', PORTS.simulator))}/v3`,
    realKeystone: false,
  },
  keystone: {
    console: urlOf(PORTS.keystoneConsole),
    simulator: PORTS.keystoneSimulator,
    keystone: `${urlOf(PORTS.keystone)}/v3`,
    realKeystone: true,
  },
  proxied: {
    console: urlOf(PORTS.nginx, 'https'),
    simulator: PORTS.simulator,
    keystone: `${urlOf(portOf('keystone', PORTS.simulator))}/v3`,
    realKeystone: false,
  },
} as const satisfies Record<string, Site>;

export const controlUrl = (site: Site): string => urlOf(portOf('control', site.simulator));
