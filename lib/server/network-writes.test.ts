/** Changing networks against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import type { StepResult } from '@/lib/domain/steps';

const { orderNetworkCalls } = await import('./network-writes');
const { invalidateNetworks } = await import('./outdated');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator');
const { written, signIn } = bench;

async function run(...calls: NetworkCall[]): Promise<StepResult[]> {
  const begun = await orderNetworkCalls({ calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}
const writes = () => bench.writes('sysinv');

async function cloud() {
  const { value } = await readView(bench.session(), 'cloudNetworks', {}, true);
  if (!value) throw new Error('no networks');
  return value.data;
}

const data = (
  name: string,
  more: Partial<Extract<NetworkCall, { do: 'data.create' }>> = {},
): NetworkCall => ({
  ...{ do: 'data.create', name, type: 'vlan', description: null, mtu: 1500, mode: null },
  ...{ multicastGroup: null, port: null, ttl: null, ...more },
});
const pool = (name: string, network: string, prefix: number): NetworkCall => ({
  ...{ do: 'pool.create', name, network, prefix, order: 'sequential', ranges: [], reserved: {} },
});

describe('one change', () => {
  it.each<[NetworkCall, string, string, Record<string, string> | undefined]>([
    [
      data('one', { description: 'first' }),
      'datanetwork.create',
      'one',
      { dataNetworkType: 'vlan', mtu: '1500' },
    ],
    [
      { do: 'data.change', name: 'one', to: { mtu: 9000, description: '' } },
      'datanetwork.change',
      'one',
      { mtu: '9000', description: '' },
    ],
    [{ do: 'data.delete', name: 'one' }, 'datanetwork.delete', 'one', undefined],
    [
      data('tunnel', {
        ...{ type: 'vxlan', mode: 'dynamic', multicastGroup: 'ff05::7', port: 4789, ttl: 4 },
      }),
      'datanetwork.create',
      'tunnel',
      {
        ...{ dataNetworkType: 'vxlan', mtu: '1500', tunnelMode: 'dynamic', multicastGroup: 'ff05::7' },
        ...{ udpPort: '4789', ttl: '4' },
      },
    ],
    [
      {
        ...{ do: 'pool.create', name: 'six', network: 'fd00:77::', prefix: 64, order: 'random' },
        ranges: [{ start: 'fd00:77::10', end: 'fd00:77::ff' }],
        reserved: { floating: 'fd00:77::10', gateway: 'fd00:77::1' },
      },
      'addrpool.create',
      'six',
      {
        ...{ subnet: 'fd00:77::/64', poolOrder: 'random', poolRanges: 'fd00:77::10-fd00:77::ff' },
        ...{ floatingAddress: 'fd00:77::10', gatewayAddress: 'fd00:77::1' },
      },
    ],
    [
      {
        ...{ do: 'pool.change', name: 'six' },
        to: {
          ...{ name: 'seven', order: 'sequential', reserved: { floating: null, gateway: 'fd00:77::2' } },
          ranges: [
            { start: 'fd00:77::10', end: 'fd00:77::1f' },
            { start: 'fd00:77::30', end: 'fd00:77::3f' },
          ],
        },
      },
      'addrpool.change',
      'six',
      {
        ...{ name: 'seven', poolOrder: 'sequential', floatingAddress: 'none', gatewayAddress: 'fd00:77::2' },
        poolRanges: 'fd00:77::10-fd00:77::1f,fd00:77::30-fd00:77::3f',
      },
    ],
    [
      { do: 'pool.assign', network: 'mgmt', pool: 'seven' },
      'network-addrpool.assign',
      'mgmt',
      { addressPool: 'seven' },
    ],
    [
      { do: 'pool.unassign', network: 'mgmt', pool: 'seven' },
      'network-addrpool.remove',
      'mgmt',
      { addressPool: 'seven' },
    ],
    [
      { do: 'network.create', name: 'sc', type: 'system-controller', pool: 'seven', dynamic: false },
      'network.create',
      'sc',
      { networkType: 'system-controller', addressPool: 'seven', dynamic: 'false' },
    ],
    [{ do: 'network.delete', name: 'sc' }, 'network.delete', 'sc', undefined],
    [{ do: 'pool.delete', name: 'seven' }, 'addrpool.delete', 'seven', undefined],
  ])('%j is one request and one audit line', async (call, action, target, details) => {
    // One that mgmt takes: its addresses are those of no other network, and its floating one is to be found.
    if (call.do === 'pool.assign') {
      const again = { start: 'fd00:77::10', end: 'fd00:77::ff' };
      await run({ do: 'pool.change', name: 'seven', to: { ranges: [again] } });
      await bench.platform().control.resetRequests();
      written.length = 0;
    }
    expect(await run(call)).toEqual([{ state: 'done' }]);
    expect(await writes()).toBe(1);
    expect(written).toEqual([
      expect.objectContaining({ who: 'configurator', action, target, outcome: 'ok' }),
    ]);
    if (details) expect(written[0]?.details).toMatchObject(details);
    // Asked for again, nothing is sent: it is so. A pool that has another name is not found under the old one.
    if (call.do === 'pool.change') return;
    expect(await run(call)).toEqual([{ state: 'already' }]);
    expect(await writes()).toBe(1);
  });

  it('is seen in the next reading', async () => {
    await run(pool('seen', 'fd00:88::', 64));
    const found = (await cloud()).pools.find(({ name }) => name === 'seen');
    expect(found).toMatchObject({
      ...{ network: 'fd00:88::', prefix: 64, order: 'sequential', taken: 0 },
      ranges: [{ start: 'fd00:88::1', end: 'fd00:88::ffff:ffff:ffff:fffe' }],
    });
    await run({ do: 'pool.delete', name: 'seen' });
  });

  it.each<[NetworkCall, RegExp]>([
    [
      { do: 'data.delete', name: 'physnet0' },
      /is still assigned to interfaces\. Check interface-datanetwork\./,
    ],
    [
      { do: 'pool.delete', name: 'management' },
      /is the primary for the following network: mgmt\. Not possible to delete\./,
    ],
    [
      {
        do: 'pool.change',
        name: 'management',
        to: { ranges: [{ start: '192.168.204.2', end: '192.168.204.99' }] },
      },
      /^Address pool is read-only and cannot be modified or removed$/,
    ],
    [
      { do: 'network.delete', name: 'oam' },
      /^Cannot delete type oam network [0-9a-f-]{36} after initial configuration completion$/,
    ],
    [
      { do: 'network.create', name: 'm2', type: 'mgmt', pool: 'oam', dynamic: true },
      /^Network of type mgmt already exists\.$/,
    ],
    [data('low', { mtu: 10 }), /^MTU must be between 576 and 9216 bytes\.$/],
    [data('physnet0', { type: 'flat' }), /^DataNetwork of name physnet0 already exists\.$/],
    [pool('bits', '10.99.0.5', 24), /^Host bits must be zero$/],
  ])('%j comes back refused in the words of the platform', async (call, words) => {
    const [result] = await run(call);
    expect(result).toMatchObject({ state: 'failed', failure: { message: expect.stringMatching(words) } });
    expect(await writes()).toBe(1);
    expect(written).toHaveLength(1);
    expect(written[0]).not.toMatchObject({ outcome: 'ok' });
  });

  it.each(['reader', 'operator'])('is refused to a %s before anything is sent, and audited', async (user) => {
    signIn(user);
    expect(await run(data('mine'))).toMatchObject([{ state: 'failed', failure: { kind: 'forbidden' } }]);
    expect(await writes()).toBe(0);
    expect(written).toMatchObject([{ action: 'datanetwork.create', outcome: 'forbidden' }]);
  });

  it('is looked for when its answer was lost, and never sent twice', async () => {
    await bench.platform().control.fault({ service: 'sysinv', method: 'POST', dropAfter: true, times: 1 });
    expect(await run(data('lost'))).toEqual([{ state: 'done' }]);
    expect(await writes()).toBe(1);
    await run({ do: 'data.delete', name: 'lost' });
  });
});

describe('several changes', () => {
  it('make a pool and give it to a network, and take the pool back when that is refused', async () => {
    const made = await run(pool('oam6', 'fd00:10::', 64), {
      do: 'pool.assign',
      network: 'oam',
      pool: 'oam6',
    });
    expect(made).toEqual([{ state: 'done' }, { state: 'done' }]);
    const after = await cloud();
    expect(after.assignments.filter(({ network }) => network === 'oam').map((one) => one.pool)).toEqual([
      'oam',
      'oam6',
    ]);
    // A second pool of the family.
    const refused = await run(pool('oam6b', 'fd00:11::', 64), {
      ...{ do: 'pool.assign', network: 'oam', pool: 'oam6b' },
    });
    expect(refused).toMatchObject([{ state: 'undone' }, { state: 'failed', failure: { kind: 'refused' } }]);
    expect((await cloud()).pools.some(({ name }) => name === 'oam6b')).toBe(false);
  });
});

it('is not begun while a list that it is judged by cannot be read', async () => {
  // A reading of a moment ago would do.
  invalidateNetworks();
  await bench.platform().control.fault({
    ...{ service: 'sysinv', method: 'GET', path: '/v1/datanetworks', status: 503, times: 5 },
  });
  expect(await run(data('blind'))).toMatchObject([{ state: 'failed' }]);
  expect(await writes()).toBe(0);
});
