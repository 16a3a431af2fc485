import { describe, expect, it } from 'vitest';
import { byUrgency, clockFinding, clockRows, needsAttention } from './clock-row';
import type { ClockState } from './clock-state';
import type { HostClock } from './host-clock';
import type { SyncNode, SyncTree } from './sync-node';
import { clockOf, NOW, testFault } from './test-clocks';

const base = clockOf();
const clock = (host: string, state: ClockState, changes: Partial<HostClock> = {}): HostClock => ({
  ...base,
  ...{ host, hostId: `id-${host}`, state, evidence: [] },
  ...changes,
});

const node = (
  host: string,
  depth: number,
  children: SyncNode[] = [],
  changes: Partial<SyncNode> = {},
): SyncNode => ({
  ...{ key: `host ${host}`, kind: 'host', name: host, host, port: `${host}-port`, via: null, domain: 24 },
  ...{ proof: 'lldp', depth, firstBroken: false, belowBreak: false, unknownBecauseUpstream: false, children },
  ...changes,
});
const root = (name: string, children: SyncNode[]): SyncNode => ({
  ...node(name, 0, children),
  ...{ key: name, kind: 'grandmaster', host: null, port: null },
});
const tree = (...roots: SyncNode[]): SyncTree => ({ roots, unplaced: [], ntp: [], none: [] });

const broken = tree(
  root('Grandmaster beyond leaf-2', [
    node('worker-5', 1, [node('worker-6', 2, [], { belowBreak: true, unknownBecauseUpstream: true })], {
      firstBroken: true,
      via: 'leaf-2',
    }),
  ]),
);

describe('rows', () => {
  it.each([
    ['no-fault', null, null, 'SyncE freerun'],
    ['no-fault', null, 'SyncE source lost: holdover', 'SyncE source lost: holdover'],
    ['freerun', 'Not locked', null, 'Not locked; SyncE freerun'],
  ] as const)('say of SyncE beside the state: %s', (state, note, what, why) => {
    const synce = { state: 'freerun', since: null, what, quality: null } as const;
    const [row] = clockRows([clock('worker-1', state, { note, synce })], tree());
    expect(row).toMatchObject({ state, why });
  });

  it('carry their place, and are unknown below a break whatever no alarm says of them', () => {
    const [five, six, one] = clockRows(
      [
        clock('worker-5', 'freerun', { note: 'Not locked' }),
        clock('worker-6', 'no-fault'),
        clock('worker-1', 'locked'),
      ],
      broken,
    );
    expect(five).toMatchObject({
      ...{ state: 'freerun', why: 'Not locked', source: 'Grandmaster beyond leaf-2', via: 'leaf-2' },
      ...{ port: 'worker-5-port', firstBroken: true, brokenAt: null },
    });
    expect(six).toMatchObject({
      state: 'unknown',
      why: 'Below worker-5',
      brokenAt: 'worker-5',
      firstBroken: false,
    });
    expect(one).toMatchObject({ state: 'locked', source: null, brokenAt: null });
  });

  it('ask for a person in this order', () => {
    const rows = clockRows(
      [
        clock('locked', 'locked'),
        clock('ntp', 'ntp', { follows: 'ntp' }),
        clock('shut', 'unknown', { unknown: 'locked' }),
        clock('worker-6', 'no-fault'),
        clock('slow', 'out-of-tolerance'),
        clock('holding', 'holdover'),
        clock('gone', 'unknown', { unknown: 'failed' }),
        clock('free-10', 'freerun'),
        clock('free-9', 'freerun'),
        clock('long', 'freerun', { since: NOW - 9_000 }),
        clock('worker-5', 'freerun'),
      ],
      broken,
    );
    expect([...rows].sort(byUrgency).map(({ host }) => host)).toEqual([
      ...['worker-5', 'long', 'free-9', 'free-10', 'gone', 'holding', 'slow'],
      ...['shut', 'worker-6', 'ntp', 'locked'],
    ]);
    const asked = rows.filter(needsAttention).map(({ host }) => host);
    expect(asked).not.toContain('shut');
    expect(asked).not.toContain('locked');
    expect(asked).toContain('worker-6');
  });

  it('count an alarm that suppression hides, and say so', () => {
    const suppressed = clockOf({
      alarms: [testFault('instance=ptp4l.ptp=no-lock', '', { suppressed: true })],
    });
    const [row] = clockRows([suppressed], tree());
    expect(row).toMatchObject({ state: 'freerun', suppressed: true });
    const [plain] = clockRows([clockOf({ alarms: [testFault('instance=ptp4l.ptp=no-lock')] })], tree());
    expect(plain).toMatchObject({ state: 'freerun', suppressed: false });
  });

  it('keep what was last known beside unknown alone', () => {
    const known = new Map<string, ClockState>([
      ['a', 'no-fault'],
      ['b', 'freerun'],
    ]);
    const rows = clockRows(
      [clock('a', 'unknown', { unknown: 'alarms-unread' }), clock('b', 'freerun')],
      tree(),
      known,
    );
    expect(rows.map(({ lastKnown }) => lastKnown)).toEqual(['no-fault', null]);
  });
});

describe('the finding', () => {
  const offset = (ns: number): Partial<HostClock> => ({
    offset: { ns, signed: true, atLeast: false, at: NOW, source: 'live', instance: null },
  });

  it('has the first row, its broken link, the holdover that ends first and the offset furthest out', () => {
    const holds = (leftMs: number): Partial<HostClock> => ({
      holdover: { since: NOW - 1_000, totalMs: leftMs + 1_000, leftMs },
    });
    const found = clockFinding(
      clockRows(
        [
          clock('a', 'holdover', { ...holds(7_000), note: 'Holdover' }),
          clock('b', 'holdover', { ...holds(5_000), ...offset(-1_180) }),
          clock('c', 'holdover', { holdover: { since: null, totalMs: 1, leftMs: null } }),
          clock('d', 'locked', offset(900)),
        ],
        tree(),
      ),
    );
    expect(found.holdover).toEqual({ host: 'b', until: NOW + 5_000, totalMs: 6_000 });
    expect(found.worst?.host).toBe('b');
    expect(found.first?.host).toBe('a');
    expect(found.ptp).toBe(4);
  });

  it('is empty where nothing asks for a person', () => {
    expect(clockFinding(clockRows([clock('a', 'locked')], tree()))).toMatchObject({
      ...{ ptp: 1, first: null, firstLink: null, holdover: null, worst: null },
    });
  });
});
