import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloudEventFault, decodeStates, decodeV1State, RESOURCES } from './current-state';
import { decodeSubscriptions } from './subscriptions';

const recorded = (name: string): unknown => {
  const file = resolve(__dirname, `../../../simulator/recordings/ptp-notification/${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')).body;
};
const brief = (body: unknown) =>
  decodeStates(body).said.map(({ quantity, value, instance }) => [quantity, value, instance]);

const event = (resource: string, value: unknown, at = '/./worker-0') => ({
  ...{ id: '1', specversion: '1.0', source: resource, type: 'event.x', time: '2026-11-22T13:22:33868726Z' },
  data: { version: '1.0', values: [{ ResourceAddress: `${at}${resource}`, value }] },
});

describe('states of v2', () => {
  it.each([
    ['v2-sync-state', [['sync-state', 'locked', null]]],
    ['v2-os-clock', [['os-clock', 'freerun', null]]],
    [
      'v2-lock-state',
      [
        ['ptp-lock', 'locked', 'ptp-inst1'],
        ['ptp-lock', 'holdover', 'ptp-inst2'],
      ],
    ],
    ['v2-clock-class', [['clock-class', 6, 'ptp-inst1']]],
    ['v2-gnss', [['gnss', 'SYNCHRONIZED', 'ts1']]],
    ['v2-synce-quality', [['synce-quality', 2, 'synce-inst1']]],
  ])('%s as recorded', (name, expected) => {
    expect(brief(recorded(name))).toEqual(expected);
    expect(decodeStates(recorded(name)).unreadable).toEqual([]);
    expect(cloudEventFault(recorded(name))).toBeUndefined();
  });

  it('keep the date as text, and the node only where it is named', () => {
    expect(decodeStates(recorded('v2-sync-state')).said[0]).toMatchObject({
      saidAt: '2026-11-22T13:22:33868726Z',
      node: null,
    });
    expect(decodeStates(event(RESOURCES[0], 'LOCKED')).said[0]?.node).toBe('worker-0');
  });

  it('are read from the older forms, under keys', () => {
    const one = event(RESOURCES[2], 'HOLDOVER', '/./worker-0/inst1');
    for (const body of [{ inst1: one }, { ptp_lock_state: [one] }])
      expect(brief(body)).toEqual([['ptp-lock', 'holdover', 'inst1']]);
  });

  it('are left out, not unreadable, where the node itself does not know or we do not show it', () => {
    for (const body of [
      event('/sync/synce-status/lock-state', 'Unknown'),
      event('/sync/synce-status/clock-quality', '255'),
      event('/sync/synce-status/lock-state-extended', 'LOCKED_HO_ACQ'),
      [],
    ])
      expect(decodeStates(body)).toEqual({ said: [], unreadable: [] });
  });

  it('that are odd cost themselves alone, and are named', () => {
    const odd: unknown[] = [
      event(RESOURCES[0], 'SLEEPING'),
      event(RESOURCES[3], '6.5'),
      event(RESOURCES[3], '999'),
      event(RESOURCES[4], 'x'.repeat(65)),
      event(RESOURCES[6], '16'),
      event(RESOURCES[1], null),
      { source: RESOURCES[0], data: { values: [] } },
      { source: RESOURCES[0] },
      null,
      'LOCKED',
    ];
    const { said, unreadable } = decodeStates([...odd, event(RESOURCES[0], 'LOCKED')]);
    expect(said).toHaveLength(1);
    expect(unreadable).toHaveLength(odd.length);
    expect(unreadable[0]).toEqual({ id: null, name: RESOURCES[0], why: `${RESOURCES[0]}: SLEEPING` });
  });

  it.each(['id', 'source', 'type', 'specversion', 'data'])('are no CloudEvent without %s', (name) => {
    expect(cloudEventFault(event(RESOURCES[0], 'LOCKED'))).toBeUndefined();
    const { [name]: _, ...rest }: Record<string, unknown> = event(RESOURCES[0], 'LOCKED');
    expect(cloudEventFault(rest)).toContain(name);
  });

  it.each([[{}], [null], ['x'], [7]])('are not in %j', (body) => {
    expect(decodeStates(body).unreadable).toHaveLength(1);
    expect(cloudEventFault(body)).toBeDefined();
  });
});

describe('the state of v1', () => {
  it('as recorded', () => {
    expect(decodeV1State(recorded('v1-current-state'))).toEqual({
      said: [
        {
          ...{ quantity: 'ptp-lock', value: 'locked', instance: null },
          ...{ node: 'controller-0', saidAt: '1732288953.86' },
        },
      ],
      unreadable: [],
    });
  });

  it('is unreadable for another resource or an unheard word', () => {
    const body = { ResourceType: 'PTP', EventData: { State: 'Freerun' } };
    expect(decodeV1State(body).said[0]?.value).toBe('freerun');
    for (const odd of [{ ...body, ResourceType: 'GNSS' }, { ...body, EventData: { State: 'Off' } }, []])
      expect(decodeV1State(odd)).toMatchObject({ said: [], unreadable: [{ name: 'PTP' }] });
  });
});

it('reads subscriptions as recorded, and takes what it cannot read for nobody of ours', () => {
  const rows = recorded('v2-subscriptions');
  const first = { id: '704f21a0-19a3-11ed-854c-8a6cf180560d', callback: 'http://127.0.0.1:9090/cb' };
  expect(decodeSubscriptions(rows)).toEqual([first]);
  expect(decodeSubscriptions([{ SubscriptionId: 'x' }, null])).toEqual([]);
  expect(decodeSubscriptions({ error: 'x' })).toEqual([]);
});
