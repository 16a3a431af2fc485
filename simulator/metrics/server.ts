/** Metrics of every host's clocks. `/metrics` is for a real Prometheus to scrape, `/api/v1/…` stands in for one. */
import type { Server } from 'node:http';
import type { Host } from '../kernel/service';
import { startTokenless } from '../kernel/tokenless';
import type { World } from '../kernel/world';
import type { Registry } from '../worlds/registry';
import { exposition, type Sample } from './series';
import { hostsOf, query, queryRange, readAt } from './stand-in';

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

export function startMetrics(port: number, shared: { host: Host; registry: Registry }): Promise<Server> {
  return startTokenless('metrics', port, shared, ({ world, call, path }) => {
    const reply =
      path === '/metrics'
        ? { status: 200, body: exposition(readNow(world)), headers: { 'Content-Type': TEXT } }
        : path === '/api/v1/query'
          ? query(world, call)
          : path === '/api/v1/query_range'
            ? queryRange(world, call)
            : { status: 404, body: '404 page not found\n' };
    return { pattern: path, reply };
  });
}

function readNow(world: World): Sample[] {
  const clocks = world.timing.clocks();
  return readAt(clocks, world.clock.now(), hostsOf(world, clocks));
}
