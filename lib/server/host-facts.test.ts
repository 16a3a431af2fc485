/** The facts of a preflight, from the bodies that sysinv and USM really answered (shortened). */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import type { Answer, Outgoing } from '@/lib/stx/http';
import type { TimeReadings } from './time-takers';

const WORKER = '9ff0fedc-2d10-59f2-85eb-c654338459e9';
const answers = new Map<string, { status: number; body: unknown }>();
const asked: string[] = [];

vi.mock('@/lib/stx/http', () => ({
  send: async ({ url, service, requestId }: Outgoing): Promise<Result<Answer>> => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    const answer = answers.get(pathname);
    if (answer && answer.status < 300) return ok({ ...answer, headers: {} });
    const status = answer?.status ?? 501;
    return fail({
      kind: 'unavailable',
      service,
      status,
      requestId,
      message: `${service} does not offer this here.`,
    });
  },
}));
vi.mock('@/lib/stx/catalogue', () => ({
  configuredChoice: () => ({}),
  endpointUrl: (_catalogue: unknown, service: string) => ok(`http://${service}.test/v1`),
}));

const { loadCloudFact, loadHostFact } = await import('./host-facts');

/** Readings of clocks, which no fact of these looks at. */
const unasked: TimeReadings = {
  hosts: () => Promise.reject(new Error('not asked')),
  config: () => Promise.reject(new Error('not asked')),
  links: () => Promise.reject(new Error('not asked')),
};
const connection: Connection = { token: 't', catalogue: [], requestId: 'req-1' };
const below = (collection: string) => `/v1/ihosts/${WORKER}/${collection}`;
const serve = (path: string, body: unknown, status = 200) => answers.set(path, { status, body });

beforeEach(() => {
  answers.clear();
  asked.length = 0;
  serve(`/v1/ihosts/${WORKER}`, { uuid: WORKER, id: 5, hostname: 'worker-0', administrative: 'unlocked' });
});

describe('facts of the cloud', () => {
  it.each([
    [
      'apps',
      '/v1/apps',
      {
        apps: [
          {
            name: 'cert-manager',
            app_version: '26.09-3',
            status: 'applied',
            progress: 'completed',
            active: true,
          },
        ],
      },
      [{ name: 'cert-manager', status: 'applied' }],
    ],
    [
      'dataNetworks',
      '/v1/interface_datanetworks',
      {
        interface_datanetworks: [
          {
            id: 1,
            uuid: 'u',
            forihostid: 5,
            ifname: 'data0',
            datanetwork_id: 1,
            datanetwork_name: 'physnet0',
          },
        ],
      },
      [{ name: 'physnet0', hostNumber: 5 }],
    ],
    [
      'networkTypes',
      '/v1/networks',
      { networks: [{ id: 1, type: 'pxeboot', name: 'pxeboot' }] },
      ['pxeboot'],
    ],
    [
      'storageBackends',
      '/v1/storage_backend',
      {
        storage_backends: [
          {
            backend: 'ceph',
            name: 'ceph-store',
            state: 'configured',
            task: null,
            capabilities: { replication: '2', min_replication: '1' },
          },
        ],
      },
      [{ backend: 'ceph', state: 'configured', task: null, minReplication: 1, deploymentModel: null }],
    ],
    [
      'controllerFs',
      '/v1/controller_fs',
      { controller_fs: [{ name: 'platform', size: 10, replicated: true, state: "{'status': 'available'}" }] },
      [{ name: 'platform', replicated: true, status: 'available' }],
    ],
    [
      'monitors',
      '/v1/ceph_mon',
      { ceph_mon: [{ hostname: 'controller-0', state: 'configured' }] },
      [{ hostname: 'controller-0' }],
    ],
  ] as const)('%s', async (name, path, body, value) => {
    serve(path, body);
    expect(await loadCloudFact(connection, name)).toEqual({ ok: true, data: { name, value } });
  });

  it('deploy: state and hosts', async () => {
    serve('/v1/deploy', [
      { from_release: '24.09.1', to_release: '24.09.2', reboot_required: true, state: 'host' },
    ]);
    serve('/v1/deploy_host', [
      { hostname: 'controller-0', target_release: '24.09.2', host_state: 'deployed' },
      { hostname: 'worker-0', target_release: '24.09.2', host_state: 'pending' },
    ]);
    expect(await loadCloudFact(connection, 'deploy')).toMatchObject({
      data: {
        value: {
          state: 'host',
          hosts: [
            { hostname: 'controller-0', state: 'deployed' },
            { hostname: 'worker-0', state: 'pending' },
          ],
        },
      },
    });
  });

  it('deploy: none is under way', async () => {
    serve('/v1/deploy', []);
    serve('/v1/deploy_host', []);
    expect(await loadCloudFact(connection, 'deploy')).toMatchObject({
      data: { value: { state: null, hosts: [] } },
    });
  });

  it('deploy: an error that comes with 200 is a failure', async () => {
    serve('/v1/deploy', {
      info: '',
      warning: '',
      error: 'Internal error occurred. Error signature [eb4053fa]',
    });
    serve('/v1/deploy_host', []);
    expect(await loadCloudFact(connection, 'deploy')).toMatchObject({
      ok: false,
      error: { service: 'usm', message: 'Internal error occurred. Error signature [eb4053fa]' },
    });
  });

  it('a service that is not there costs its own fact only', async () => {
    serve('/v1/apps', { apps: [] });
    expect(await loadCloudFact(connection, 'deploy')).toMatchObject({ ok: false, error: { service: 'usm' } });
    expect((await loadCloudFact(connection, 'apps')).ok).toBe(true);
  });

  it('a row that cannot be read makes the fact unknown, never complete without it', async () => {
    serve('/v1/apps', {
      apps: [
        { name: 'cert-manager', status: 'applied' },
        { name: 'odd', status: null },
      ],
    });
    expect(await loadCloudFact(connection, 'apps')).toMatchObject({
      ok: false,
      error: { kind: 'unreadable' },
    });
  });
});

describe('facts of a host', () => {
  it.each([
    [
      'physicalVolumes',
      'ipvs',
      {
        ipvs: [
          {
            pv_state: 'provisioned',
            pv_type: 'partition',
            lvm_vg_name: 'cgts-vg',
            lvm_pv_size: 257698037760,
          },
        ],
      },
      [{ volumeGroup: 'cgts-vg', state: 'provisioned' }],
    ],
    [
      'partitions',
      'partitions',
      { partitions: [{ device_node: '/dev/sdb1', device_path: '/dev/disk/by-path/x-part1', status: 1 }] },
      [{ device: '/dev/disk/by-path/x-part1', status: 1 }],
    ],
    [
      'osds',
      'istors',
      { istors: [{ osdid: null, function: 'journal', state: 'configured' }] },
      [{ state: 'configured' }],
    ],
    [
      'hostFs',
      'host_fs',
      { host_fs: [{ name: 'ceph', size: 20, state: 'In-Use', capabilities: { functions: ['osd'] } }] },
      [{ name: 'ceph', state: 'In-Use', functions: ['osd'] }],
    ],
    [
      'kernel',
      'kernel',
      {
        ihost_uuid: WORKER,
        hostname: 'worker-0',
        kernel_provisioned: 'lowlatency',
        kernel_running: 'standard',
      },
      { provisioned: 'lowlatency', running: 'standard' },
    ],
    [
      'ptpInstances',
      'ptp_instances',
      { ptp_instances: [{ id: 5, name: 'clock0', service: 'clock' }] },
      ['clock0'],
    ],
  ] as const)('%s', async (name, collection, body, value) => {
    serve(below(collection), body);
    expect(await loadHostFact(connection, name, WORKER, unasked)).toEqual({
      ok: true,
      data: { name, value },
    });
  });

  it('interfaces with the networks each carries', async () => {
    serve(below('iinterfaces'), {
      iinterfaces: [
        { ifname: 'oam0', iftype: 'ethernet', ifclass: 'platform', ptp_role: 'none' },
        { ifname: 'enp24s0f0', iftype: 'ethernet', ifclass: null, ptp_role: 'none' },
      ],
    });
    serve(below('interface_networks'), {
      interface_networks: [
        { id: 1, forihostid: 1, ifname: 'oam0', network_name: 'oam', network_type: 'oam' },
      ],
    });
    expect(await loadHostFact(connection, 'interfaces', WORKER, unasked)).toMatchObject({
      data: {
        value: [
          { name: 'oam0', type: 'ethernet', networks: ['oam'], ptpRole: 'none' },
          { name: 'enp24s0f0', type: 'ethernet', networks: [], ptpRole: 'none' },
        ],
      },
    });
  });

  it('root CA update: none, and no request below it', async () => {
    serve('/v1/kube_rootca_update', { kube_rootca_updates: [] });
    expect(await loadHostFact(connection, 'kubeRootca', WORKER, unasked)).toMatchObject({
      data: { value: { state: null, hostState: null } },
    });
    expect(asked).toEqual(['/v1/kube_rootca_update']);
  });

  it('root CA update: where this host stands', async () => {
    serve('/v1/kube_rootca_update', { kube_rootca_updates: [{ state: 'updating-host-trust-both-cas' }] });
    serve('/v1/kube_rootca_update/hosts', {
      kube_host_updates: [
        { hostname: 'controller-0', state: 'updated-host-trust-both-cas' },
        { hostname: 'worker-0', state: 'updating-host-trust-both-cas' },
      ],
    });
    expect(await loadHostFact(connection, 'kubeRootca', WORKER, unasked)).toMatchObject({
      data: { value: { state: 'updating-host-trust-both-cas', hostState: 'updating-host-trust-both-cas' } },
    });
  });

  it('kubernetes upgrade: the row of this host by its number', async () => {
    serve('/v1/kube_host_upgrades', {
      kube_host_upgrades: [
        { id: 1, target_version: null, status: 'upgrading-kubelet', host_id: 1 },
        { id: 5, target_version: null, status: null, host_id: 5 },
      ],
    });
    expect(await loadHostFact(connection, 'kubeHostUpgrade', WORKER, unasked)).toMatchObject({
      data: { value: { status: null } },
    });
  });
});
