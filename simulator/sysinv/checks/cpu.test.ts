import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { answered, sends, worldOf } from '../network/asking';
import { rowsOn } from '../network/rows';
import { rangeSet } from './cpu';

function locked(name: string, world: World = worldOf()): World {
  const host = world.sysinv.byName(name);
  if (host) host.row.administrative = 'locked';
  return world;
}
const put = (world: World, host: string, body: unknown) =>
  answered(sends(world, 'PUT', `ihosts/${world.sysinv.byName(host)?.row.uuid}/state/host_cpus_modify`, body));
function held(world: World, host: string, allocated: string): number[] {
  const owner = world.sysinv.byName(host);
  return owner
    ? rowsOn(world, 'icpus', owner)
        .filter(({ allocated_function }) => allocated_function === allocated)
        .map(({ cpu }) => Number(cpu))
    : [];
}
const counts = (name: string, zero: number, one: number) => ({
  function: name,
  sockets: [{ 0: zero }, { 1: one }],
});

describe('functions of processors', () => {
  it('are given core by core with both threads, from the lowest of each node', async () => {
    const world = locked('worker-1');
    const [status] = await put(world, 'worker-1', [
      counts('platform', 2, 1),
      counts('shared', 1, 0),
      counts('application-isolated', 0, 2),
    ]);
    expect(status).toBe(200);
    expect(held(world, 'worker-1', 'Platform')).toEqual([0, 1, 16, 32, 33, 48]);
    expect(held(world, 'worker-1', 'Shared')).toEqual([2, 34]);
    expect(held(world, 'worker-1', 'Application-isolated')).toEqual([17, 18, 49, 50]);
    expect(held(world, 'worker-1', 'Application')).toHaveLength(64 - 12);
  });

  it('may be given to listed processors, and a function that is not named keeps its number', async () => {
    const world = locked('worker-1');
    const [status] = await put(world, 'worker-1', [
      { function: 'application-isolated', cpulist: '8-9,40-41' },
    ]);
    expect(status).toBe(200);
    expect(held(world, 'worker-1', 'Application-isolated')).toEqual([8, 9, 40, 41]);
    expect(held(world, 'worker-1', 'Platform')).toEqual([0, 1, 32, 33]);
  });

  it.each<[string, unknown, number, RegExp]>([
    [
      'both a list and a number',
      [{ ...counts('platform', 1, 0), cpulist: '3' }],
      400,
      /may not both be specified$/,
    ],
    ['neither', [{ function: 'platform' }], 400, /not specified$/],
    [
      'a node that is not there',
      [{ function: 'platform', sockets: [{ 9: 1 }] }],
      400,
      /no Processor \(Socket\) 9 on/,
    ],
    ['less than none', [counts('platform', -1, 0)], 400, /must be non-negative/],
    ['processors that are not there', [{ function: 'platform', cpulist: '64' }], 400, /nonexistant CPUs/],
    ['letters', [{ function: 'platform', cpulist: 'abc' }], 500, /invalid literal for int\(\)/],
    [
      'more than there are',
      [counts('platform', 99, 0)],
      400,
      /^More total logical cores .* Processor 0 \(32 cores\)\.$/,
    ],
    ['none for the platform', [counts('platform', 0, 0)], 400, /^Platform must have at least one core\.$/],
    [
      'two shared of one node',
      [counts('shared', 2, 0)],
      400,
      /^Shared cores are limited to 1 per processor\.$/,
    ],
    ['a vswitch where there is none', [counts('vswitch', 1, 0)], 400, /vswitch_type specified/],
    [
      'none for applications',
      [counts('platform', 16, 16), counts('application-isolated', 0, 0)],
      400,
      /at least one unused core for Application/,
    ],
    [
      'one processor twice',
      [
        { function: 'platform', cpulist: '0-1' },
        { function: 'application-isolated', cpulist: '1-2' },
      ],
      400,
      /more than one function/,
    ],
    [
      'a number beside a list that leaves too few',
      [counts('platform', 16, 0), { function: 'application-isolated', cpulist: '3' }],
      500,
      /^pop from empty list$/,
    ],
  ])('refuse %s', async (_name, body, status, says) => {
    const world = locked('worker-1');
    const answer = await put(world, 'worker-1', body);
    expect(answer).toEqual([status, expect.stringMatching(says)]);
    expect(held(world, 'worker-1', 'Platform')).toEqual([0, 1, 32, 33]);
  });

  it('are changed on locked workers only; an all-in-one needs two threads for the platform', async () => {
    expect((await put(worldOf(), 'worker-1', [counts('platform', 1, 0)]))[1]).toBe('Host must be locked.');
    expect((await put(locked('controller-1'), 'controller-1', [counts('platform', 1, 0)]))[1]).toBe(
      'Can only modify worker node cores.',
    );
    const simplex = worldOf('simplex');
    expect((await put(simplex, 'controller-0', [counts('platform', 1, 0)]))[1]).toMatch(
      /state = unlocked\.$/,
    );
    const list = [counts('platform', 0, 0), { function: 'platform', cpulist: '0' }];
    expect((await put(locked('controller-0', simplex), 'controller-0', list))[1]).toBe(
      'Platform must have at least two cores.',
    );
  });
});

it('a vswitch has up to eight cores, where the cloud has one', async () => {
  const world = locked('worker-2');
  world.sysinv.system.capabilities = { vswitch_type: 'ovs-dpdk' };
  expect((await put(world, 'worker-2', [counts('vswitch', 9, 0)]))[1]).toBe(
    'The vswitch function can only be assigned up to 8 cores.',
  );
  expect((await put(world, 'worker-2', [counts('vswitch', 1, 0)]))[0]).toBe(200);
  expect(held(world, 'worker-2', 'Vswitch')).toEqual([2, 34]);
});

it('ranges are read as the platform reads them', () => {
  expect(rangeSet('3-6,8,8')).toEqual([3, 4, 5, 6, 8]);
  expect(rangeSet('')).toEqual([]);
});
