/** Kubernetes as sysinv really answered (simulator/recordings), rows with holes, and the requests of calls. */
import { describe, expect, it } from 'vitest';
import type { KubeCall } from '@/lib/domain/kube/kube-calls';
import { recorded, recordedBody } from '../../test-recordings';
import { kubeRequest } from './kube-writes';
import { decodeHosts, decodeRootcaHosts, decodeUpgrades, decodeVersions, versionPath } from './rows';

describe('as recorded', () => {
  it('versions with their states', () => {
    const { rows, unreadable } = decodeVersions(recorded('get-067-get-kube-versions.json', 'kube_versions'));
    expect(unreadable).toEqual([]);
    expect(rows.map(({ version, state }) => `${version} ${state}`)).toEqual([
      ...['v1.31.5 unavailable', 'v1.32.2 active', 'v1.33.0 available', 'v1.34.1 available'],
    ]);
  });

  it('the path to a version', () => {
    expect(versionPath.parse(recordedBody('get-332-get-kube-versions-v1-33-0.json'))).toEqual({
      ...{ version: 'v1.33.0', upgradeFrom: ['v1.32.2'], downgradeTo: [] },
      ...{ appliedPatches: [], availablePatches: [] },
    });
  });

  it('hosts, of which workers have no control plane', () => {
    const { rows } = decodeHosts(recorded('get-071-get-kube-host-upgrades.json', 'kube_host_upgrades'));
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({
      hostNumber: 1,
      controlPlane: 'v1.32.2',
      kubelet: 'v1.32.2',
      status: null,
    });
    expect(rows[2]).toMatchObject({ hostNumber: 5, controlPlane: 'N/A' });
  });

  it('no upgrade, which is an empty list', () => {
    expect(decodeUpgrades(recorded('get-069-get-kube-upgrade.json', 'kube_upgrades')).rows).toEqual([]);
  });
});

it('what the platform leaves out is unknown, and so is its word for that', () => {
  const { rows, unreadable } = decodeHosts([{ uuid: 'a', kubelet_version: 'unknown' }, { host_id: 1 }]);
  expect(rows).toEqual([
    { id: 'a', hostNumber: null, target: null, status: null, controlPlane: null, kubelet: null },
  ]);
  expect(unreadable).toHaveLength(1);
  expect(decodeUpgrades([{}]).rows[0]).toMatchObject({ from: null, to: null, state: null });
  expect(decodeRootcaHosts([{ uuid: 'a', hostname: 'b' }]).rows).toEqual([
    { id: 'a', hostname: 'b', personality: null, state: null },
  ]);
});

const host = { id: 'u-1', name: 'worker-0' };
const patch = (fields: Record<string, string>) =>
  Object.entries(fields).map(([name, value]) => ({ op: 'replace', path: `/${name}`, value }));

it.each<[KubeCall, string, unknown]>([
  [
    { do: 'start', version: 'v1.33.0', force: true },
    'POST /kube_upgrade',
    { to_version: 'v1.33.0', force: true },
  ],
  [{ do: 'download-images' }, 'PATCH /kube_upgrade', patch({ state: 'downloading-images' })],
  [{ do: 'pre-apps' }, 'PATCH /kube_upgrade', patch({ state: 'pre-updating-apps' })],
  [{ do: 'networking' }, 'PATCH /kube_upgrade', patch({ state: 'upgrading-networking' })],
  [{ do: 'storage' }, 'PATCH /kube_upgrade', patch({ state: 'upgrading-storage' })],
  [{ do: 'cordon', host }, 'PATCH /kube_upgrade', patch({ hostname: 'worker-0', state: 'cordon-started' })],
  [
    { do: 'uncordon', host },
    'PATCH /kube_upgrade',
    patch({ hostname: 'worker-0', state: 'uncordon-started' }),
  ],
  [{ do: 'control-plane', host }, 'POST /ihosts/u-1/kube_upgrade_control_plane', { force: false }],
  [{ do: 'kubelet', host, force: true }, 'POST /ihosts/u-1/kube_upgrade_kubelet', { force: true }],
  [{ do: 'complete' }, 'PATCH /kube_upgrade', patch({ state: 'upgrade-complete' })],
  [{ do: 'post-apps' }, 'PATCH /kube_upgrade', patch({ state: 'post-updating-apps' })],
  [{ do: 'abort' }, 'PATCH /kube_upgrade', patch({ state: 'upgrade-aborting' })],
  [{ do: 'delete' }, 'DELETE /kube_upgrade', undefined],
  [{ do: 'rootca-start', force: false }, 'POST /kube_rootca_update/ False', {}],
  [
    { do: 'rootca-generate', expiry: '2030-01-01', subject: null },
    'POST /kube_rootca_update/generate_cert',
    { expiry_date: '2030-01-01', subject: null },
  ],
  [
    { do: 'rootca-host', host, phase: 'update-certs' },
    'POST /ihosts/u-1/kube_update_ca',
    { phase: 'update-certs' },
  ],
  [{ do: 'rootca-pods', phase: 'trust-new-ca' }, 'POST /kube_rootca_update/pods', { phase: 'trust-new-ca' }],
  [{ do: 'rootca-complete' }, 'PATCH /kube_rootca_update/', patch({ state: 'update-completed' })],
  [{ do: 'kubelet-config' }, 'POST /kube_config_kubelet/apply', {}],
  [{ do: 'rootca-abort' }, 'PATCH /kube_rootca_update/', patch({ state: 'update-aborted' })],
])('%j', (call, line, body) => {
  const request = kubeRequest(call);
  const force = request.query?.force;
  expect(`${request.method} ${request.path}${force ? ` ${force}` : ''}`).toBe(line);
  expect(request.body).toEqual(body);
});
