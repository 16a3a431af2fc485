import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { ask, bodyOf, faultOf } from '../ask';

const cloud = (): World => createWorld('standard', 'charts', { speed: 1 });
const CERTS = '/v1/helm_charts/cert-manager?name=cert-manager&namespace=cert-manager';

const RESET = { reuse_values: false, reset_values: true };
const REUSE = { reuse_values: true, reset_values: false };

type Change = { flags?: object; files?: string[]; set?: string[]; attributes?: object };

function patch(world: World, { flags = RESET, files = [], set = [], attributes = {} }: Change, path = CERTS) {
  return ask(world, path, { method: 'PATCH', body: { flags, values: { files, set }, attributes } });
}

const shown = async (world: World, path = CERTS) => bodyOf(await ask(world, path));

describe('charts of an application', () => {
  it('are listed with their namespaces and whether they are enabled', async () => {
    const world = cloud();
    expect(bodyOf(await ask(world, '/v1/helm_charts?app_name=cert-manager'))).toEqual({
      charts: [
        { name: 'cert-manager', enabled: [true], namespaces: ['cert-manager'] },
        { name: 'cm-psp-rolebinding', enabled: [true], namespaces: ['cert-manager'] },
      ],
    });
    expect(bodyOf(await ask(world, '/v1/helm_charts?app_name=dell-storage')).charts).toContainEqual({
      name: 'csi-unity',
      enabled: ['true'],
      namespaces: ['dell-storage'],
    });
  });

  it('are not listed of an application that is not there or not uploaded', async () => {
    const world = cloud();
    expect(faultOf(await ask(world, '/v1/helm_charts?app_name=nosuch'))).toMatch(
      /^Unable to get the helm charts for application nosuch: Remote error: KubeAppNotFound No application with name nosuch\.\nTraceback/,
    );
    expect(faultOf(await ask(world, '/v1/helm_charts?app_name=broken-app'))).toMatch(
      /while it is upload-failed/,
    );
    expect(faultOf(await ask(world, '/v1/helm_charts'))).toBe('Missing argument: "app_name"');
  });

  it('are shown with what the platform sets, what people set, and both', async () => {
    expect(await shown(cloud())).toEqual({
      name: 'cert-manager',
      namespace: 'cert-manager',
      attributes: 'enabled: true\n',
      system_overrides: 'cainjector:\n  replicaCount: 2\nreplicaCount: 2\nwebhook:\n  replicaCount: 2\n',
      user_overrides: 'replicaCount: 2\n',
      combined_overrides: 'cainjector:\n  replicaCount: 2\nreplicaCount: 2\nwebhook:\n  replicaCount: 2\n',
    });
  });
});

describe('overrides', () => {
  it('are set by path, digits as a text', async () => {
    const world = cloud();
    const answer = await patch(world, { set: ['replicaCount=3', 'image.tag=1.37'] });
    expect(bodyOf(answer)).toEqual({
      name: 'cert-manager',
      namespace: 'cert-manager',
      user_overrides: "image:\n  tag: 1.37\nreplicaCount: '3'\n",
    });
    expect((await shown(world)).combined_overrides).toBe(
      "cainjector:\n  replicaCount: 2\nimage:\n  tag: 1.37\nreplicaCount: '3'\nwebhook:\n  replicaCount: 2\n",
    );
  });

  it('of files and sets lie over each other, maps key by key, lists as a whole', async () => {
    const world = cloud();
    await patch(world, {
      files: ['a:\n  b: 1\n  c: [1, 2]\n', 'a:\n  c:\n    - 3\nd: x\n'],
      set: ['a.b=two', 'e[1].f=true'],
    });
    expect((await shown(world)).user_overrides).toBe(
      'a:\n  b: two\n  c:\n  - 3\nd: x\ne:\n- null\n- f: true\n',
    );
  });

  it('replace those before, or are added to them', async () => {
    const world = cloud();
    await patch(world, { flags: REUSE, set: ['logLevel=debug'] });
    expect((await shown(world)).user_overrides).toBe('logLevel: debug\nreplicaCount: 2\n');
    await patch(world, { set: ['logLevel=info'] });
    expect((await shown(world)).user_overrides).toBe('logLevel: info\n');
    await patch(world, {});
    expect((await shown(world)).user_overrides).toBeNull();
  });

  it('are taken away', async () => {
    const world = cloud();
    expect((await ask(world, CERTS, { method: 'DELETE' })).status).toBe(204);
    expect((await shown(world)).user_overrides).toBeNull();
    expect(faultOf(await ask(world, CERTS.replace('/cert-manager', '/nosuch'), { method: 'DELETE' }))).toBe(
      'Application nosuch not found.',
    );
  });

  it('are refused when they contradict each other or cannot be read', async () => {
    const world = cloud();
    const says = async (change: Change) => faultOf(await patch(world, change));
    expect(await says({ flags: { reuse_values: true } })).toMatch(/needs 'reset_values' to be false/);
    expect(await says({ flags: { ...RESET, reapply: true, reapply_all: true } })).toMatch(
      /exclude each other/,
    );
    expect(await says({ set: ['a=1,b=2'] })).toMatch(/holds a comma/);
    expect(await says({ files: ['a: *alias\n'] })).toMatch(/can not be read or merged/);
    expect(await says({ set: ['a[x]=1'] })).toMatch(/can not be read or merged/);
    expect((await shown(world)).user_overrides).toBe('replicaCount: 2\n');
  });

  it('are gone after a change of attributes alone, even one that is refused: the platform resets them first', async () => {
    const world = cloud();
    expect(faultOf(await patch(world, { attributes: { colour: 'red' } }))).toBe(
      'Invalid chart attribute: colour must be one of [enabled]',
    );
    expect((await shown(world)).user_overrides).toBeNull();
    await patch(world, { flags: REUSE, set: ['a=b'] });
    await patch(world, { flags: REUSE, attributes: { enabled: 'True' } });
    expect(await shown(world)).toMatchObject({ user_overrides: 'a: b\n', attributes: 'enabled: true\n' });
  });

  it('switch a chart off, which the next apply leaves out', async () => {
    const world = cloud();
    const dex = '/v1/helm_charts/oidc-auth-apps?name=dex&namespace=kube-system';
    const answer = await patch(world, { attributes: { enabled: 'false' } }, dex);
    expect(bodyOf(answer).attributes).toEqual({ enabled: false });
    expect((await shown(world, dex)).attributes).toBe('enabled: false\n');
    await ask(world, '/v1/apps/oidc-auth-apps?directive=apply', { method: 'PATCH', body: { values: {} } });
    world.clock.advance(4500 + 12_000 + 3000 + 20_500);
    expect(bodyOf(await ask(world, '/v1/apps/oidc-auth-apps')).progress).toBe(
      'Applying app oidc-auth-apps. Chart oidc-client applied. Overall completion: 50%',
    );
  });

  it('apply the application again when they are told to', async () => {
    const world = cloud();
    await patch(world, { flags: { ...RESET, reapply: true }, set: ['a=b'] });
    expect(bodyOf(await ask(world, '/v1/apps/cert-manager'))).toMatchObject({
      status: 'applying',
      active: true,
    });
  });

  it('are for configurators, not for readers and operators', async () => {
    const world = cloud();
    for (const roles of [['reader'], ['operator', 'reader']]) {
      expect((await ask(world, CERTS, { method: 'DELETE', roles })).status).toBe(403);
      expect((await ask(world, CERTS, { roles })).status).toBe(200);
    }
  });
});
