/** Starts a whole simulator in this process: every service on its port, the control port, the clouds. */
import type { Server } from 'node:http';
import { startControl } from './control/server';
import { fmService } from './fm/service';
import { externalTokens } from './kernel/external-tokens';
import { FaultList } from './kernel/faults';
import { DEFAULT_BASE_PORT, portOf, SERVICES, type ServiceName } from './kernel/ports';
import { RequestCounts } from './kernel/requests';
import { type Host, type Service, startService } from './kernel/service';
import type { WorldName } from './kernel/world';
import { catalog } from './keystone/catalog';
import { startKeystone } from './keystone/server';
import { TokenStore } from './keystone/tokens';
import { startMetrics } from './metrics/server';
import { UNMODELLED, unmodelled } from './others/services';
import { startNotification } from './ptp-notification/server';
import { sysinvService } from './sysinv/service';
import { Registry } from './worlds/registry';

export type SimulatorOptions = {
  /** The shared world; isolated copies may name another. */
  world: WorldName;
  /** The first of twelve ports, see kernel/ports.ts. */
  port: number;
  /** How many times faster than in life hosts boot, lock, are installed. */
  speed: number;
  /** Life of a token from a password, in seconds. */
  tokenTtl: number;
  /** Alarms come and go by themselves. */
  noise?: boolean;
  /** So many rows of older events, over 30 days. */
  events?: number;
  /** A real Keystone (with `/v3`) that judges the tokens; the simulator then serves none of its own. */
  keystone?: string;
};

/**
 * As the demo has it. Ten times faster: an unlock that takes a real worker seven minutes takes most of one here,
 * slow enough to watch every state pass.
 */
export const DEFAULTS: SimulatorOptions = {
  world: 'standard',
  port: DEFAULT_BASE_PORT,
  speed: 10,
  tokenTtl: 3600,
};

export type Simulator = {
  registry: Registry;
  tokens: TokenStore;
  /** `http://127.0.0.1:PORT` of each service that runs here. */
  urls: Partial<Record<ServiceName, string>>;
  keystoneUrl: string;
  stop: () => Promise<void>;
};

/** A port that something else listens on. */
export class PortTaken extends Error {
  constructor(
    readonly service: ServiceName,
    readonly port: number,
  ) {
    super(`port ${port}, wanted for ${service}, is taken: end what listens there or choose another --port`);
  }
}

/** Starts everything; rejects with PortTaken, and leaves nothing running, when a port is not free. */
export async function startSimulator(given: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const options = { ...DEFAULTS, ...given };
  const tokens = new TokenStore(options.tokenTtl * 1000);
  const registry = new Registry({
    world: options.world,
    speed: options.speed,
    noise: options.noise,
    events: options.events,
    onDrop: (world) => tokens.dropWorld(world),
  });
  const external = options.keystone ? externalTokens(options.keystone, registry) : undefined;
  const host: Host = {
    callerOf: async (token) => {
      const verdict = external ? await external(token) : tokens.callerOf(token);
      if (verdict && verdict !== 'unreachable') registry.touch(verdict.world);
      return verdict;
    },
    faults: new FaultList(),
    requests: new RequestCounts(),
  };
  const keystoneUrl = options.keystone ?? `http://127.0.0.1:${portOf('keystone', options.port)}/v3`;
  const services: Service[] = [
    sysinvService(keystoneUrl),
    fmService(keystoneUrl, host.faults),
    ...UNMODELLED.map((name) => unmodelled(name, keystoneUrl)),
  ];
  const servers = new Map<ServiceName, Server>();
  const open = async (name: ServiceName, start: (port: number) => Promise<Server>) => {
    const port = portOf(name, options.port);
    try {
      servers.set(name, await start(port));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
        throw new PortTaken(name, port);
      throw error;
    }
  };
  const sweeper = setInterval(() => registry.sweep(), 60_000);
  sweeper.unref();
  const stop = async () => {
    clearInterval(sweeper);
    registry.stop();
    await Promise.all([...servers.values()].map(close));
  };
  try {
    if (!external) {
      const keystone = { registry, tokens, catalog: catalog(options.port) };
      await open('keystone', (port) => startKeystone(keystone, port, host));
    }
    for (const service of services) await open(service.name, (port) => startService(service, port, host));
    await open('control', (port) => startControl({ registry, tokens, host }, port));
    await open('ptpnotification', (port) => startNotification(port, { registry, host }));
    await open('metrics', (port) => startMetrics(port, { registry, host }));
  } catch (error) {
    await stop();
    throw error;
  }
  const urls = Object.fromEntries(
    SERVICES.filter((name) => servers.has(name)).map((name) => [
      name,
      `http://127.0.0.1:${portOf(name, options.port)}`,
    ]),
  );
  return { registry, tokens, urls, keystoneUrl, stop };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
