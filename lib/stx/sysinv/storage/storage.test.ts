/** Storage as sysinv really answered (simulator/recordings), and rows with holes. */

import { describe, expect, it } from 'vitest';
import { recorded } from '../../test-recordings';
import { decodeBackends, decodeCephBackends, decodeClusters, decodeMonitors, decodeTiers } from './backends';
import { decodeDisks } from './disks';
import { decodeControllerFs, decodeHostFs } from './filesystems';
import { decodePartitions } from './partitions';
import { decodeStorageFunctions } from './storage-functions';
import { decodePhysicalVolumes, decodeVolumeGroups } from './volumes';

const CONTROLLER = '9d939249-adec-56b9-a8bf-e3fd1cb840d2';

describe('as recorded', () => {
  it.each<[string, string, (rows: readonly unknown[]) => { rows: unknown[]; unreadable: unknown[] }, number]>(
    [
      ['get-015-get-idisks.json', 'idisks', decodeDisks, 26],
      [`get-146-get-ihosts-${CONTROLLER}-partitions.json`, 'partitions', decodePartitions, 1],
      ['get-014-get-ipvs.json', 'ipvs', decodePhysicalVolumes, 12],
      ['get-013-get-ilvgs.json', 'ilvgs', decodeVolumeGroups, 12],
      ['get-012-get-istors.json', 'istors', decodeStorageFunctions, 6],
      [`get-150-get-ihosts-${CONTROLLER}-host-fs.json`, 'host_fs', decodeHostFs, 7],
      ['get-025-get-controller-fs.json', 'controller_fs', decodeControllerFs, 5],
      ['get-026-get-storage-backend.json', 'storage_backends', decodeBackends, 1],
      ['get-030-get-storage-ceph.json', 'storage_ceph', decodeCephBackends, 1],
      ['get-031-get-storage-tiers.json', 'storage_tiers', decodeTiers, 1],
      ['get-047-get-clusters.json', 'clusters', decodeClusters, 1],
      ['get-034-get-ceph-mon.json', 'ceph_mon', decodeMonitors, 3],
    ],
  )('%s', (file, key, decode, count) => {
    const { rows, unreadable } = decode(recorded(file, key));
    expect(unreadable).toEqual([]);
    expect(rows).toHaveLength(count);
  });

  it('a disk with every field', () => {
    expect(decodeDisks(recorded('get-015-get-idisks.json', 'idisks')).rows[0]).toEqual({
      ...{ id: 'c17f551b-cd3c-576f-8c4e-e2059e2e44e9', hostId: CONTROLLER, node: '/dev/sda' },
      ...{ path: '/dev/disk/by-path/pci-0000:00:1f.2-ata-1.0', deviceId: 'ata-SAMSUNG_MZ7LH960_S45N0000000' },
      ...{ wwn: '0x5002538e00000000', number: 2048, type: 'SSD', sizeMib: 953_869, availableMib: 693_869 },
      ...{ serial: 'S45N0000000', model: 'SAMSUNG MZ7LH960', rpm: null, use: 'rootfs' },
      ...{ storageFunctionId: null, physicalVolumeId: null, capabilities: [] },
    });
  });

  it('a backend with its replication, which the platform writes as text', () => {
    expect(decodeBackends(recorded('get-026-get-storage-backend.json', 'storage_backends')).rows[0]).toEqual({
      ...{ id: '09e9578a-0689-5abd-ab01-bce491e4ae5c', name: 'ceph-store', kind: 'ceph' },
      ...{ state: 'configured', task: null, services: ['rbd-provisioner'], network: 'mgmt' },
      ...{ replication: 2, minReplication: 1, failureDomain: null, deploymentModel: null },
      capabilities: { replication: '2', min_replication: '1' },
    });
  });

  it('the status of a controller filesystem, written as a Python dictionary', () => {
    const { rows } = decodeControllerFs(recorded('get-025-get-controller-fs.json', 'controller_fs'));
    expect(rows.map(({ name, sizeGib, status, replicated }) => [name, sizeGib, status, replicated])).toEqual(
      expect.arrayContaining([['platform', 10, 'available', true]]),
    );
  });
});

describe('rows with holes', () => {
  it('of a disk everything but its uuid may be missing', () => {
    const { rows, unreadable } = decodeDisks([
      { uuid: 'a' },
      { uuid: 'b', size_mib: '1024', rpm: '7200', capabilities: null },
      { uuid: 'c', capabilities: '{"model_num": "X", "stor_function": "osd", "wear": 3}' },
      { size_mib: 4, device_node: '/dev/sdz' },
    ]);
    expect(
      rows.map(({ id, sizeMib, rpm, use, capabilities }) => [id, sizeMib, rpm, use, capabilities]),
    ).toEqual([
      ['a', null, null, null, []],
      ['b', 1024, 7200, null, []],
      ['c', null, null, 'osd', ['wear: 3']],
    ]);
    expect(unreadable).toMatchObject([{ name: '/dev/sdz' }]);
  });

  it('functions of a filesystem are a list, words with commas, or nothing', () => {
    const { rows } = decodeHostFs([
      { uuid: 'a', name: 'ceph', capabilities: { functions: ['monitor', 'osd'] } },
      { uuid: 'b', name: 'ceph', capabilities: { functions: 'monitor, osd' } },
      { uuid: 'c', name: 'ceph', capabilities: {} },
      { uuid: 'd', name: 'ceph', capabilities: 4 },
    ]);
    expect(rows.map(({ functions }) => functions)).toEqual([['monitor', 'osd'], ['monitor', 'osd'], [], []]);
  });

  it('a tier with odd numbers of OSDs keeps those that are numbers', () => {
    const { rows } = decodeTiers([
      { uuid: 'a', name: 'gold', stors: [0, '1', null, 2] },
      { uuid: 'b', name: 'iron', stors: 'none' },
    ]);
    expect(rows.map(({ osdNumbers }) => osdNumbers)).toEqual([[0, 2], []]);
  });
});
