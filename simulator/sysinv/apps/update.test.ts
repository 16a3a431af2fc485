import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { ask, bodyOf, faultOf, rowsIn } from '../ask';
import { ISO_PATH } from './catalogue';
import { settingsOf } from './store';

const NAME = 'nginx-ingress-controller';
const NEWER = `${ISO_PATH}/${NAME}-26.09-3.tgz`;

const cloud = (): World => createWorld('standard', 'update', { speed: 1 });

const update = (world: World, tarfile = NEWER, more: Record<string, unknown> = {}) =>
  ask(world, '/v1/apps/update', { method: 'POST', body: { tarfile, ...more } });

async function said(world: World): Promise<string> {
  const { app_version, status, progress } = bodyOf(await ask(world, `/v1/apps/${NAME}`));
  return `${app_version} ${status}: ${progress}`;
}

/** What the application said of itself on the way, each thing once. */
async function passes(world: World, seconds: number): Promise<string[]> {
  const seen: string[] = [];
  for (let n = 0; n < seconds * 5; n++) {
    world.clock.advance(200);
    const now = await said(world);
    if (seen.at(-1) !== now) seen.push(now);
  }
  return seen;
}

const alarms = (world: World) =>
  world.fm.alarms
    .filter(({ entity_instance_id }) => entity_instance_id === `k8s_application=${NAME}`)
    .map(({ alarm_id }) => alarm_id);

const fails = (world: World, operation: 'update' | 'recover', kind: 'fail' | 'hang' = 'fail', chart = 1) =>
  world.sysinv.applications.faults.add({ app: NAME, operation, kind, chart });

describe('an update', () => {
  it('goes through both uploads and applies, and leaves the old version inactive', async () => {
    const world = cloud();
    expect(bodyOf(await update(world))).toMatchObject({
      name: NAME,
      app_version: '26.09-3',
      status: 'updating',
      progress: null,
      active: true,
    });
    expect(alarms(world)).toEqual(['750.005']);
    const version = (text: string) => `26.09-3 ${text}`;
    expect(await passes(world, 90)).toEqual(
      [
        'updating: null',
        'updating: The update of the application begins.',
        'updating: unpacking the tarfile of the application',
        'updating: validating and uploading charts',
        'update-starting: completed',
        'updating: completed',
        'updating: making the overrides of the application',
        'updating: retrieving docker images',
        'updating: applying application manifest',
        `updating: Applying app ${NAME}. Overall completion: 0%`,
        `updating: Applying app ${NAME}. Chart ingress-nginx applied. Overall completion: 50%`,
        'updating: cleaning up version 26.09-2',
        'applied: The update from version 26.09-2 to version 26.09-3 is complete.',
      ].map(version),
    );
    expect(alarms(world)).toEqual([]);
    expect(rowsIn(await ask(world, '/v1/apps')).filter(({ name }) => name === NAME)).toHaveLength(1);
    const inactive = (await ask(world, '/v1/apps/get_all_apps_by_status?status=inactive')).body;
    expect(inactive).toMatchObject([{ name: NAME, app_version: '26.09-2' }]);
    // And back, to the row that was kept.
    const kept = world.sysinv.applications.inactive(NAME, '26.09-2');
    await update(world, `https://tarballs.example.com/${NAME}-26.09-2.tgz`);
    world.clock.advance(120_000);
    expect(await said(world)).toMatch(/^26\.09-2 applied: .* from version 26\.09-3 to version 26\.09-2/);
    expect(world.sysinv.applications.named(NAME)).toBe(kept);
  });

  it('that fails goes back to the old version', async () => {
    const world = cloud();
    fails(world, 'update', 'fail', 2);
    await update(world);
    const seen = await passes(world, 180);
    expect(seen).toContain(
      '26.09-3 apply-failed: The Helm release "ks-psp-rolebinding" could not be applied.: operation aborted, check system inventory logs for details',
    );
    expect(seen).toContain(
      '26.09-2 recovering: The update from version 26.09-2 to version 26.09-3 was aborted. Version 26.09-2 is being brought back.',
    );
    expect(seen.at(-1)).toBe(
      '26.09-2 applied: The update from version 26.09-2 to version 26.09-3 was aborted. Version 26.09-2 is back. See the logs for details.',
    );
    expect(alarms(world)).toEqual([]);
    expect(world.sysinv.applications.all.filter(({ row }) => row.name === NAME)).toHaveLength(1);
  });

  it('that fails and cannot go back stays failed, with its alarm', async () => {
    const world = cloud();
    fails(world, 'update');
    fails(world, 'recover');
    await update(world);
    world.clock.advance(300_000);
    expect(await said(world)).toMatch(/^26\.09-2 apply-failed: .* could not be brought back/);
    expect(alarms(world)).toEqual(['750.002']);
  });

  it('that is aborted goes back', async () => {
    const world = cloud();
    fails(world, 'update', 'hang');
    await update(world);
    world.clock.advance(600_000);
    await ask(world, `/v1/apps/${NAME}?directive=abort`, { method: 'PATCH', body: { values: {} } });
    world.clock.advance(300_000);
    expect(await said(world)).toMatch(/^26\.09-2 applied: The update .* was aborted/);
  });

  it('keeps what was set on charts as the application or the caller says', async () => {
    const overridesAfter = async (more: Record<string, unknown>) => {
      const world = cloud();
      const app = world.sysinv.applications.named(NAME);
      if (!app) throw new Error('no application');
      settingsOf(app, 'ingress-nginx', 'kube-system').user = 'a: b\n';
      await update(world, NEWER, more);
      world.clock.advance(120_000);
      const path = `/v1/helm_charts/${NAME}?name=ingress-nginx&namespace=kube-system`;
      return bodyOf(await ask(world, path)).user_overrides;
    };
    expect(await overridesAfter({})).toBe('a: b\n');
    expect(await overridesAfter({ reuse_user_overrides: 'false' })).toBeNull();
  });

  it('is refused for what is not applied, the same version, no such file, and settings that are no texts', async () => {
    const world = cloud();
    const says = async (tarfile: string, more = {}) => faultOf(await update(world, tarfile, more));
    expect(await says('/nosuch-1.0-1.tgz')).toMatch(/the controller has no tar file/);
    expect(await says(`${ISO_PATH}/metrics-server-26.09-2.tgz`)).toBe(
      'Application-update rejected: operation is not allowed while the current status is uploaded.',
    );
    expect(await says('/scratch/hello-kitty-1.1-0.tgz')).toBe(
      'Application-update rejected: application not found.',
    );
    expect(await says(NEWER, { reuse_attributes: true })).toMatch(
      /reuse_attributes is true or false as a text/,
    );
    expect(await says('https://example.com/nginx-ingress-controller-26.09-2.tgz')).toMatch(
      /version 26\.09-2 is the one that is applied/,
    );
    await update(world);
    expect(await says(NEWER)).toMatch(/an update is already in progress/);
  });
});

describe('all applications', () => {
  it('are updated one after the other, with a second try for one that fails', async () => {
    const world = cloud();
    const status = async () => (await ask(world, '/v1/apps/get_apps_update_status')).body;
    expect(await status()).toBe('null');
    world.sysinv.applications.faults.add({ app: 'cert-manager', operation: 'update', kind: 'fail' });
    world.sysinv.applications.faults.add({ app: NAME, operation: 'update', kind: 'fail', times: 1 });
    expect((await ask(world, '/v1/apps/update_all', { method: 'POST' })).status).toBe(200);
    expect(await status()).toMatchObject({ status: 'in_progress' });
    world.clock.advance(1_800_000);
    expect(await status()).toEqual({
      status: 'completed',
      updated_apps: ['metrics-server', NAME, 'ptp-notification', 'node-feature-discovery'],
      failed_apps: ['cert-manager'],
    });
    const { app_version, status: now } = bodyOf(await ask(world, '/v1/apps/metrics-server'));
    expect([app_version, now]).toEqual(['26.09-2', 'uploaded']);
  });

  it('are in an order, and known by the Kubernetes that they run on', async () => {
    const world = cloud();
    expect((await ask(world, '/v1/reorder_apps')).body).toEqual([
      'platform-integ-apps',
      'cert-manager',
      NAME,
      'unmanaged_apps',
      'apps_with_cyclic_dependencies',
    ]);
    const compatible = (query: string) => ask(world, `/v1/query_compatible_apps?${query}`);
    expect((await compatible('k8s_ver=v1.33.0')).body).toContain('cert-manager');
    expect((await compatible('k8s_ver=1.33.0&include_path=true')).body).toContain(NEWER);
    expect(faultOf(await compatible('k8s_ver=v9'))).toMatch(/is not a version/);
    expect(faultOf(await compatible('k8s_ver=v1.31.5'))).toMatch(/lower than/);
    expect(faultOf(await compatible(''))).toBe('Missing argument: "k8s_ver"');
  });

  it('are applied again when a trigger says so', async () => {
    const world = cloud();
    const body = { type: 'host-delete' };
    expect((await ask(world, '/v1/evaluate_apps_reapply', { method: 'POST', body })).status).toBe(200);
    const busy = world.sysinv.applications.withStatus('applying').map(({ row }) => row.name);
    expect(busy).toEqual(['platform-integ-apps', NAME]);
    expect((await ask(world, '/v1/evaluate_apps_reapply')).status).toBe(405);
  });
});
