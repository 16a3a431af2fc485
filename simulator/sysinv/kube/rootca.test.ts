import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { act, ask, bodyOf, rowsIn } from '../ask';
import { setRootcaState } from './arrange-rootca';
import type { RootcaState } from './states';
import { item, kubeAlarms, post, readyWorld, said, start as startUpgrade } from './testing';

const start = (world: World, force = 'False') => post(world, `/v1/kube_rootca_update?force=${force}`);
const generate = async (world: World, body: Record<string, unknown> = {}) => {
  const reply = await post(world, '/v1/kube_rootca_update/generate_cert', {
    expiry_date: null,
    subject: null,
    ...body,
  });
  return reply.status === 200 ? bodyOf(reply) : said(reply);
};
const hostPhase = (world: World, host: string, phase: string) =>
  post(world, `/v1/ihosts/${host}/kube_update_ca`, { phase });
const podPhase = (world: World, phase: string) => post(world, '/v1/kube_rootca_update/pods', { phase });
const end = (world: World, value: string) =>
  ask(world, '/v1/kube_rootca_update', {
    method: 'PATCH',
    body: [{ op: 'replace', path: '/state', value }],
  });
const stateOf = async (world: World) => rowsIn(await ask(world, '/v1/kube_rootca_update'))[0]?.state ?? null;
const hostsOf = async (world: World) =>
  rowsIn(await ask(world, '/v1/kube_rootca_update/hosts')).map(({ hostname, state }) => [hostname, state]);

/** A phase on one host after the other, then what the cloud says. */
async function allHosts(world: World, phase: string): Promise<unknown> {
  for (const { hostname } of world.sysinv.kube.rootcaHosts) {
    expect(said(await hostPhase(world, hostname, phase))).toBe('200');
    world.clock.advance(100_000);
  }
  return stateOf(world);
}

describe('an update of the root CA', () => {
  it('goes from host to host and through the pods, and leaves the new certificate', async () => {
    const world = readyWorld('ceph');
    const before = (await item(world, '/v1/kube_rootca_update/get_cert_id')).cert_id;
    expect(said(await start(world))).toBe('200');
    expect([await stateOf(world), kubeAlarms(world)]).toEqual(['update-started', ['900.008']]);
    expect(await hostsOf(world)).toEqual(
      ['controller-0', 'controller-1', 'worker-0', 'worker-1'].map((name) => [name, null]),
    );
    const subject = 'C=CA O=StarlingX CN=kubernetes';
    const { success: to } = Object(await generate(world, { expiry_date: '2036-01-01', subject }));
    expect(to).toMatch(/^[0-9a-f]{16}-\d{20}$/);
    expect(said(await hostPhase(world, 'controller-0', 'TRUST-BOTH-CAS'))).toBe('200');
    expect(await stateOf(world)).toBe('updating-host-trust-both-cas');
    world.clock.advance(100_000);
    expect((await hostsOf(world))[0]).toEqual(['controller-0', 'updated-host-trust-both-cas']);
    // The cloud is there when its last host is.
    expect(await stateOf(world)).toBe('updating-host-trust-both-cas');
    for (const name of ['controller-1', 'worker-0', 'worker-1']) {
      await hostPhase(world, name, 'trust-both-cas');
      world.clock.advance(100_000);
    }
    expect(await stateOf(world)).toBe('updated-host-trust-both-cas');
    expect(said(await podPhase(world, 'trust-both-cas'))).toBe('200');
    world.clock.advance(200_000);
    expect(await stateOf(world)).toBe('updated-pods-trust-both-cas');
    expect(await allHosts(world, 'update-certs')).toBe('updated-host-update-certs');
    expect(await allHosts(world, 'trust-new-ca')).toBe('updated-host-trust-new-ca');
    await podPhase(world, 'trust-new-ca');
    world.clock.advance(200_000);
    expect(bodyOf(await end(world, 'update-completed'))).toMatchObject({
      state: 'update-completed',
      from_rootca_cert: before,
      to_rootca_cert: to,
    });
    expect([await stateOf(world), kubeAlarms(world)]).toEqual([null, []]);
    expect(await item(world, '/v1/kube_rootca_update/get_cert_id')).toEqual({ cert_id: to, error: '' });
  });

  it('that fails on a host is tried again there, and there alone', async () => {
    const world = readyWorld('duplex');
    await start(world);
    await generate(world);
    world.sysinv.kube.faults.add({
      state: 'updating-host-trust-both-cas',
      host: 'controller-1',
      kind: 'fail',
      times: 1,
    });
    await hostPhase(world, 'controller-0', 'trust-both-cas');
    expect(said(await hostPhase(world, 'controller-1', 'trust-both-cas'))).toMatch(/in progress on host/);
    world.clock.advance(100_000);
    await hostPhase(world, 'controller-1', 'trust-both-cas');
    world.clock.advance(100_000);
    expect(await stateOf(world)).toBe('updating-host-trust-both-cas-failed');
    expect(said(await hostPhase(world, 'controller-0', 'trust-both-cas'))).toMatch(/is done on host/);
    expect(said(await hostPhase(world, 'controller-1', 'trust-both-cas'))).toBe('200');
    world.clock.advance(100_000);
    expect(await stateOf(world)).toBe('updated-host-trust-both-cas');
  });

  it('that is aborted leaves its row and an alarm until the next begins', async () => {
    const world = readyWorld('duplex');
    await start(world);
    expect(said(await end(world, 'update-completed'))).toMatch(
      /^400 .*it must be in updated-pods-trust-new-ca/,
    );
    expect(said(await end(world, 'update-aborted'))).toBe('200');
    expect([await stateOf(world), kubeAlarms(world)]).toEqual(['update-aborted', ['900.009']]);
    expect(await hostsOf(world)).toEqual([]);
    expect(said(await end(world, 'update-aborted'))).toMatch(/^400 .*aborted already/);
    expect(said(await start(world))).toBe('200');
    expect(kubeAlarms(world)).toEqual(['900.008']);
  });

  it('is refused out of turn', async () => {
    const world = readyWorld('ceph');
    expect(said(await ask(world, '/v1/kube_rootca_update/hosts'))).toMatch(/^400 .*no update in progress/);
    expect(await generate(world)).toMatchObject({
      success: '',
      error: expect.stringContaining('not started'),
    });
    expect(said(await post(world, '/v1/kube_rootca_update'))).toBe('400 Missing argument: "force"');
    await startUpgrade(world);
    expect(said(await start(world))).toMatch(/kubernetes upgrade is in progress/);
    world.sysinv.kube.upgrade = null;
    expect(said(await start(world))).toMatch(/not healthy/);
    world.fm.clear('900.007', 'host=controller');
    await start(world);
    expect(said(await start(world))).toMatch(/in progress already/);
    expect(said(await hostPhase(world, 'worker-0', 'trust-both-cas'))).toMatch(/no new root CA certificate/);
    expect(await generate(world, { subject: 'C=CA' })).toMatch(/^400 .*needs a part CN/);
    expect(await generate(world, { subject: 'X=1 CN=a' })).toMatch(/^400 The subject may have/);
    expect(await generate(world, { expiry_date: 'soon' })).toMatch(/^400 .*YYYY-MM-DD/);
    expect(await generate(world, { expiry_date: '2020-01-01' })).toMatch(/^400 .*24 hours/);
    await generate(world);
    expect(await generate(world)).toMatchObject({ error: expect.stringContaining('already') });
    expect(said(await hostPhase(world, 'storage-0', 'trust-both-cas'))).toMatch(/^500 /);
    expect(said(await hostPhase(world, 'worker-0', 'forget'))).toMatch(/no phase forget/);
    expect(said(await hostPhase(world, 'worker-0', 'update-certs'))).toMatch(/must be in updated-pods-trust/);
    expect(said(await podPhase(world, 'trust-both-cas'))).toMatch(/must be in updated-host-trust-both-cas/);
    expect(said(await end(world, 'update-started'))).toMatch(/no state that can be asked for/);
  });

  it('keeps a host at work from being unlocked, and controllers from changing places', async () => {
    const world = readyWorld('ceph');
    await act(world, 'worker-1', 'lock');
    world.clock.advance(60_000);
    setRootcaState(world, {
      state: 'updating-host-update-certs',
      hosts: { 'worker-1': 'updating-host-update-certs', 'controller-0': 'updating-host-update-certs' },
    });
    expect(said(await act(world, 'worker-1', 'unlock'))).toMatch(/root ca update phase in progress/);
    expect(said(await act(world, 'controller-0', 'swact'))).toMatch(/root CA update goes on/);
    setRootcaState(world, { state: 'none' });
    expect(said(await act(world, 'worker-1', 'unlock'))).toBe('200');
  });
});

describe('set to a state', () => {
  it.each<[RootcaState, (string | null)[]]>([
    ['update-new-rootca-cert-generated', [null, null]],
    ['updating-host-trust-both-cas', ['updated-host-trust-both-cas', 'updating-host-trust-both-cas']],
    ['updating-host-update-certs-failed', ['updated-host-update-certs', 'updating-host-update-certs-failed']],
    ['updating-pods-trust-new-ca', ['updated-host-trust-new-ca', 'updated-host-trust-new-ca']],
  ])('%s', async (state, hosts) => {
    const world = readyWorld('duplex');
    expect(state !== 'update-completed' && setRootcaState(world, { state })).toBeUndefined();
    expect(await stateOf(world)).toBe(state);
    expect((await hostsOf(world)).map(([, own]) => own)).toEqual(hosts);
  });
});
