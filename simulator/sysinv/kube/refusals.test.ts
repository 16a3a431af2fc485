import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../kernel/world';
import { act, ask } from '../ask';
import { setKubeState } from './arrange';
import type { KubeFault } from './faults';
import type { UpgradeState } from './states';
import {
  controlPlane,
  hostsOf,
  item,
  kubeAlarms,
  kubelet,
  post,
  readyWorld,
  said,
  start,
  stateOf,
  step,
} from './testing';

/** A cloud whose upgrade is in a state. */
function inState(name: WorldName, state: UpgradeState, to = 'v1.33.0'): World {
  const world = readyWorld(name);
  expect(setKubeState(world, { state, to })).toBeUndefined();
  return world;
}

const fails = (world: World, fault: Omit<KubeFault, 'kind'> & { kind?: KubeFault['kind'] }) =>
  world.sysinv.kube.faults.add({ kind: 'fail', ...fault });

describe('an upgrade is not begun', () => {
  it.each([
    ['v1.35.0', /no Kubernetes version v1\.35\.0/],
    ['v1.31.5', /v1\.31\.5 is unavailable/],
    ['v1.32.2', /v1\.32\.2 is active/],
  ])('to %s', async (to, refusal) => {
    expect(said(await start(readyWorld('simplex'), to))).toMatch(refusal);
  });

  it('without a version, twice, during a software deployment, or by somebody who may only read', async () => {
    const world = readyWorld('simplex');
    expect(said(await post(world, '/v1/kube_upgrade'))).toBe('400 Missing argument: "to_version"');
    world.sysinv.kube.trouble = { nodes: [], pods: [], deploying: { from: '26.03', to: '26.09' } };
    expect(said(await start(world))).toMatch(/platform upgrade/);
    world.sysinv.kube.trouble = { nodes: [], pods: [], deploying: null };
    expect(said(await start(world))).toBe('200');
    expect(said(await start(world))).toMatch(/in progress already/);
    for (const roles of [['reader'], ['operator', 'reader']]) {
      const asked = await post(world, '/v1/kube_upgrade', { to_version: 'v1.33.0' }, { roles });
      expect(asked.status).toBe(403);
    }
  });

  it('while an alarm is up, unless it is harmless, named, or relaxed', async () => {
    const raise = (world: World, alarm_id: string) =>
      world.fm.raise({ ...LOG_FULL, alarm_id, mgmt_affecting: alarm_id === '100.104' });
    const harmless = readyWorld('simplex');
    raise(harmless, '100.103');
    expect(said(await start(harmless))).toBe('200');
    const minor = readyWorld('simplex');
    raise(minor, '100.101');
    expect(said(await start(minor))).toMatch(/not in a valid state/);
    expect(said(await start(minor, 'v1.33.0', true))).toBe('200');
    const major = readyWorld('simplex');
    raise(major, '100.104');
    expect(said(await start(major, 'v1.33.0', true))).toMatch(/not in a valid state/);
    const body = { to_version: 'v1.33.0', alarm_ignore_list: "['100.104',]" };
    expect(said(await post(major, '/v1/kube_upgrade', body))).toBe('200');
  });

  it('for an application that does not run on it', async () => {
    const world = readyWorld('simplex');
    const app = world.sysinv.applications.named('platform-integ-apps');
    if (app) app.package.kubernetes = { maximum: 'v1.33.9' };
    expect(said(await start(world, 'v1.34.1'))).toMatch(/do not run on Kubernetes v1\.34\.1: platform-integ/);
    expect(said(await start(world, 'v1.33.0'))).toBe('200');
  });
});

const LOG_FULL = {
  alarm_id: '100.101',
  entity_type_id: 'host',
  entity_instance_id: 'host=controller-0',
  severity: 'minor',
  reason_text: 'busy',
  alarm_type: 'other',
  probable_cause: 'unknown',
  proposed_repair_action: 'wait',
  service_affecting: false,
  suppression: true,
  mgmt_affecting: false,
  degrade_affecting: false,
} as const;

describe('a step out of turn is refused', () => {
  it.each<[UpgradeState, string, RegExp]>([
    ['upgrade-started', 'pre-updating-apps', /downloaded-images or pre-updating-apps-failed/],
    ['downloaded-images', 'upgrading-networking', /pre-updated-apps or upgrading-networking-failed/],
    ['pre-updated-apps', 'upgrading-storage', /upgraded-networking/],
    ['upgraded-networking', 'upgrade-complete', /upgrading-kubelets/],
    ['upgrading-kubelets', 'post-updating-apps', /upgrade-complete/],
    ['upgraded-storage', 'cordon-started', /simplex/],
    ['upgraded-storage', 'upgrade-aborting', /simplex/],
    ['upgraded-storage', 'upgraded-storage', /no state that can be asked for/],
    ['upgraded-storage', 'upgrading-storage-failed', /cannot be set to failed/],
  ])('in %s: %s', async (state, asked, refusal) => {
    expect(said(await step(inState('duplex', state), asked))).toMatch(refusal);
  });

  it('and without an upgrade', async () => {
    const world = readyWorld('duplex');
    for (const reply of [
      await step(world, 'downloading-images'),
      await controlPlane(world, 'controller-0'),
      await kubelet(world, 'controller-0'),
      await ask(world, '/v1/kube_upgrade', { method: 'DELETE' }),
    ]) {
      expect(said(reply)).toMatch(/^400 There is no kubernetes upgrade in progress/);
    }
  });

  it('the deletion of what goes on', async () => {
    const world = inState('duplex', 'upgrading-kubelets');
    expect(said(await ask(world, '/v1/kube_upgrade', { method: 'DELETE' }))).toMatch(/to be deleted/);
  });
});

describe('a step that fails', () => {
  it.each<[WorldName, UpgradeState, string, UpgradeState]>([
    ['duplex', 'upgrade-started', 'downloading-images', 'downloading-images-failed'],
    ['duplex', 'downloaded-images', 'pre-updating-apps', 'pre-updating-apps-failed'],
    ['duplex', 'pre-updated-apps', 'upgrading-networking', 'upgrading-networking-failed'],
    ['duplex', 'upgraded-networking', 'upgrading-storage', 'upgrading-storage-failed'],
    ['simplex', 'upgraded-storage', 'cordon-started', 'cordon-failed'],
    ['simplex', 'upgrading-kubelets', 'uncordon-started', 'uncordon-failed'],
    ['duplex', 'upgrade-complete', 'post-updating-apps', 'post-updating-apps-failed'],
    ['simplex', 'upgraded-first-master', 'upgrade-aborting', 'upgrade-aborting-failed'],
  ])('%s, %s: %s can be tried again', async (name, state, asked, failed) => {
    const world = inState(name, state);
    fails(world, { state: asked, times: 1 });
    const host = asked.includes('cordon') ? 'controller-0' : undefined;
    expect(said(await step(world, asked, host))).toBe('200');
    world.clock.advance(600_000);
    expect(await stateOf(world)).toBe(failed);
    expect(said(await step(world, asked, host))).toBe('200');
    world.clock.advance(600_000);
    expect(await stateOf(world)).not.toMatch(
      /failed$|-started$|ing-apps$|^upgrading-|aborting$|^downloading/,
    );
  });

  it('by an application that cannot be updated', async () => {
    const world = inState('duplex', 'downloaded-images');
    world.sysinv.applications.faults.add({ app: 'cert-manager', operation: 'update', kind: 'fail' });
    await step(world, 'pre-updating-apps');
    world.clock.advance(1_200_000);
    expect(await stateOf(world)).toBe('pre-updating-apps-failed');
  });

  it('on a control plane, in its etcd or after it, is tried again there', async () => {
    const world = inState('duplex', 'upgraded-storage');
    for (const [state, status] of [
      ['upgrading-etcd', 'upgrading-etcd-failed'],
      ['upgrading-control-plane', 'upgrading-control-plane-failed'],
    ] as const) {
      fails(world, { state, host: 'controller-1', times: 1 });
      expect(said(await controlPlane(world, 'controller-1'))).toBe('200');
      world.clock.advance(300_000);
      expect([await stateOf(world), (await hostsOf(world))['controller-1']?.[3]]).toEqual([
        'upgrading-first-master-failed',
        status,
      ]);
    }
    expect(said(await controlPlane(world, 'controller-1'))).toBe('200');
    world.clock.advance(300_000);
    expect(await stateOf(world)).toBe('upgraded-first-master');
    expect(said(await controlPlane(world, 'controller-1'))).toMatch(/is upgraded already/);
    expect(said(await controlPlane(world, 'controller-0'))).toBe('200');
    expect(await stateOf(world)).toBe('upgrading-second-master');
  });

  it('and never ends can be given up', async () => {
    const world = inState('duplex', 'upgrade-started');
    fails(world, { state: 'downloading-images', kind: 'hang', times: 1 });
    await step(world, 'downloading-images');
    world.clock.advance(86_400_000);
    expect(await stateOf(world)).toBe('downloading-images');
    expect(said(await step(world, 'downloading-images-failed'))).toBe('200');
    expect(await stateOf(world)).toBe('downloading-images-failed');
  });
});

describe('hosts go in order', () => {
  it('a control plane not twice before the other, and not on a host that is locked', async () => {
    const world = inState('ceph', 'upgraded-storage', 'v1.34.1');
    expect(said(await controlPlane(world, 'worker-0'))).toMatch(/has no kubernetes control plane/);
    await controlPlane(world, 'controller-0');
    world.clock.advance(300_000);
    expect(await hostsOf(world)).toMatchObject({ 'controller-0': ['v1.33.0', 'v1.32.2', 'v1.33.0', null] });
    expect(said(await controlPlane(world, 'controller-0'))).toMatch(/other control plane must/);
    await act(world, 'controller-1', 'lock');
    world.clock.advance(60_000);
    expect(said(await controlPlane(world, 'controller-1'))).toMatch(/must be unlocked and enabled/);
  });

  it('a kubelet only of a locked host with a kubelet, workers after controllers', async () => {
    const world = inState('ceph', 'upgraded-second-master');
    expect(said(await kubelet(world, 'storage-0'))).toMatch(/has no kubelet/);
    expect(said(await kubelet(world, 'worker-0'))).toMatch(/controllers must be upgraded before those/);
    expect(said(await kubelet(world, 'controller-1'))).toMatch(/must be locked and online/);
    expect(said(await kubelet(inState('ceph', 'upgraded-first-master'), 'controller-1'))).toMatch(
      /upgraded-second-master or upgrading-kubelets/,
    );
  });

  it('a kubelet that is there already is done at once, unless it is forced', async () => {
    const world = inState('simplex', 'upgrading-kubelets');
    expect(said(await kubelet(world, 'controller-0'))).toBe('200');
    expect((await hostsOf(world))['controller-0']?.[3]).toBe('upgraded-kubelet');
    fails(world, { state: 'upgrading-kubelet' });
    await kubelet(world, 'controller-0', true);
    world.clock.advance(60_000);
    expect((await hostsOf(world))['controller-0']?.[3]).toBe('upgrading-kubelet-failed');
  });

  it('a cordon without a name is noted, and is then an error', async () => {
    const world = inState('simplex', 'upgraded-storage');
    expect(said(await step(world, 'cordon-started'))).toBe("500 'hostname'");
    expect(await stateOf(world)).toBe('cordon-started');
  });
});

describe('an abort', () => {
  it('before networking is at once, and leaves its word on the host', async () => {
    const world = inState('simplex', 'downloading-images');
    expect(said(await step(world, 'upgrade-aborting'))).toBe('200');
    expect(await stateOf(world)).toBe('upgrade-aborted');
    expect((await hostsOf(world))['controller-0']).toEqual([
      'v1.32.2',
      'v1.32.2',
      'v1.32.2',
      'upgrade-aborting',
    ]);
    expect(said(await step(world, 'upgrade-aborting'))).toMatch(/cannot be aborted/);
    expect((await ask(world, '/v1/kube_upgrade', { method: 'DELETE' })).status).toBe(204);
    expect(kubeAlarms(world)).toEqual([]);
  });

  it('after a control plane brings the old version back', async () => {
    const world = inState('simplex', 'upgraded-first-master');
    await step(world, 'upgrade-aborting');
    expect(await stateOf(world)).toBe('upgrade-aborting');
    world.clock.advance(300_000);
    expect(await stateOf(world)).toBe('upgrade-aborted');
    expect(await hostsOf(world)).toEqual({ 'controller-0': ['v1.32.2', 'v1.32.2', 'v1.32.2', null] });
    expect(await item(world, '/v1/kube_clusters/kubernetes')).toMatchObject({ cluster_version: 'v1.32.2' });
  });

  it('while applications are updated stays aborted', async () => {
    const world = inState('simplex', 'downloaded-images');
    await step(world, 'pre-updating-apps');
    world.clock.advance(20_000);
    await step(world, 'upgrade-aborting');
    world.clock.advance(1_200_000);
    expect(await stateOf(world)).toBe('upgrade-aborted');
  });
});
