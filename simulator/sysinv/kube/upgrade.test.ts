import { describe, expect, it } from 'vitest';
import { act, ask } from '../ask';
import {
  controlPlane,
  hostsOf,
  item,
  kubeAlarms,
  kubelet,
  readyWorld,
  said,
  start,
  stateOf,
  step,
  versionsOf,
} from './testing';

const MINUTE = 60_000;

describe('an upgrade of a simplex over two versions', () => {
  it('goes through every state, and ends with the target version active', async () => {
    const world = readyWorld('simplex');
    expect(await versionsOf(world)).toEqual([
      'v1.31.5 unavailable',
      'v1.32.2 active *',
      'v1.33.0 available',
      'v1.34.1 available',
    ]);
    expect(said(await start(world, '1.34.1'))).toBe('200');
    expect(await item(world, '/v1/kube_cmd_versions')).toMatchObject({ kubeadm_version: '1.34.1' });
    expect(kubeAlarms(world)).toEqual(['900.007']);
    expect(await versionsOf(world)).toContain('v1.34.1 available *');
    for (const [state, done, minutes] of [
      ['downloading-images', 'downloaded-images', 3],
      ['pre-updating-apps', 'pre-updated-apps', 6],
      ['upgrading-networking', 'upgraded-networking', 2],
      ['upgrading-storage', 'upgraded-storage', 1],
    ] as const) {
      expect(said(await step(world, state))).toBe('200');
      expect(await stateOf(world)).toBe(state);
      world.clock.advance(minutes * MINUTE);
      expect(await stateOf(world)).toBe(done);
    }
    expect(world.sysinv.applications.updateAll).toMatchObject({
      updated_apps: ['cert-manager', 'node-feature-discovery'],
    });
    expect(said(await step(world, 'cordon-started', 'controller-0'))).toBe('200');
    world.clock.advance(MINUTE);
    expect(await stateOf(world)).toBe('cordon-complete');
    for (const [version, from] of [
      ['v1.33.0', 'cordon-complete'],
      ['v1.34.1', 'upgraded-first-master'],
    ]) {
      expect(await stateOf(world)).toBe(from);
      expect(said(await controlPlane(world, 'controller-0'))).toBe('200');
      const seen: unknown[] = [];
      for (let n = 0; n < 240; n++) {
        world.clock.advance(1000);
        const status = (await hostsOf(world))['controller-0']?.[3];
        if (seen.at(-1) !== status) seen.push(status);
      }
      expect(seen).toEqual(['upgrading-control-plane', 'upgrading-etcd', 'upgraded-etcd', null]);
      expect(await hostsOf(world)).toEqual({ 'controller-0': [version, 'v1.32.2', version, null] });
      expect(await item(world, '/v1/kube_clusters/kubernetes')).toMatchObject({ cluster_version: version });
    }
    expect(await versionsOf(world)).toEqual([
      'v1.31.5 unavailable',
      'v1.32.2 partial',
      'v1.33.0 unavailable',
      'v1.34.1 partial *',
    ]);
    expect(said(await kubelet(world, 'controller-0'))).toBe('200');
    expect(await stateOf(world)).toBe('upgrading-kubelets');
    world.clock.advance(MINUTE);
    expect((await hostsOf(world))['controller-0']).toEqual([
      'v1.34.1',
      'v1.34.1',
      'v1.34.1',
      'upgraded-kubelet',
    ]);
    // Its pods were moved away: they come back before it is complete.
    expect(said(await step(world, 'upgrade-complete'))).toMatch(/^400 .*uncordon-complete/);
    expect(said(await step(world, 'uncordon-started', 'controller-0'))).toBe('200');
    world.clock.advance(MINUTE);
    expect(said(await step(world, 'upgrade-complete'))).toBe('200');
    expect((await hostsOf(world))['controller-0']?.[3]).toBeNull();
    expect(said(await step(world, 'post-updating-apps'))).toBe('200');
    world.clock.advance(8 * MINUTE);
    expect(await stateOf(world)).toBe('post-updated-apps');
    expect((await ask(world, '/v1/kube_upgrade', { method: 'DELETE' })).status).toBe(204);
    expect([await stateOf(world), kubeAlarms(world)]).toEqual([null, []]);
    expect(await versionsOf(world)).toContain('v1.34.1 active *');
    expect(await item(world, '/v1/kube_cmd_versions')).toMatchObject({ kubelet_version: '1.34.1' });
  });
});

describe('an upgrade of a standard cloud', () => {
  it('takes both control planes, then kubelets of controllers, then of workers', async () => {
    const world = readyWorld('ceph');
    await start(world);
    for (const state of [
      'downloading-images',
      'pre-updating-apps',
      'upgrading-networking',
      'upgrading-storage',
    ]) {
      await step(world, state);
      world.clock.advance(8 * MINUTE);
    }
    for (const [n, done] of ['upgraded-first-master', 'upgraded-second-master'].entries()) {
      expect(said(await controlPlane(world, `controller-${n}`))).toBe('200');
      world.clock.advance(4 * MINUTE);
      expect(await stateOf(world)).toBe(done);
    }
    const upgrade = async (host: string) => {
      expect(said(await act(world, host, 'lock'))).toBe('200');
      world.clock.advance(2 * MINUTE);
      expect(said(await kubelet(world, host))).toBe('200');
      if (host === 'worker-0')
        expect(said(await act(world, host, 'unlock'))).toMatch(/while upgrading kubelet/);
      world.clock.advance(MINUTE);
      expect(said(await act(world, host, 'unlock'))).toBe('200');
      world.clock.advance(15 * MINUTE);
    };
    await upgrade('controller-1');
    await act(world, 'controller-0', 'swact');
    world.clock.advance(2 * MINUTE);
    await upgrade('controller-0');
    await upgrade('worker-0');
    expect(said(await step(world, 'upgrade-complete'))).toMatch(/^400 .*at least one host/);
    await upgrade('worker-1');
    expect(said(await step(world, 'upgrade-complete'))).toBe('200');
    expect(await hostsOf(world)).toMatchObject({
      'controller-0': ['v1.33.0', 'v1.33.0', 'v1.33.0', null],
      'worker-1': ['N/A', 'v1.33.0', 'v1.33.0', null],
    });
  });
});
