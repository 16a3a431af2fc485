import { describe, expect, it } from 'vitest';
import { createWorld } from '../../worlds/create';
import { ask, bodyOf } from '../ask';
import { post, readyWorld, reportOf, said } from '../kube/testing';

describe('a health report', () => {
  it('of a cloud in order has nothing but what is well', async () => {
    expect(await reportOf(readyWorld('ceph'), '/v1/health')).toEqual([
      'System Health:',
      'All hosts are provisioned: [OK]',
      'All hosts are unlocked/enabled: [OK]',
      'All hosts have vim enabled: [OK]',
      'All hosts have current configurations: [OK]',
      'All hosts are patch current: [OK]',
      'Ceph Storage Healthy: [OK]',
      'No alarms: [OK]',
      'All kubernetes nodes are ready: [OK]',
      'All kubernetes control plane pods are ready: [OK]',
    ]);
  });

  it('of a cloud with much amiss names it', async () => {
    const report = await reportOf(createWorld('standard', 't', { speed: 1 }), '/v1/health/kube-upgrade');
    expect(report.slice(1)).toEqual([
      'All hosts are provisioned: [Fail]',
      '2 Unprovisioned hosts',
      'All hosts are unlocked/enabled: [Fail]',
      'Locked or disabled hosts: worker-3, worker-4, worker-6, worker-8, worker-9',
      'All hosts have vim enabled: [Fail]',
      'Vim disabled hosts: worker-3, worker-4, worker-6, worker-8, worker-9',
      'All hosts have current configurations: [Fail]',
      'Hosts with out of date configurations: worker-7',
      'All hosts are patch current: [OK]',
      'Ceph Storage Healthy: [OK]',
      'No alarms: [Fail]',
      expect.stringMatching(
        /^\[\d+\] alarms found, \[\d+\] of which are management affecting and \[1\] are certificate expiration alarms\. /,
      ),
      'All kubernetes nodes are ready: [Fail]',
      'Kubernetes nodes not ready: worker-3, worker-8, worker-9',
      'All kubernetes control plane pods are ready: [OK]',
      'All kubernetes applications are in a valid state: [Fail]',
      'Kubernetes applications not in a valid state: snmp, dell-storage, broken-app',
    ]);
  });

  it('for an upgrade of the platform asks for the latest Kubernetes and for controller-0', async () => {
    const report = await reportOf(readyWorld('duplex'), '/v1/health/upgrade');
    expect(report.slice(10)).toEqual([
      'Active kubernetes version is the latest supported version: [Fail]',
      'Upgrade kubernetes to the latest version: [v1.34.1]. See "system kube-version-list"',
      'Platform Issuer and expected certificates are healthy: [OK]',
      'No instances running on controller-1: [OK]',
      'All kubernetes applications are in a valid state: [OK]',
      'Active controller is controller-0: [OK]',
    ]);
    expect(await reportOf(readyWorld('simplex'), '/v1/health/upgrade/relaxed')).toContain(
      'Valid platform-backup partition: [OK]',
    );
  });

  it('has no word of Ceph where there is none', async () => {
    expect((await reportOf(readyWorld('lvm'), '/v1/health')).join()).not.toContain('Ceph');
  });

  it('for the root CA looks at pods, and passes over alarms that it is told of', async () => {
    const world = readyWorld('duplex');
    world.sysinv.kube.trouble = { nodes: [], pods: ['coredns-x'], deploying: null };
    const path = '/v1/health/kube-upgrade/relaxed?rootca=True';
    expect(await reportOf(world, path)).toContain(
      'Kubernetes pods not in a valid state: coredns-x (namespace: kube-system)',
    );
    const standard = createWorld('simplex', 't', { speed: 1 });
    const counted = await reportOf(standard, '/v1/health/kube-upgrade');
    expect(counted).toContain('No alarms: [Fail]');
    const ignored = '/v1/health/kube-upgrade?alarm_ignore_list=%5B%22100.119%22%5D';
    expect(await reportOf(standard, ignored)).toContain('No alarms: [OK]');
  });

  it('of another kind, or with an unknown argument, is refused', async () => {
    const world = readyWorld('simplex');
    expect(said(await ask(world, '/v1/health/nosuch'))).toMatch(/^400 There is no health report/);
    expect(said(await ask(world, '/v1/health/kube-upgrade?args=1'))).toBe('400 Unknown argument: "args"');
  });
});

it('the configuration of kubelets is taken up by the active controller, then by all', async () => {
  const world = readyWorld('ceph');
  expect(bodyOf(await post(world, '/v1/kube_config_kubelet/apply'))).toEqual({
    success: 'kube-config-kubelet applied.',
    error: '',
  });
  const outOfDate = () =>
    world.sysinv.hosts.filter(({ row }) => row.config_status !== null).map(({ row }) => row.hostname);
  expect(outOfDate()).toEqual(['controller-0']);
  world.clock.advance(50_000);
  expect(outOfDate()).toContain('worker-1');
  world.clock.advance(100_000);
  expect(outOfDate()).toEqual([]);
});
