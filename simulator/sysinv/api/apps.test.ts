import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import type { AppFault } from '../apps/faults';
import { ask, bodyOf, faultOf, rowsIn } from '../ask';

const cloud = (): World => createWorld('standard', 'apps', { speed: 1 });

function patch(world: World, name: string, directive: string, query = '') {
  return ask(world, `/v1/apps/${name}?directive=${directive}${query}`, {
    method: 'PATCH',
    body: { values: {} },
  });
}

const upload = (world: World, tarfile: string, more: Record<string, unknown> = {}) =>
  ask(world, '/v1/apps', {
    method: 'POST',
    body: { tarfile, app_name: '', app_version: '', images: false, ...more },
  });

async function stateOf(world: World, name: string): Promise<[unknown, unknown]> {
  const { status, progress } = bodyOf(await ask(world, `/v1/apps/${name}`));
  return [status, progress];
}

/** What an application said of itself on the way, each thing once. */
async function passes(world: World, name: string, seconds: number): Promise<string[]> {
  const seen: string[] = [];
  for (let n = 0; n < seconds * 2; n++) {
    world.clock.advance(500);
    const [status, progress] = await stateOf(world, name);
    const said = `${status}: ${progress}`;
    if (seen.at(-1) !== said) seen.push(said);
  }
  return seen;
}

const alarmsOf = (world: World, name: string) =>
  world.fm.alarms
    .filter(({ entity_instance_id }) => entity_instance_id === `k8s_application=${name}`)
    .map(({ alarm_id }) => alarm_id);

function fails(world: World, fault: AppFault): void {
  world.sysinv.applications.faults.add(fault);
}

describe('applications', () => {
  it('are listed without stamps and shown with them', async () => {
    const world = cloud();
    const rows = rowsIn(await ask(world, '/v1/apps'));
    expect(rows).toHaveLength(12);
    expect(rows[1]).toEqual({
      name: 'cert-manager',
      app_version: '26.09-3',
      manifest_name: 'cert-manager-fluxcd-manifests',
      manifest_file: 'fluxcd-manifests',
      status: 'applied',
      progress: 'completed',
      active: true,
    });
    const item = bodyOf(await ask(world, '/v1/apps/cert-manager'));
    expect(Object.keys(item)).toContain('created_at');
    expect(item).not.toHaveProperty('id');
  });

  it('are known by status, by id, and not by a status that there is not', async () => {
    const world = cloud();
    const by = (query: string) => ask(world, `/v1/apps/${query}`);
    const applied = (await by('get_all_apps_by_status?status=applied')).body;
    expect(applied).toHaveLength(5);
    expect(faultOf(await by('get_all_apps_by_status?status=bogus'))).toMatch(/bogus is no status/);
    expect(bodyOf(await by('kube_app_get_by_id?id=2')).name).toBe('cert-manager');
    expect((await by('kube_app_get_by_id?id=99')).status).toBe(404);
  });
});

it('what is neither uploaded nor applied is told by the health of an upgrade', async () => {
  const report = String((await ask(cloud(), '/v1/health/kube-upgrade')).body);
  expect(report).toContain(
    'valid state: [Fail]\\nKubernetes applications not in a valid state: snmp, dell-storage, broken-app\\n',
  );
});

describe('an upload', () => {
  it('passes through its states', async () => {
    const world = cloud();
    const answer = await upload(world, '/scratch/hello-kitty-1.0-1.tgz');
    expect(bodyOf(answer)).toMatchObject({
      name: 'hello-kitty',
      app_version: '1.0-1',
      status: 'uploading',
      progress: null,
    });
    expect(await passes(world, 'hello-kitty', 10)).toEqual([
      'uploading: unpacking the tarfile of the application',
      'uploading: validating and uploading charts',
      'uploaded: completed',
    ]);
    expect(faultOf(await upload(world, '/scratch/hello-kitty-1.0-1.tgz'))).toBe(
      'Application-upload rejected: application hello-kitty already exists.',
    );
  });

  it('fails when it is to, with its alarm, and can be deleted', async () => {
    const world = cloud();
    fails(world, { app: 'hello-kitty', operation: 'upload', kind: 'fail', text: 'one chart is broken.' });
    await upload(world, '/scratch/hello-kitty-1.0-1.tgz');
    world.clock.advance(10_000);
    expect(await stateOf(world, 'hello-kitty')).toEqual([
      'upload-failed',
      'Upload of application hello-kitty (1.0-1) failed: one chart is broken.',
    ]);
    expect(alarmsOf(world, 'hello-kitty')).toEqual(['750.001']);
    expect((await ask(world, '/v1/apps/hello-kitty', { method: 'DELETE' })).status).toBe(204);
    expect(alarmsOf(world, 'hello-kitty')).toEqual([]);
    expect((await ask(world, '/v1/apps/hello-kitty')).status).toBe(404);
  });

  it('is refused for a file that is not there, has no such ending, or is no archive', async () => {
    const world = cloud();
    expect(faultOf(await upload(world, '/nosuch.tgz'))).toMatch(
      /^Application-upload rejected: failed to extract tar file \d+\.\d+-nosuch\.tgz\.$/,
    );
    expect(faultOf(await upload(world, '/nosuch.zip'))).toMatch(/not called \.tgz or \.tar\.gz/);
    const binary_data = Buffer.from('this is no archive').toString('base64');
    expect(faultOf(await upload(world, 'x.tgz', { binary_data }))).toMatch(/failed to extract tar file/);
    expect(faultOf(await upload(world, 'x.tgz', { binary_data: 'abc' }))).toMatch(
      /Could not save the application/,
    );
  });

  it('from an address has placeholders for names until it was fetched', async () => {
    const world = cloud();
    const answer = bodyOf(await upload(world, 'https://tarballs.example.com/portieris-26.09-1.tgz'));
    expect(answer.name).toMatch(/^app-name-placeholder-[0-9a-f]{16}$/);
    expect(answer.manifest_file).toBe('tarfile-placeholder');
    world.clock.advance(1000);
    expect(await stateOf(world, String(answer.name))).toEqual(['uploading', 'fetching the tarfile']);
    world.clock.advance(6000);
    await new Promise((resolve) => setImmediate(resolve));
    world.clock.advance(10_000);
    expect(await stateOf(world, 'portieris')).toEqual(['uploaded', 'completed']);
  });

  it('from an address that leads nowhere fails', async () => {
    const world = cloud();
    const { name } = bodyOf(
      await upload(world, 'https://tarballs.example.com/nothing-1.0-1.tgz', { app_name: 'nothing' }),
    );
    world.clock.advance(7000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(name).toBe('nothing');
    expect((await stateOf(world, 'nothing'))[0]).toBe('upload-failed');
  });
});

describe('an apply', () => {
  it('passes chart by chart to applied, with an alarm meanwhile', async () => {
    const world = cloud();
    const answer = await patch(world, 'oidc-auth-apps', 'apply');
    expect(bodyOf(answer)).toMatchObject({ status: 'applying', progress: null, active: false });
    expect(alarmsOf(world, 'oidc-auth-apps')).toEqual(['750.004']);
    expect(faultOf(await patch(world, 'oidc-auth-apps', 'apply'))).toBe(
      'Application-apply rejected: install/update is already in progress.',
    );
    expect(await passes(world, 'oidc-auth-apps', 120)).toEqual([
      'applying: making the overrides of the application',
      'applying: retrieving docker images',
      'applying: applying application manifest',
      'applying: Applying app oidc-auth-apps. Overall completion: 0%',
      'applying: Applying app oidc-auth-apps. Chart oidc-client applied. Overall completion: 33%',
      'applying: Applying app oidc-auth-apps. Chart dex applied. Overall completion: 67%',
      'applied: completed',
    ]);
    expect(alarmsOf(world, 'oidc-auth-apps')).toEqual([]);
    expect(bodyOf(await ask(world, '/v1/apps/oidc-auth-apps')).active).toBe(true);
  });

  it('fails at the chart that is to fail, names it, and can be applied again', async () => {
    const world = cloud();
    fails(world, { app: 'oidc-auth-apps', operation: 'apply', kind: 'fail', chart: 2, times: 1 });
    await patch(world, 'oidc-auth-apps', 'apply');
    const seen = await passes(world, 'oidc-auth-apps', 120);
    expect(seen.at(-1)).toMatch(/^apply-failed: The Helm release "dex" could not be applied/);
    expect(seen).not.toContainEqual(expect.stringContaining('67%'));
    expect(alarmsOf(world, 'oidc-auth-apps')).toEqual(['750.002']);
    await patch(world, 'oidc-auth-apps', 'apply');
    expect(alarmsOf(world, 'oidc-auth-apps')).toEqual(['750.004']);
    world.clock.advance(120_000);
    expect((await stateOf(world, 'oidc-auth-apps'))[0]).toBe('applied');
  });

  it('hangs for three hours unless it is aborted', async () => {
    const world = cloud();
    fails(world, { operation: 'apply', kind: 'hang' });
    await patch(world, 'metrics-server', 'apply');
    world.clock.advance(3_600_000);
    expect((await stateOf(world, 'metrics-server'))[0]).toBe('applying');
    expect(bodyOf(await patch(world, 'metrics-server', 'abort')).status).toBe('applying');
    world.clock.advance(5000);
    expect(await stateOf(world, 'metrics-server')).toEqual(['apply-failed', 'operation aborted by user']);
    expect(alarmsOf(world, 'metrics-server')).toEqual(['750.002']);
  });

  it('fails at once without what it needs, and warns of what it should have', async () => {
    const world = cloud();
    await patch(world, 'kubernetes-power-manager', 'apply');
    world.clock.advance(1000);
    const [status, progress] = await stateOf(world, 'kubernetes-power-manager');
    expect(status).toBe('apply-failed');
    expect(progress).toMatch(
      /missing: intel-device-plugins-operator \(compatible version\(s\): 26\\\.09-\.\*\)/,
    );
    await patch(world, 'cert-manager', 'remove');
    world.clock.advance(60_000);
    await patch(world, 'oidc-auth-apps', 'apply');
    world.clock.advance(120_000);
    expect(await stateOf(world, 'oidc-auth-apps')).toEqual([
      'applied',
      'completed - some of what it needs is missing, see the log',
    ]);
  });

  it('applies first what it needs where it says so', async () => {
    const world = cloud();
    await patch(world, 'cert-manager', 'remove');
    world.clock.advance(60_000);
    await upload(world, '/usr/local/share/applications/helm/portieris-26.09-1.tgz');
    world.clock.advance(10_000);
    expect((await stateOf(world, 'portieris'))[1]).toMatch(/^completed - it needs .*cert-manager/);
    await patch(world, 'portieris', 'apply');
    world.clock.advance(10_000);
    expect((await stateOf(world, 'cert-manager'))[0]).toBe('applying');
    world.clock.advance(200_000);
    expect((await stateOf(world, 'cert-manager'))[0]).toBe('applied');
    expect(await stateOf(world, 'portieris')).toEqual(['applied', 'completed']);
  });

  it('is refused in other states, for an unknown application, for bad directives and while Kubernetes is away', async () => {
    const world = cloud();
    expect(faultOf(await patch(world, 'broken-app', 'apply'))).toBe(
      'Application-apply rejected: operation is not allowed while the current status is upload-failed.',
    );
    expect(faultOf(await patch(world, 'nosuch', 'apply'))).toBe(
      'Application-apply rejected: application not found.',
    );
    expect((await patch(world, 'cert-manager', 'bogus')).status).toBe(403);
    expect(
      faultOf(await ask(world, '/v1/apps/cert-manager', { method: 'PATCH', body: { values: {} } })),
    ).toBe('Missing argument: "directive"');
    world.sysinv.applications.kubernetesHealthy = false;
    expect(faultOf(await patch(world, 'metrics-server', 'apply'))).toMatch(/^Kubernetes does not answer/);
    world.sysinv.applications.kubernetesHealthy = true;
    fails(world, { app: 'metrics-server', operation: 'apply', kind: 'refuse', text: 'a label is missing' });
    expect(faultOf(await patch(world, 'metrics-server', 'apply'))).toBe(
      'Application-apply rejected: a label is missing',
    );
    expect((await stateOf(world, 'metrics-server'))[0]).toBe('uploaded');
  });
});

describe('a removal', () => {
  it('ends as uploaded, and then the application can be deleted', async () => {
    const world = cloud();
    expect(faultOf(await ask(world, '/v1/apps/ptp-notification', { method: 'DELETE' }))).toBe(
      'Application-delete rejected: operation is not allowed while the current status is applied.',
    );
    expect(bodyOf(await patch(world, 'ptp-notification', 'remove', '&force=False')).status).toBe('removing');
    expect(await passes(world, 'ptp-notification', 20)).toEqual([
      'removing: removing the manifest of the application',
      'uploaded: completed',
    ]);
    expect(bodyOf(await ask(world, '/v1/apps/ptp-notification')).active).toBe(false);
    expect((await ask(world, '/v1/apps/ptp-notification?force=False', { method: 'DELETE' })).status).toBe(
      204,
    );
  });

  it('that fails is remove-failed with its alarm, and by force is given up', async () => {
    const world = cloud();
    fails(world, { app: 'ptp-notification', operation: 'remove', kind: 'fail' });
    await patch(world, 'ptp-notification', 'remove');
    world.clock.advance(60_000);
    expect((await stateOf(world, 'ptp-notification'))[0]).toBe('remove-failed');
    expect(alarmsOf(world, 'ptp-notification')).toEqual(['750.003']);
    await patch(world, 'ptp-notification', 'remove', '&force=True');
    world.clock.advance(60_000);
    const [status, progress] = await stateOf(world, 'ptp-notification');
    expect(status).toBe('uploaded');
    expect(progress).toMatch(/By force its status is 'uploaded'/);
    expect(alarmsOf(world, 'ptp-notification')).toEqual([]);
  });

  it('that hangs can be aborted', async () => {
    const world = cloud();
    fails(world, { app: 'ptp-notification', operation: 'remove', kind: 'hang' });
    await patch(world, 'ptp-notification', 'remove');
    world.clock.advance(600_000);
    await patch(world, 'ptp-notification', 'abort');
    world.clock.advance(5000);
    expect(await stateOf(world, 'ptp-notification')).toEqual(['remove-failed', 'operation aborted by user']);
    expect(faultOf(await patch(world, 'ptp-notification', 'abort'))).toBe(
      'Application-abort rejected: operation is not allowed while the current status is remove-failed.',
    );
  });
});
