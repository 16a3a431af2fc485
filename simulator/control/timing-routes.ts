/** Controls of the clocks: scenarios started and ended, hosts declared virtual, how every clock is. */
import type { Router } from '../kernel/http';
import { type Json, textAt, valueAt } from '../kernel/json';
import type { World } from '../kernel/world';
import { FAULT_KINDS, type Fault } from '../timing/faults';
import { isInService } from '../timing/in-service';
import { type ScenarioRequest, startScenario } from '../timing/scenarios';
import { numberAt } from './read';
import { type ControlRoute, done, refuse } from './route';

export function timingRoutes(routes: Router<ControlRoute>): void {
  routes.on('GET', '/control/timing', ({ worlds: [world] }) =>
    done({
      scenarios: FAULT_KINDS,
      faults: (world?.timing.faults ?? []).map(faultBody),
      clocks: world ? clocksOf(world) : [],
    }),
  );
  routes.on('POST', '/control/timing/start', ({ worlds }, body) => {
    const request = readScenario(body);
    if (typeof request === 'string') return refuse(400, request);
    const started = worlds.map((world) => startScenario(world, request));
    const refused = started.find((fault) => typeof fault === 'string');
    if (typeof refused === 'string') return refuse(404, refused);
    const [fault] = started;
    return done({ fault: fault && typeof fault !== 'string' ? faultBody(fault) : null });
  });
  routes.on('POST', '/control/timing/end', ({ worlds }, body) => {
    const which = { kind: textAt(body, 'scenario'), host: textAt(body, 'host') };
    return done({ ended: worlds.flatMap((world) => world.timing.end(which)).map(faultBody) });
  });
  routes.on('POST', '/control/timing/virtual', ({ worlds }, body) => {
    const host = textAt(body, 'host') ?? '';
    const known = worlds.filter((world) => world.sysinv.byName(host));
    for (const { timing } of known) {
      if (valueAt(body, 'virtual') === false) timing.virtual.delete(host);
      else timing.virtual.add(host);
    }
    return known.length > 0 ? done() : refuse(404, `no host ${host}`);
  });
}

function readScenario(body: Json): ScenarioRequest | string {
  const scenario = FAULT_KINDS.find((kind) => kind === textAt(body, 'scenario'));
  if (!scenario) return `scenario is one of ${FAULT_KINDS.join(', ')}`;
  const [minutes, age] = [numberAt(body, 'minutes'), numberAt(body, 'age')];
  if (minutes !== undefined && minutes <= 0) return 'minutes is a number above 0';
  if (age !== undefined && age < 0) return 'age is a number of minutes from 0';
  const peakNs = numberAt(body, 'peakNs');
  if (peakNs === 0) return 'peakNs is not 0';
  const given = textAt(body, 'timestamping');
  const timestamping = (['hardware', 'software', 'legacy'] as const).find((mode) => mode === given);
  if (given !== undefined && !timestamping) return 'timestamping is hardware, software or legacy';
  const all = valueAt(body, 'all');
  return {
    scenario,
    host: textAt(body, 'host'),
    minutes,
    age,
    peakNs,
    timestamping,
    ...(typeof all === 'boolean' && { all }),
  };
}

const faultBody = ({ id, kind, host, instance, since, until }: Fault) => ({
  id,
  scenario: kind,
  host,
  ...(instance !== undefined && { instance }),
  since: new Date(since).toISOString(),
  until: new Date(until).toISOString(),
});

/** One line per host in service: what its clocks would say if they were asked now. */
function clocksOf(world: World): Record<string, unknown>[] {
  const [clocks, now] = [world.timing.clocks(), world.clock.now()];
  return clocks.configuration.hosts().flatMap((host): Record<string, unknown>[] => {
    const reading = isInService(world, host) ? clocks.read(host, now) : undefined;
    if (!reading) return [];
    const { sync, ntpLost, ptp } = reading;
    if (ptp.length === 0) return [{ host, ntpLost: ntpLost ?? [] }];
    const instances = ptp.map(({ instance, role, state, clockClass, offsetNs, upstream }) => ({
      instance,
      role,
      state,
      clockClass,
      offsetNs,
      follows: upstream && ('host' in upstream ? upstream.host : upstream.external),
    }));
    return [{ host, sync, instances }];
  });
}
