/** The facts of a preflight, from the bodies that sysinv and USM really answered (shortened). */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/domain/result';
import { testActive } from '@/lib/domain/test-facts';
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
      [
        {
          ...{ name: 'ceph-store', backend: 'ceph', state: 'configured', task: null },
          ...{ replication: 2, minReplication: 1, deploymentModel: null },
        },
      ],
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
    [
      'dataNetworkTypes',
      '/v1/datanetworks',
      {
        datanetworks: [{ id: 1, network_type: 'vxlan', name: 'v', mtu: 1500, multicast_group: '239.0.2.1' }],
      },
      [{ name: 'v', type: 'vxlan', multicastGroup: '239.0.2.1' }],
    ],
    [
      'tiers',
      '/v1/storage_tiers',
      {
        storage_tiers: [{ uuid: 't', name: 'storage', type: 'ceph', backend_uuid: 'b', stors: [0, 1, 2, 3] }],
      },
      [{ id: 't', name: 'storage', type: 'ceph', backendId: 'b', osds: 4 }],
    ],
    [
      'oamUnits',
      '/v1/iextoam',
      { iextoams: [{ oam_floating_ip: '10.10.10.10', oam_c0_ip: '10.10.10.11', oam_c1_ip: null }] },
      { first: '10.10.10.11', second: null },
    ],
    ['ptpTransport', '/v1/ptp', { ptps: [{ mode: 'hardware', transport: 'udp', mechanism: 'e2e' }] }, 'udp'],
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
      [{ state: 'configured', tierId: null }],
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
    [
      'memory',
      'imemorys',
      {
        imemorys: [
          {
            ...{ memtotal_mib: 124000, platform_reserved_mib: 8000, hugepages_configured: 'True' },
            ...{ vswitch_hugepages_size_mib: 1024, vswitch_hugepages_reqd: null, vswitch_hugepages_nr: 0 },
            ...{ vm_pending_as_percentage: 'False', vm_hugepages_nr_2M_pending: null, vm_hugepages_nr_2M: 0 },
            ...{ vm_hugepages_2M_percentage: null, vm_hugepages_1G_percentage: 5, vm_hugepages_nr_1G: 32 },
            ...{ vm_hugepages_nr_1G_pending: 40, vm_hugepages_possible_2M: 58000, numa_node: 0 },
            minimum_platform_reserved_mib: 1000,
          },
        ],
      },
      [
        {
          ...{ node: 0, totalMib: 124000, reservedMib: 8000, minimumMib: 1000, hugepagesConfigured: true },
          ...{ vswitch: { required: null, pages: 0, sizeMib: 1024 }, asPercentage: false },
          ...{ pages2M: { now: 0, pending: null, percentage: null }, possible2M: 58000 },
          pages1G: { now: 32, pending: 40, percentage: 5 },
        },
      ],
    ],
    [
      'cpus',
      'icpus',
      { icpus: [{ cpu: 0, core: 0, thread: 0, allocated_function: 'Platform' }] },
      [{ thread: 0, function: 'Platform' }],
    ],
    [
      'devices',
      'pci_devices',
      {
        pci_devices: [
          {
            ...{ pciaddr: '0000:b4:00.0', pclass_id: '120000', pdevice_id: '0d5c', sriov_numvfs: 2 },
            ...{ sriov_vfs_pci_address: '0000:b5:00.0,0000:b5:00.1', extra_info: "{'expected_numvfs': '4'}" },
          },
          { name: 'pci_x', pclass_id: null, pdevice_id: null, extra_info: 'odd', sriov_vfs_pci_address: '' },
        ],
      },
      [
        {
          ...{ address: '0000:b4:00.0', classId: '120000', deviceId: '0d5c' },
          ...{ vfs: 2, vfAddresses: 2, expectedVfs: 4, odd: false },
        },
        {
          ...{ address: 'pci_x', classId: null, deviceId: null },
          ...{ vfs: null, vfAddresses: 0, expectedVfs: null, odd: true },
        },
      ],
    ],
    [
      'ports',
      'ethernet_ports',
      {
        ethernet_ports: [
          {
            ...{ name: 'ens1', interface_uuid: 'i', driver: 'ice', dpdksupport: 'True' },
            ...{ sriov_vfs_pci_address: 'a,b', sriov_vf_driver: 'iavf', sriov_vf_maxchannels: 4 },
          },
        ],
      },
      [
        {
          ...{ name: 'ens1', interfaceId: 'i', driver: 'ice', dpdk: true },
          ...{ vfAddresses: 2, vfDriver: 'iavf', vfMaxChannels: 4 },
        },
      ],
    ],
    [
      'labels',
      'labels',
      { labels: [{ uuid: 'l', label_key: 'sriovdp', label_value: 'enabled' }] },
      [{ key: 'sriovdp', value: 'enabled' }],
    ],
    [
      'addresses',
      'addresses',
      { addresses: [{ ifname: 'mgmt0', address: 'fd01::4', prefix: 64 }] },
      [{ interface: 'mgmt0', family: 6 }],
    ],
    [
      'dataUses',
      'interface_datanetworks',
      { interface_datanetworks: [{ ifname: 'data0', datanetwork_name: 'physnet0' }] },
      [{ interface: 'data0', network: 'physnet0' }],
    ],
    [
      'volumeGroups',
      'ilvgs',
      { ilvgs: [{ lvm_vg_name: 'nova-local', vg_state: 'adding', lvm_vg_size: 0 }] },
      [{ name: 'nova-local', state: 'adding' }],
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
        { uuid: 'i0', ifname: 'oam0', iftype: 'ethernet', ifclass: 'platform', ptp_role: 'none' },
        { uuid: 'i1', ifname: 'enp24s0f0', iftype: 'ethernet', ifclass: null, ptp_role: 'none' },
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

  describe('room for the filesystems of the second controller', () => {
    const ACTIVE = '9d939249-adec-56b9-a8bf-e3fd1cb840d2';
    const GIB = 1024 ** 3;
    const group = {
      lvm_vg_name: 'cgts-vg',
      lvm_vg_size: 240 * GIB,
      lvm_vg_total_pe: 7680,
      lvm_vg_free_pe: 3840,
    };
    const withActive: TimeReadings = {
      ...unasked,
      hosts: async () => ({
        value: {
          data: { hosts: [testActive({ id: ACTIVE })], unreadable: [] },
          ...{ asOf: 0, version: '' },
        },
        ...{ nextInMs: 0, paceMs: 0 },
      }),
    };
    const room = () => loadHostFact(connection, 'filesystemRoom', WORKER, withActive);

    it('of volumes with sizes, two requests', async () => {
      serve(`/v1/ihosts/${ACTIVE}/ilvgs`, { ilvgs: [group] });
      serve(below('ipvs'), {
        ipvs: [{ lvm_vg_name: 'cgts-vg', lvm_pv_size: 100 * GIB }, { lvm_vg_name: 'x' }],
      });
      expect(await room()).toMatchObject({ data: { value: { used: 120 * GIB, given: 100 * GIB } } });
      expect(asked).toHaveLength(2);
    });

    it('of a volume that has none yet, by what it is on', async () => {
      serve(`/v1/ihosts/${ACTIVE}/ilvgs`, { ilvgs: [{ ...group, lvm_vg_size: 0 }] });
      serve(below('ipvs'), { ipvs: [{ lvm_vg_name: 'cgts-vg', lvm_pv_size: 0, disk_or_part_uuid: 'p' }] });
      serve(below('partitions'), { partitions: [{ uuid: 'p', size_mib: 1024 }] });
      serve(below('idisks'), { idisks: [] });
      expect(await room()).toMatchObject({ data: { value: { used: null, given: GIB } } });
    });

    it('nothing without an active controller or its group', async () => {
      serve(`/v1/ihosts/${ACTIVE}/ilvgs`, { ilvgs: [] });
      serve(below('ipvs'), { ipvs: [] });
      expect(await room()).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    });
  });
});
