/**
 * Every server that the end-to-end tests start, on loopback. Clear of the demo's ports, so that both can run.
 * ROOST_E2E_PORT_BASE moves all of them: the consoles from there on, the simulators 12,000 above.
 */
import { PORTS_PER_SIMULATOR } from '../../simulator/kernel/ports';

const BASE = Number(process.env.ROOST_E2E_PORT_BASE || 3_400);
const SIMULATED = BASE + 12_000;

export const PORTS = {
  /** First of the ports of the simulator that most tests use: twenty are kept for each, simulator/kernel/ports.ts. */
  simulator: SIMULATED,
  console: BASE,
  /** A real Keystone, what says that it is ready, and the console that signs in with it. */
  keystone: SIMULATED + 200,
  keystoneReady: SIMULATED + 201,
  keystoneSimulator: SIMULATED + 20,
  keystoneConsole: BASE + 1,
  /** TLS in front of a console: Debian's nginx. */
  nginx: BASE + 43,
  nginxConsole: BASE + 2,
  /** `npm run bench`: a console of its own, and the first of its simulator's ports. */
  benchConsole: 3_360,
  benchSimulator: 16_360,
} as const;

/** Servers that one test starts for itself: ports by the worker that runs it, so that two never meet. */
export const ownPorts = (worker: number) => ({
  console: BASE + 10 + worker * 4,
  secondConsole: BASE + 11 + worker * 4,
  simulator: SIMULATED + 40 + worker * PORTS_PER_SIMULATOR,
});

export const urlOf = (port: number, scheme: 'http' | 'https' = 'http'): string =>
  `${scheme}://127.0.0.1:${port}`;
