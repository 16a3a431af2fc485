/** What travels of live readings: nothing of their meaning is lost, and little of it is sent twice. */
import { describe, expect, it } from 'vitest';
import { applyPatch, patchOf } from '../row-patch';
import type { LiveClocks, LiveQuantity, LiveReading, LiveSource } from './live-reading';
import { expandLive, packLive } from './live-wire';
import { testReading, testSource } from './test-clocks';

const START = Date.UTC(2026, 10, 28, 11, 20);

const byNode = (host: string, at: number, state: 'locked' | 'holdover' = 'locked'): LiveReading[] => {
  const about = { host, at, source: 'notification', sourceName: `ptp.${host}.example:8080` } as const;
  const ptp = { ...about, instance: 'ptp4l-oc' };
  return [
    testReading({ quantity: 'sync-state', value: state }, about),
    testReading({ quantity: 'os-clock', value: 'locked' }, about),
    testReading({ quantity: 'ptp-lock', value: state }, ptp),
    testReading({ quantity: 'clock-class', value: 6 }, ptp),
  ];
};

const inStore = (host: string, at: number, step = 0): LiveReading[] =>
  [
    { process: 'ptp4l', interface: 'enp94s0f0' },
    { process: 'phc2sys', interface: 'CLOCK_REALTIME' },
  ].flatMap((place, index) => {
    const about = { host, at, source: 'metrics', sourceName: 'prometheus.example', ...place } as const;
    const said: LiveQuantity[] = [
      { quantity: 'offset', value: ((host.length * 7 + step * 13 + index) % 60) - 30 },
      { quantity: 'delay', value: 300 + ((step * 7) % 90) },
      { quantity: 'frequency', value: -4_000 + step },
      index === 0 ? { quantity: 'ptp-lock', value: 'locked' } : { quantity: 'os-clock', value: 'locked' },
      ...(index === 0 ? [{ quantity: 'clock-class', value: 6 } as const] : []),
    ];
    return said.map((one) => testReading(one, about));
  });

const nodeSource = (host: string, changes: Partial<LiveSource> = {}): LiveSource =>
  testSource({ sourceName: `ptp.${host}.example:8080`, hosts: [host], ...changes });
const storeSource = (hosts: readonly string[], answeredAt: number): LiveSource =>
  testSource({ source: 'metrics', sourceName: 'prometheus.example', hosts, answeredAt });

/** A fleet that is well: nodes asked within two seconds, samples that a store has of each. */
function fleet(hosts: readonly string[], at: number, step = 0): LiveClocks {
  const nodesAt = (index: number) => at + (index % 16) * 125;
  const sampleAt = (index: number) => at - ((index * 31) % 30) * 1_000;
  return {
    readings: [
      ...hosts.flatMap((host, index) => byNode(host, nodesAt(index))),
      ...hosts.flatMap((host, index) => inStore(host, sampleAt(index), step)),
    ],
    sources: [
      ...hosts.map((host, index) => nodeSource(host, { answeredAt: nodesAt(index) })),
      storeSource(hosts, at),
    ],
  };
}

const travelled = (live: LiveClocks) => expandLive(JSON.parse(JSON.stringify(packLive(live))));

describe('live readings that travelled', () => {
  it('are what they were, each with its own time', () => {
    const live = fleet(['worker-0', 'worker-1', 'w'], START);
    expect(travelled(live)).toEqual(live);
  });

  it('keep times apart within a host: one that a node told by itself, a sample between two questions', () => {
    const [first, ...rest] = fleet(['worker-0'], START).readings;
    const told = first ? [{ ...first, at: START + 4_321 }] : [];
    const live = { readings: [...told, ...rest], sources: [] };
    expect(travelled(live).readings).toEqual(live.readings);
  });

  it('keep readings older than the hour that times are counted from', () => {
    const readings = [...byNode('a', START - 7_200_000), ...byNode('b', START)];
    expect(travelled({ readings, sources: [] }).readings).toEqual(readings);
  });

  it('keep who is silent and why, who is expected, and what a troubled node said last', () => {
    const trouble = 'It does not answer.';
    const silent = [
      nodeSource('gone', { answeredAt: null, trouble: 'It has not answered yet.' }),
      nodeSource('old', { answeredAt: START - 20_000, trouble }),
      testSource({ sourceName: 'PTP notification', hosts: ['..'], answeredAt: null, trouble: 'Unfit.' }),
      nodeSource('bare', { answeredAt: START }),
    ];
    const live = {
      readings: [...byNode('well', START), ...byNode('old', START - 20_000), ...inStore('well', START)],
      sources: [nodeSource('well', { answeredAt: START }), ...silent, storeSource(['well', 'lost'], START)],
    };
    expect(travelled(live)).toEqual(live);
    const unread = testSource({ source: 'metrics', hosts: null, answeredAt: null, trouble });
    expect(travelled({ readings: [], sources: [unread] }).sources).toEqual([unread]);
  });

  it('keep the names of nodes whose names are in the address otherwise', () => {
    const live = fleet(['p', 'ptp', 'example', 'worker-0'], START);
    expect(travelled(live)).toEqual(live);
  });

  it('leave the source’s own date behind: nothing shows it', () => {
    const [one] = byNode('a', START);
    const readings = one ? [{ ...one, saidAt: '2026-11-22T13:22:33868726Z' }] : [];
    expect(travelled({ readings, sources: [] }).readings).toMatchObject([{ saidAt: null }]);
  });

  it('are the same object for the same reading', () => {
    const wire = packLive(fleet(['a'], START));
    expect(expandLive(wire)).toBe(expandLive(wire));
  });
});

describe('a thousand hosts with both sources', () => {
  const hosts = Array.from({ length: 1_000 }, (_, index) => `worker-${index}`);
  const wire = packLive(fleet(hosts, START));
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

  it('are less than a tenth of their readings', () => {
    expect(bytes(wire)).toBeLessThan(200_000);
    expect(bytes(wire) * 10).toBeLessThan(bytes(fleet(hosts, START)));
  });

  it('are less again when every one of them was read anew', () => {
    const next = fleet(hosts, START + 15_000, 1);
    const patch = patchOf('v1', wire, packLive(next));
    expect(bytes(patch)).toBeLessThan(110_000);
    const applied = patch && applyPatch(wire, patch);
    expect(applied && expandLive(applied)).toEqual(next);
  });

  it('are a few kilobytes when ten nodes changed and the store has nothing new', () => {
    const changed = new Set(hosts.slice(100, 110));
    const { readings, sources } = fleet(hosts, START);
    const next = {
      readings: readings.flatMap((one) => {
        if (one.source !== 'notification' || !changed.has(one.host)) return [one];
        return one.quantity === 'sync-state' ? byNode(one.host, START + 3_000, 'holdover') : [];
      }),
      sources: sources.map((one) =>
        one.source === 'notification' && changed.has(one.hosts?.[0] ?? '')
          ? { ...one, answeredAt: START + 3_000 }
          : one,
      ),
    };
    const patch = patchOf('v1', wire, packLive(next));
    expect(bytes(patch)).toBeLessThan(3_000);
    const applied = patch && applyPatch(wire, patch);
    expect(applied && expandLive(applied)).toEqual(next);
  });
});
