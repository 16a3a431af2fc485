/** Controls of fault management: alarms raised and cleared by hand, streams of them, pasts, what is suppressed. */
import { MINUTE, replay } from '../fm/seed-history';
import { FLOOD } from '../fm/streams/flood';
import type { Router } from '../kernel/http';
import { textAt, valueAt } from '../kernel/json';
import { numberAt, readAlarm, readEpisodes } from './read';
import { type ControlRoute, done, refuse } from './route';

const MOST_ALARMS = 10_000;
const MOST_ROWS = 200_000;

export function fmRoutes(routes: Router<ControlRoute>): void {
  routes.on('POST', '/control/fm/raise', ({ worlds }, body) => {
    const spec = readAlarm(body);
    if (typeof spec === 'string') return refuse(400, spec);
    return done({ uuid: worlds.map((world) => world.fm.raise(spec))[0] });
  });
  routes.on('POST', '/control/fm/clear', ({ worlds }, body) => {
    const id = textAt(body, 'alarm_id') ?? '';
    const entity = textAt(body, 'entity_instance_id') ?? '';
    return done({ cleared: worlds.filter((world) => world.fm.clear(id, entity)).length });
  });
  routes.on('POST', '/control/fm/log', ({ worlds }, body) => {
    const spec = readAlarm(body);
    if (typeof spec === 'string') return refuse(400, spec);
    return done({ uuid: worlds.map((world) => world.fm.log(spec))[0] });
  });
  routes.on('POST', '/control/fm/suppress', ({ worlds }, body) => {
    const id = textAt(body, 'alarm_id') ?? '';
    const suppressed = valueAt(body, 'suppressed') !== false;
    const known = worlds.filter((world) => world.fm.suppress(id, suppressed)).length;
    return known ? done({ known }) : refuse(404, `no alarm id ${id}`);
  });
  streamRoutes(routes);
  pastRoutes(routes);
}

function streamRoutes(routes: Router<ControlRoute>): void {
  routes.on('POST', '/control/fm/noise', ({ worlds }, body) => {
    const everyMs = numberAt(body, 'everyMs');
    if (everyMs !== undefined && everyMs <= 0) return refuse(400, 'everyMs is a number above 0');
    for (const world of worlds) world.streams.noise(valueAt(body, 'on') !== false, everyMs);
    return done();
  });
  routes.on('POST', '/control/fm/flood', ({ worlds }, body) => {
    const given = (key: keyof typeof FLOOD) => numberAt(body, key) ?? FLOOD[key];
    const alarms = given('alarms') ?? 0;
    if (!Number.isInteger(alarms) || alarms < 1 || alarms > MOST_ALARMS) {
      return refuse(400, `alarms is a number from 1 to ${MOST_ALARMS}`);
    }
    const plan = {
      alarms,
      raiseMs: given('raiseMs') ?? 0,
      clearMs: given('clearMs') ?? 0,
      changesPerMinute: given('changesPerMinute') ?? 0,
      holdMs: given('holdMs'),
    };
    for (const world of worlds) world.streams.flood(plan);
    return done();
  });
  routes.on('DELETE', '/control/fm/flood', ({ worlds }) =>
    done({ cleared: worlds.reduce((sum, world) => sum + world.streams.endFlood(), 0) }),
  );
  routes.on('POST', '/control/fm/flap', ({ worlds }, body) => {
    const spec = readAlarm(body);
    if (typeof spec === 'string') return refuse(400, spec);
    const [everyMs = MINUTE, times = 10] = [numberAt(body, 'everyMs'), numberAt(body, 'times')];
    if (everyMs <= 0 || times < 1) return refuse(400, 'everyMs is above 0, times from 1');
    for (const world of worlds) world.streams.flap(spec, everyMs, times);
    return done();
  });
}

function pastRoutes(routes: Router<ControlRoute>): void {
  routes.on('POST', '/control/fm/history', ({ worlds }, body) => {
    const [events = 0, days = 30] = [numberAt(body, 'events'), numberAt(body, 'days')];
    if (!Number.isInteger(events) || events < 1 || events > MOST_ROWS) {
      return refuse(400, `events is a number from 1 to ${MOST_ROWS}`);
    }
    if (days <= 0) return refuse(400, 'days is a number above 0');
    for (const world of worlds) world.streams.history(events, days);
    return done({ rows: worlds[0]?.fm.events.length });
  });
  routes.on('POST', '/control/fm/past', ({ worlds }, body) => {
    const episodes = readEpisodes(body);
    if (typeof episodes === 'string') return refuse(400, episodes);
    for (const world of worlds) replay(world, episodes);
    return done();
  });
  routes.on('POST', '/control/fm/event-log-max', ({ worlds }, body) => {
    const rows = numberAt(body, 'rows') ?? 0;
    if (!Number.isInteger(rows) || rows < 1) return refuse(400, 'rows is a number from 1');
    for (const world of worlds) world.fm.capEvents(rows);
    return done();
  });
}
