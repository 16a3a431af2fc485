/** What may be asked of Kubernetes, why not, whose turn it is, and what a call leaves. */
import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm';
import { verdictOf } from '../check';
import { testAlarm, testHost } from '../test-facts';
import { alarmCheck } from './alarm-check';
import { type KubeCall, kubeCli, kubeTitle, type UpgradeCall } from './kube-calls';
import { kubeChecks, kubeVerdict } from './kube-checks';
import { kubeFinding } from './kube-finding';
import { kubeSteps } from './kube-steps';
import { stageCall } from './next-calls';
import { targetOptions } from './start-checks';
import { controller, testKubeHost, testKubernetes, testSituation, testUpgrade } from './test-kube';
import { UPGRADE_STATES } from './upgrade-stages';
import { compareVersions, minorSteps, nextOnTheWay } from './version';

const at = (state: string, mode = 'duplex') => testSituation({ upgrade: testUpgrade(state) }, { mode });
const worker = { id: 'worker-0', name: 'worker-0' };
const controller0 = { id: 'controller-0', name: 'controller-0' };

describe('from which states the platform goes on', () => {
  it.each<[UpgradeCall, string, string[]]>([
    [{ do: 'download-images' }, 'duplex', ['upgrade-started', 'downloading-images-failed']],
    [{ do: 'pre-apps' }, 'duplex', ['downloaded-images', 'pre-updating-apps-failed']],
    [{ do: 'networking' }, 'duplex', ['pre-updated-apps', 'upgrading-networking-failed']],
    [{ do: 'storage' }, 'duplex', ['upgraded-networking', 'upgrading-storage-failed']],
    [{ do: 'cordon', host: controller0 }, 'simplex', ['upgraded-storage', 'cordon-failed']],
    [{ do: 'cordon', host: controller0 }, 'duplex', []],
    [{ do: 'post-apps' }, 'duplex', ['upgrade-complete', 'post-updating-apps-failed']],
    [
      { do: 'delete' },
      'duplex',
      ['post-updating-apps-failed', 'post-updated-apps', 'upgrade-aborted', 'upgrade-complete'],
    ],
    [{ do: 'abort' }, 'duplex', []],
    [
      { do: 'control-plane', host: controller0 },
      'simplex',
      [
        ...['upgraded-storage', 'upgraded-first-master', 'upgrading-first-master-failed'],
        ...['cordon-complete', 'upgrading-kubelets'],
      ],
    ],
    [
      { do: 'failed', state: '-failed' },
      'duplex',
      ['downloading-images', 'upgrading-networking', 'upgrading-first-master', 'upgrading-second-master'],
    ],
  ])('%j in %s', (call, mode, states) => {
    const found = UPGRADE_STATES.filter((state) => kubeVerdict(call, at(state, mode)).ok);
    expect(found.toSorted()).toEqual(states.toSorted());
  });

  it('says which state it would have to be, and where the platform looks', () => {
    expect(kubeVerdict({ do: 'networking' }, at('upgrade-started'))).toEqual({
      ok: false,
      why: 'The upgrade is in upgrade-started. For this it must be in pre-updated-apps or upgrading-networking-failed.',
      cite: 'sysinv kube_upgrade.py patch',
    });
    expect(kubeVerdict({ do: 'abort' }, at('upgraded-storage'))).toMatchObject({
      why: 'Aborting an upgrade is not supported in duplex.',
    });
  });

  it('aborts on simplex until it is complete', () => {
    const not = UPGRADE_STATES.filter((state) => !kubeVerdict({ do: 'abort' }, at(state, 'simplex')).ok);
    expect(not.toSorted()).toEqual(
      [
        ...['upgrade-aborting', 'upgrade-aborted', 'upgrade-complete'],
        ...['post-updating-apps', 'post-updating-apps-failed', 'post-updated-apps'],
      ].toSorted(),
    );
  });

  it('blocks nothing for what could not be read', () => {
    const s = testSituation({ unread: [{ part: 'upgrade', message: 'sysinv does not answer.' }] });
    expect(kubeVerdict({ do: 'storage' }, s).ok).toBe(true);
    expect(kubeChecks({ do: 'storage' }, s)[0]).toMatchObject({ outcome: 'unknown' });
  });
});

describe('a host', () => {
  const kubelet: UpgradeCall = { do: 'kubelet', host: worker, force: false };
  const done = [1, 2].map((n) =>
    testKubeHost(n, { controlPlane: 'v1.33.0', kubelet: 'v1.33.0', target: 'v1.33.0' }),
  );
  const s = (host = testHost({ id: 'worker-0', number: 5 }), over = {}) =>
    testSituation(
      { upgrade: testUpgrade('upgrading-kubelets'), hosts: [...done, testKubeHost(5, over)] },
      { hosts: [controller(1), controller(2), host] },
    );
  const locked = testHost({ id: 'worker-0', number: 5, administrative: 'locked', availability: 'online' });

  it('must be locked for its kubelet, and the sheet leads there', () => {
    const blocker = kubeChecks(kubelet, s())[0];
    expect(blocker).toMatchObject({
      title: 'worker-0 must be locked and online',
      wayOut: { kind: 'action', action: 'lock', hostId: 'worker-0' },
    });
    expect(verdictOf(kubeChecks(kubelet, s(locked))).ok).toBe(true);
  });

  it('of a worker waits for those of the controllers', () => {
    const early = testSituation(
      {
        upgrade: testUpgrade('upgrading-kubelets'),
        hosts: [testKubeHost(1, { controlPlane: 'v1.33.0' }), testKubeHost(2), testKubeHost(5)],
      },
      { hosts: [controller(1), controller(2), locked] },
    );
    expect(kubeVerdict(kubelet, early)).toMatchObject({
      why: 'The kubelets of all controllers must be upgraded first. controller-0 is left.',
    });
  });

  it('whose kubelet has the version is only noted, whatever state it is in', () => {
    const checks = kubeChecks(kubelet, s(undefined, { kubelet: 'v1.33.0', target: 'v1.33.0' }));
    expect(checks[0]).toMatchObject({ outcome: 'warn' });
    expect(checks.some(({ outcome }) => outcome === 'block')).toBe(false);
  });

  it('keeps control planes and kubelets near each other', () => {
    const call: UpgradeCall = { do: 'control-plane', host: controller0 };
    const of = (first: string, second: string, kubeletVersion = 'v1.32.2', to = 'v1.34.1') =>
      kubeVerdict(
        call,
        testSituation({
          upgrade: testUpgrade('upgraded-first-master', { to }),
          hosts: [
            testKubeHost(1, { controlPlane: first }),
            testKubeHost(2, { controlPlane: second }),
            testKubeHost(5, { kubelet: kubeletVersion }),
          ],
        }),
      );
    expect(of('v1.33.0', 'v1.32.2')).toMatchObject({
      why: expect.stringContaining('The other control plane is behind'),
    });
    expect(of('v1.33.0', 'v1.33.0').ok).toBe(true);
    expect(of('v1.33.0', 'v1.33.0', 'v1.30.1')).toMatchObject({
      why: 'Kubelets are too old for v1.34.1. Upgrade the kubelet of worker-0 first.',
    });
    expect(of('v1.34.1', 'v1.33.0')).toMatchObject({ why: expect.stringContaining('already runs v1.34.1') });
  });
});

describe('the end', () => {
  it('needs every kubelet and the version active', () => {
    const s = at('upgrading-kubelets');
    expect(kubeChecks({ do: 'complete' }, s).filter(({ outcome }) => outcome === 'block')).toHaveLength(2);
    const hosts = [1, 2, 5].map((n) => testKubeHost(n, { status: 'upgraded-kubelet' }));
    const versions = [{ version: 'v1.33.0', state: 'active', target: true }];
    const ready = testSituation({ upgrade: testUpgrade('upgrading-kubelets'), hosts, versions });
    expect(kubeVerdict({ do: 'complete' }, ready).ok).toBe(true);
  });
});

describe('the beginning', () => {
  it('offers newer versions only, and says what is not available', () => {
    expect(targetOptions(testKubernetes()).map(({ value, why }) => [value, why])).toEqual([
      ['v1.33.0', null],
      ['v1.34.1', null],
    ]);
  });

  it('blocks beside another upgrade or a software deployment, and knows health by the report alone', () => {
    const call: UpgradeCall = { do: 'start', version: 'v1.33.0', force: false };
    expect(kubeVerdict(call, testSituation()).ok).toBe(true);
    expect(kubeVerdict(call, at('upgrade-aborted')).ok).toBe(false);
    expect(kubeVerdict(call, testSituation({}, { deploy: { state: 'start-done' } })).ok).toBe(false);
    const health = (fact: { failed: number } | { unread: string } | undefined) =>
      kubeChecks(call, testSituation({}, { health: fact })).find(({ id }) => id === 'kube.start.health')
        ?.outcome;
    expect([
      health(undefined),
      health({ unread: 'no' }),
      health({ failed: 2 }),
      health({ failed: 0 }),
    ]).toEqual([...['unknown', 'unknown', 'warn', 'pass']]);
  });
});

it('alarms that affect management are worth knowing, its own are not', () => {
  const list = (...alarms: Alarm[]) => ({ alarms, unreadable: [], capped: false });
  const alarm = testAlarm({ managementAffecting: true });
  expect(alarmCheck(undefined).outcome).toBe('unknown');
  expect(alarmCheck(list(testAlarm({ managementAffecting: false }))).outcome).toBe('pass');
  expect(alarmCheck(list({ ...alarm, alarmId: '900.007' })).outcome).toBe('pass');
  expect(alarmCheck(list(alarm))).toMatchObject({
    outcome: 'warn',
    title: '1 alarm that affects management is active',
  });
  expect(alarmCheck({ ...list(), capped: true }).outcome).toBe('unknown');
});

describe('whose turn it is', () => {
  it.each<[string, string, KubeCall | null]>([
    ['upgrade-started', 'images', { do: 'download-images' }],
    ['upgraded-storage', 'first', { do: 'control-plane', host: controller0 }],
  ])('in %s at %s', (state, stage, call) => {
    expect(stageCall(stage as 'images', at(state))).toEqual(call);
  });

  it('the control plane that is behind, then controllers before workers and failures before all', () => {
    const ahead = testKubeHost(2, { controlPlane: 'v1.33.0' });
    const second = testSituation({
      upgrade: testUpgrade('upgraded-first-master'),
      hosts: [testKubeHost(1), ahead, testKubeHost(5)],
    });
    expect(stageCall('second', second)).toMatchObject({ host: controller0 });
    const kubelets = (...over: (string | null)[]) =>
      stageCall(
        'kubelets',
        testSituation({
          upgrade: testUpgrade('upgrading-kubelets'),
          hosts: [1, 2, 5].map((n, index) => testKubeHost(n, { status: over[index] ?? null })),
        }),
      );
    expect(kubelets()).toMatchObject({ host: { name: 'controller-1' } });
    expect(kubelets('upgraded-kubelet', 'upgraded-kubelet')).toMatchObject({ host: worker });
    expect(kubelets('upgrading-kubelet-failed')).toMatchObject({ host: controller0 });
    expect(kubelets('upgraded-kubelet', 'upgraded-kubelet', 'upgrading-kubelet')).toBeNull();
  });
});

describe('a call', () => {
  it.each<[KubeCall, string, string]>([
    [
      { do: 'start', version: 'v1.33.0', force: true },
      'Start the upgrade to v1.33.0',
      'system kube-upgrade-start --force v1.33.0',
    ],
    [{ do: 'pre-apps' }, 'Update applications before the upgrade', 'system kube-pre-application-update'],
    [{ do: 'cordon', host: controller0 }, 'Cordon controller-0', 'system kube-host-cordon controller-0'],
    [
      { do: 'kubelet', host: worker, force: false },
      'Upgrade the kubelet of worker-0',
      'system kube-host-upgrade worker-0 kubelet',
    ],
    [
      { do: 'rootca-generate', expiry: '2030-01-01', subject: "CN=it's" },
      'Generate a root CA',
      "system kube-rootca-update-generate-cert --expiry-date 2030-01-01 --subject 'CN=it'\\''s'",
    ],
    [
      { do: 'rootca-pods', phase: 'trust-new-ca' },
      'Trust the new root CA only in pods',
      'system kube-rootca-pods-update --phase trust-new-ca',
    ],
  ])('%j', (call, title, command) => {
    expect(kubeTitle(call)).toBe(title);
    expect(kubeCli(call)).toBe(command);
  });

  it('is not sent for what is under way or over', () => {
    const { remaining, after: leaves } = kubeSteps;
    const begun = testKubernetes({ upgrade: testUpgrade('downloading-images') });
    expect(remaining({ do: 'download-images' }, begun)).toBeNull();
    expect(remaining({ do: 'networking' }, begun)).not.toBeNull();
    expect(remaining({ do: 'kubelet-config' }, begun)).not.toBeNull();
    expect(remaining({ do: 'delete' }, testKubernetes())).toBeNull();
    expect(leaves({ do: 'networking' }, begun).upgrade?.state).toBe('upgrading-networking');
    expect(leaves({ do: 'delete' }, begun).upgrade).toBeNull();
  });
});

it('the way from one version to another goes over minor versions, one at a time', () => {
  const known = ['v1.32.2', 'v1.33.0', 'v1.33.4', 'v1.34.1'];
  expect(nextOnTheWay('v1.32.2', 'v1.34.1', known)).toBe('v1.33.4');
  expect(nextOnTheWay('v1.33.4', 'v1.34.1', known)).toBe('v1.34.1');
  expect(nextOnTheWay('v1.34.1', 'v1.34.1', known)).toBeNull();
  expect(minorSteps('v1.30.1', 'v1.33.0')).toBe(3);
  expect([compareVersions('1.9.9', 'v1.10.0') ?? 0, compareVersions('v1', 'x')]).toEqual([-1, null]);
});

it.each([
  [testKubernetes(), 'v1.32.2 is active on every host', 'v1.33.0 and v1.34.1 are available.'],
  [
    testKubernetes({ upgrade: testUpgrade('upgrading-networking-failed') }),
    'The upgrade to v1.33.0 failed: upgrade networking',
    'State upgrading-networking-failed.',
  ],
  [
    testKubernetes({
      upgrade: testUpgrade('upgrading-kubelets'),
      hosts: [testKubeHost(1, { status: 'upgraded-kubelet' }), testKubeHost(2)],
    }),
    'Upgrading from v1.32.2 to v1.33.0',
    'State upgrading-kubelets. 1 of 2 kubelets upgraded.',
  ],
])('says it in a sentence', (kube, finding, second) => {
  expect(kubeFinding(kube)).toEqual({ finding, second });
});
