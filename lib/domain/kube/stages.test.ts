/** Every state of the platform has its place on the way; one that is not known says so. */
import { describe, expect, it } from 'vitest';
import { HOST_PHASES, hostPhaseMark, ROOTCA_STATES, rootcaStages } from './rootca-stages';
import { testKubeHost, testUpgrade } from './test-kube';
import { isUpgradeWorking, UPGRADE_STATES, upgradePlace, upgradeStages } from './upgrade-stages';

/** common/kubernetes.py, word for word. */
const PLATFORM =
  `upgrade-started downloading-images downloading-images-failed downloaded-images pre-updating-apps
  pre-updating-apps-failed pre-updated-apps post-updating-apps post-updating-apps-failed post-updated-apps
  upgrading-networking upgrading-networking-failed upgraded-networking upgrading-storage upgrading-storage-failed
  upgraded-storage upgrading-first-master upgrading-first-master-failed upgraded-first-master upgrading-second-master
  upgrading-second-master-failed upgraded-second-master upgrading-kubelets upgrade-complete upgrade-aborting
  upgrade-aborting-failed upgrade-aborted cordon-started cordon-complete cordon-failed uncordon-started
  uncordon-complete uncordon-failed`.split(/\s+/);
const ROOTCA = `update-started update-new-rootca-cert-generated updating-pods-trust-both-cas
  updated-pods-trust-both-cas updating-pods-trust-both-cas-failed updating-pods-trust-new-ca updated-pods-trust-new-ca
  updating-pods-trust-new-ca-failed update-aborted updating-host-trust-both-cas updated-host-trust-both-cas
  updating-host-trust-both-cas-failed updating-host-update-certs updated-host-update-certs
  updating-host-update-certs-failed updating-host-trust-new-ca updated-host-trust-new-ca
  updating-host-trust-new-ca-failed`.split(/\s+/);

const marks = (state: string | null, mode: string | null, hosts = [testKubeHost(1)]) =>
  upgradeStages(testUpgrade(state), hosts, mode).map(({ id, mark }) => `${id} ${mark}`);

describe('the states of an upgrade', () => {
  it('are those of the platform', () => {
    expect(UPGRADE_STATES.toSorted()).toEqual(PLATFORM.toSorted());
  });

  it.each(PLATFORM)('%s is shown where it stands, whatever the mode', (state) => {
    for (const mode of ['simplex', 'duplex', null]) {
      const here = upgradeStages(testUpgrade(state), [], mode).flatMap(({ states }) =>
        states.filter((one) => one.here),
      );
      expect(here.map((one) => one.state)).toEqual([state]);
    }
  });

  it.each<[string, string, RegExp]>([
    ['upgrade-started', 'duplex', /^start done,images waiting,pre-apps ahead/],
    ['downloading-images', 'duplex', /^start done,images working,pre-apps ahead/],
    ['downloading-images-failed', 'duplex', /^start done,images failed,pre-apps ahead/],
    ['upgraded-storage', 'simplex', /storage done,cordon waiting,first ahead,kubelets ahead,uncordon ahead/],
    ['upgraded-storage', 'duplex', /storage done,first waiting,second ahead,kubelets ahead,complete ahead/],
    ['cordon-failed', 'simplex', /cordon failed,first ahead/],
    ['upgraded-first-master', 'duplex', /first done,second waiting,kubelets ahead/],
    ['upgrade-complete', 'duplex', /complete done,post-apps waiting$/],
    ['post-updated-apps', 'simplex', /complete done,post-apps done$/],
    ['upgrade-aborted', 'simplex', /^start unknown.*abort done$/],
    ['upgrade-aborting-failed', 'simplex', /abort failed$/],
  ])('%s in %s', (state, mode, way) => {
    expect(marks(state, mode).join(',')).toMatch(way);
  });

  it('of all kubelets the hosts say whether anything goes on', () => {
    const of = (...statuses: (string | null)[]) =>
      marks(
        'upgrading-kubelets',
        'duplex',
        statuses.map((status, index) => testKubeHost(index + 1, { status })),
      ).filter((line) => /kubelets|complete/.test(line));
    expect(of('upgraded-kubelet', null)).toEqual(['kubelets waiting', 'complete ahead']);
    expect(of('upgraded-kubelet', 'upgrading-kubelet')).toEqual(['kubelets working', 'complete ahead']);
    expect(of('upgrading-kubelet-failed', null)).toEqual(['kubelets failed', 'complete ahead']);
    expect(of('upgraded-kubelet', 'upgraded-kubelet')).toEqual(['kubelets done', 'complete waiting']);
  });

  it('an unknown one, or none, makes nothing up', () => {
    for (const state of ['upgrading-dreams', null]) {
      expect(upgradePlace(state)).toBeUndefined();
      expect(marks(state, 'duplex').every((line) => line.endsWith('unknown'))).toBe(true);
    }
  });

  it('is followed closely exactly while the platform is at work', () => {
    expect(PLATFORM.filter((state) => isUpgradeWorking(testUpgrade(state), []))).toEqual([
      ...['downloading-images', 'pre-updating-apps', 'post-updating-apps', 'upgrading-networking'],
      ...['upgrading-storage', 'upgrading-first-master', 'upgrading-second-master', 'upgrade-aborting'],
      ...['cordon-started', 'uncordon-started'],
    ]);
    expect(isUpgradeWorking(null, [testKubeHost(1, { status: 'upgrading-kubelet' })])).toBe(true);
  });
});

describe('the states of an update of the root CA', () => {
  it('are those of the platform', () => {
    expect(ROOTCA_STATES.toSorted()).toEqual(ROOTCA.toSorted());
  });

  const row = (hostname: string, state: string | null) => ({
    ...{ id: hostname, hostname, personality: 'controller', state },
  });

  it('while only some hosts are through a phase it waits for the others', () => {
    const update = { state: 'updating-host-update-certs' };
    const mark = (state: string) =>
      rootcaStages(update, [row('a', 'updated-host-update-certs'), row('b', state)]).find(
        ({ id }) => id === 'host-update-certs',
      )?.mark;
    expect(mark('updated-host-trust-both-cas')).toBe('waiting');
    expect(mark('updating-host-update-certs')).toBe('working');
  });

  it('a host stands to each phase as its state says', () => {
    const of = (state: string | null) => HOST_PHASES.map((phase) => hostPhaseMark(row('a', state), phase));
    expect(of(null)).toEqual(['ahead', 'ahead', 'ahead']);
    expect(of('updated-host-trust-both-cas')).toEqual(['done', 'ahead', 'ahead']);
    expect(of('updating-host-update-certs-failed')).toEqual(['done', 'failed', 'ahead']);
    expect(of('dreaming')).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
