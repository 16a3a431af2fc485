import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { World } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { specOf } from '../catalogue';
import type { Event } from '../state';
import { FLOOD } from './flood';

// Time passes only where a test advances it.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const fresh = (tag: string, name: World['name'] = 'standard') => createWorld(name, tag, { speed: 1 });
const keys = (world: World) =>
  world.fm.alarms.map(({ alarm_id, entity_instance_id }) => `${alarm_id} ${entity_instance_id}`);
const told = ({ alarm_id, entity_instance_id, state, severity, uuid }: Event) =>
  [alarm_id, entity_instance_id, state, severity, uuid].join(' ');

/** Every raise and clear in the order of the log; throws where they are no pairs. */
function expectPairs(events: readonly Event[], active: ReadonlySet<string>): number {
  const up = new Set<string>();
  let pairs = 0;
  for (const { alarm_id, entity_instance_id, state } of events) {
    const key = `${alarm_id} ${entity_instance_id}`;
    if (state === 'set') up.add(key);
    if (state === 'clear') {
      expect(up.delete(key), `${key} is cleared without having been set`).toBe(true);
      pairs += 1;
    }
  }
  expect([...up].filter((key) => !active.has(key))).toEqual([]);
  return pairs;
}

describe('noise', () => {
  it('is silence unless it is asked for', () => {
    const world = fresh('silent');
    const before = world.fm.events.length;
    world.clock.advance(DAY);
    expect(world.fm.events.length).toBe(before);
  });

  it('raises about one alarm in ten minutes, clears them in time, and leaves those of the world alone', () => {
    const world = fresh('noise');
    const before = keys(world);
    const since = world.clock.now();
    world.streams.noise(true);
    world.clock.advance(2 * DAY);
    const events = world.fm.events.filter(({ timestamp }) => timestamp >= since);
    const entities = new Set(
      events
        .filter(({ state }) => state === 'set')
        .map((event) => `${event.alarm_id} ${event.entity_instance_id}`),
    );
    expect(entities.size).toBeGreaterThan(60);
    const raises = events.filter(({ state }) => state === 'set').length;
    // 288 strikes in two days, some of them met by an alarm that is up, some flapping.
    expect(raises).toBeGreaterThan(200);
    expect(raises).toBeLessThan(800);
    expectPairs(events, new Set(keys(world)));
    for (const key of before) expect(keys(world)).toContain(key);
    // What comes by and by also goes: no pile of alarms after two days.
    expect(keys(world).length - before.length).toBeLessThan(40);
    world.streams.noise(false);
    expect(keys(world)).toEqual(before);
    world.clock.advance(DAY);
    expect(keys(world)).toEqual(before);
  });

  it('is the same for the same world and clock, and another for another', () => {
    const tail = (tag: string, steps: number[]) => {
      const world = createWorld('standard', tag, { speed: 1, noise: true });
      for (const ms of steps) world.clock.advance(ms);
      return world.fm.events.slice(-40).map(told);
    };
    expect(tail('same', [6 * HOUR])).toEqual(tail('same', [HOUR, 3 * HOUR, 2 * HOUR]));
    expect(tail('same', [6 * HOUR])).not.toEqual(tail('other', [6 * HOUR]));
  });

  it('names only hosts that are in service, and clocks in the forms that their monitors write', () => {
    const world = fresh('hosts');
    const [since, seeded] = [world.clock.now(), new Set(world.fm.events)];
    world.streams.noise(true, MINUTE);
    world.clock.advance(2 * DAY);
    const events = world.fm.events.filter((event) => !seeded.has(event) && event.timestamp >= since);
    const named = new Set(
      events.flatMap((event) => /^host=([^.]+)/.exec(event.entity_instance_id)?.[1] ?? []),
    );
    expect(named).toContain('worker-0');
    for (const away of ['worker-3', 'worker-4', 'worker-8', 'worker-9']) expect(named).not.toContain(away);
    const clocks = new Set(
      events.filter(({ alarm_id }) => alarm_id === '100.119').map((event) => event.entity_instance_id),
    );
    const instances = world.sysinv.cloud('ptp_instances');
    for (const entity of clocks) {
      const [, host = '', name = ''] = /^host=([^.]+)\.(?:instance|phc2sys)=([^.]+)\./.exec(entity) ?? [];
      const assigned = instances.find((row) => row.name === name)?.hostnames;
      if (entity.endsWith('GNSS-signal-loss')) expect(entity).toContain('host=worker-0.');
      else expect(Array.isArray(assigned) && assigned.includes(host), entity).toBe(true);
    }
    const forms = new Set([...clocks].map((entity) => entity.replace(/^host=[^.]+/, '')));
    for (const form of [
      '.instance=ptp4l-oc.ptp',
      '.instance=ptp4l-oc.ptp=no-lock',
      '.instance=ptp4l-bc.ptp=out-of-tolerance',
      '.interface=enp94s0f0.ptp=GNSS-signal-loss',
      '.phc2sys=phc2sys-ha.phc2sys=no-source-clock',
    ]) {
      expect(forms).toContain(form);
    }
    const servers = events.filter(({ alarm_id }) => alarm_id === '100.114');
    for (const { entity_instance_id } of servers) expect(entity_instance_id).toMatch(/^host=storage-/);
    expect(
      events.some(({ entity_instance_id }) => /^host=[\w-]+\.ntp=2001:db8:7::123$/.test(entity_instance_id)),
    ).toBe(true);
  });
});

describe('a flood', () => {
  it('raises 2,000 alarms over a minute, changes them, and clears them', () => {
    const world = fresh('flood');
    const before = keys(world);
    const up = () => world.fm.alarms.length - before.length;
    world.streams.flood({ ...FLOOD, holdMs: 5 * MINUTE });
    expect(up()).toBe(0);
    world.clock.advance(30_000);
    expect(up()).toBeGreaterThan(950);
    expect(up()).toBeLessThan(1050);
    world.clock.advance(30_000);
    expect(up()).toBe(2000);
    const rows = JSON.stringify(world.fm.alarms);
    const events = world.fm.events.length;
    world.fm.capEvents(100_000);
    world.clock.advance(MINUTE);
    expect(JSON.stringify(world.fm.alarms)).not.toBe(rows);
    // 600 changes, each of which the log tells, but for those that hit an alarm that is down.
    expect(world.fm.events.length - events).toBeGreaterThan(550);
    expect(world.fm.events.length - events).toBeLessThanOrEqual(600);
    expect(up()).toBeGreaterThan(1890);
    const levels = new Set(world.fm.alarms.map(({ severity }) => severity));
    expect(levels).toEqual(new Set(['critical', 'major', 'minor', 'warning']));
    world.clock.advance(4 * MINUTE + 30_000);
    expect(up()).toBeGreaterThan(800);
    expect(up()).toBeLessThan(1200);
    world.clock.advance(31_000);
    expect(keys(world)).toEqual(before);
  });

  it('can be ended in the middle, and a second one ends the first', () => {
    const world = fresh('ended');
    const before = keys(world);
    world.streams.flood({ ...FLOOD, alarms: 300, raiseMs: 0 });
    world.clock.advance(1000);
    world.streams.flood({ ...FLOOD, alarms: 50, raiseMs: 0 });
    world.clock.advance(1000);
    expect(world.fm.alarms.length - before.length).toBeLessThanOrEqual(50);
    expect(world.streams.endFlood()).toBeGreaterThan(40);
    world.clock.advance(HOUR);
    expect(keys(world)).toEqual(before);
    expect(world.streams.endFlood()).toBe(0);
  });
});

describe('flapping', () => {
  it('raises and clears one alarm so many times', () => {
    const world = fresh('flap');
    const spec = specOf({ alarm_id: '300.002', entity_instance_id: 'host=worker-1.interface=data0' });
    world.streams.flap(spec, 20_000, 3);
    const up = () => world.fm.find(spec.alarm_id, spec.entity_instance_id) !== undefined;
    const seen = Array.from({ length: 6 }, () => {
      const now = up();
      world.clock.advance(10_000);
      return now;
    });
    expect(seen).toEqual([true, false, true, false, true, false]);
    world.clock.advance(HOUR);
    expect(up()).toBe(false);
    const events = world.fm.events.filter((event) => event.entity_instance_id === spec.entity_instance_id);
    expect(events.map(({ state }) => state)).toEqual(['set', 'clear', 'set', 'clear', 'set', 'clear']);
    // Every raise is an alarm of its own, as in life.
    expect(new Set(events.map(({ uuid }) => uuid)).size).toBe(6);
  });
});

describe('a long past', () => {
  it.each(['standard', 'simplex', 'fleet'] as const)(
    'of %s has as many rows as asked, in pairs, over 30 days',
    (name) => {
      const world = fresh('past', name);
      const [active, seeded] = [keys(world), new Set(world.fm.events)];
      world.streams.history(20_000);
      const { events } = world.fm;
      expect(events.length).toBe(seeded.size + 20_000);
      expect(keys(world)).toEqual(active);
      const pairs = expectPairs(
        events.filter((event) => !seeded.has(event)),
        new Set(),
      );
      expect(pairs).toBeGreaterThan(5000);
      const times = events.map(({ timestamp }) => timestamp);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const days = new Set(times.map((at) => Math.floor(at / DAY)));
      expect(days.size).toBeGreaterThanOrEqual(30);
      expect(times.at(-1)).toBeLessThanOrEqual(world.clock.now());
      expect(new Set(events.map(({ state }) => state))).toEqual(new Set(['set', 'clear', 'log']));
    },
  );

  it('raises the cap of the log to hold it; without, the log keeps 4,000 rows', () => {
    const world = fresh('cap');
    const spec = specOf({ alarm_id: '200.022', entity_instance_id: 'host=worker-1.status=online' });
    for (let n = 0; n < 4500; n += 1) world.fm.log(spec);
    expect(world.fm.events.length).toBe(4000);
    world.streams.history(6000);
    expect(world.fm.events.length).toBe(10_000);
    world.fm.log(spec);
    expect(world.fm.events.length).toBe(10_000);
    world.fm.capEvents(500);
    expect(world.fm.events.length).toBe(500);
  });

  it('changes nothing that the world has without it', () => {
    const plain = fresh('same');
    const noisy = createWorld('standard', 'same', { speed: 1, noise: true, events: 5000 });
    expect(noisy.fm.alarms.map(({ uuid }) => uuid)).toEqual(plain.fm.alarms.map(({ uuid }) => uuid));
    const known = new Set(noisy.fm.events.map(told));
    expect(plain.fm.events.map(told).filter((event) => !known.has(event))).toEqual([]);
  });
});
