import { describe, expect, it } from 'vitest';
import { act, bodyOf } from '../sysinv/ask';
import { hostsOf, kubeAlarms, kubelet, said, start, stateOf, step, versionsOf } from '../sysinv/kube/testing';
import { createWorld } from './create';

const MINUTE = 60_000;

it('kube may begin an upgrade, and no other cloud may', async () => {
  expect(said(await start(createWorld('kube', 't', { speed: 1 })))).toBe('200');
  for (const name of ['simplex', 'duplex', 'standard', 'ceph', 'rook', 'lvm', 'subcloud'] as const) {
    expect([name, said(await start(createWorld(name, 't', { speed: 1 })))]).toEqual([
      name,
      '400 System is not in a valid state for kubernetes upgrade. Run system health-query-kube-upgrade for more details.',
    ]);
  }
});

describe('upgrading', () => {
  it('is in the middle, and can be brought to its end', async () => {
    const world = createWorld('upgrading', 't', { speed: 1 });
    expect([await stateOf(world), kubeAlarms(world)]).toEqual(['upgrading-kubelets', ['900.007']]);
    expect(await versionsOf(world)).toContain('v1.33.0 partial *');
    expect(await hostsOf(world)).toEqual({
      'controller-0': ['v1.33.0', 'v1.33.0', 'v1.33.0', 'upgraded-kubelet'],
      'controller-1': ['v1.33.0', 'v1.33.0', 'v1.33.0', 'upgraded-kubelet'],
      'worker-0': ['N/A', 'v1.32.2', 'v1.33.0', 'upgrading-kubelet-failed'],
      'worker-1': ['N/A', 'v1.32.2', 'v1.32.2', null],
    });
    await act(world, 'worker-1', 'lock');
    world.clock.advance(2 * MINUTE);
    for (const host of ['worker-0', 'worker-1']) {
      expect(said(await kubelet(world, host))).toBe('200');
      world.clock.advance(MINUTE);
    }
    expect(bodyOf(await step(world, 'upgrade-complete'))).toMatchObject({
      from_version: 'v1.32.2',
      to_version: 'v1.33.0',
      state: 'upgrade-complete',
    });
  });
});
