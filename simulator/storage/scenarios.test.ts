import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../kernel/world';
import { alarmsOf, hostIn, rowIn, seconds } from '../sysinv/api/storage/asking';
import { act, ask, faultOf } from '../sysinv/ask';
import { CEPH_FSID } from '../sysinv/cloud/storage/backends';
import { sends } from '../sysinv/network/asking';
import { createWorld } from '../worlds/create';
import { endStorage, type StorageRequest, startStorage } from './scenarios';

const worldOf = (name: WorldName) => createWorld(name, 'befall', { speed: 1 });
const CLUSTER = `cluster=${CEPH_FSID}`;
const start = (world: World, request: StorageRequest) => {
  const fault = startStorage(world, request);
  if (typeof fault === 'string') throw new Error(fault);
  return fault;
};
const alarms = (world: World) => alarmsOf(world, /^(100\.104|200\.006|800)/);
const availability = (world: World, name: string) => hostIn(world, name).row.availability;
const text = (world: World, id: string) =>
  world.fm.alarms.find(({ alarm_id }) => alarm_id === id)?.reason_text;
const healthy = async (world: World) =>
  String((await ask(world, '/v1/health')).body).includes('Ceph Storage Healthy: [OK]');

describe('a broken disk', () => {
  it('costs its group a copy, degrades its host, and is rebuilt once it is replaced', async () => {
    const world = worldOf('ceph');
    expect(await healthy(world)).toBe(true);
    const fault = start(world, { scenario: 'disk-fault', host: 'storage-2' });
    expect(fault).toMatchObject({ host: 'storage-2', osd: 6, phase: 'coming' });
    expect(alarms(world)).toEqual([]);
    seconds(world, 30);
    expect(alarms(world)).toEqual([
      '200.006 host=storage-2.process=ceph (osd.6) major',
      `800.001 ${CLUSTER} major`,
      `800.011 ${CLUSTER}.peergroup=group-1 major`,
    ]);
    expect([availability(world, 'storage-2'), world.storage.health()]).toEqual(['degraded', 'HEALTH_WARN']);
    expect(await healthy(world)).toBe(false);
    // The other host of the group holds the only copies.
    expect(faultOf(await act(world, 'storage-3', 'lock'))).toContain('without the copies');
    expect((await act(world, 'storage-1', 'lock')).status).toBe(200);

    endStorage(world, { kind: 'disk-fault' });
    expect(alarms(world)).toEqual([`800.001 ${CLUSTER} major`]);
    expect(availability(world, 'storage-2')).toBe('available');
    expect(text(world, '800.001')).toContain('made anew');
    seconds(world, 100);
    expect(world.storage.faults).toMatchObject([{ phase: 'rebuilding', rebuilt: 30 }]);
    seconds(world, 210);
    expect([alarms(world), world.storage.health()]).toEqual([[], 'HEALTH_OK']);
  });

  it('is worse when it is the last of its group', () => {
    const world = worldOf('standard');
    for (const osd of [0, 1, 2, 3]) start(world, { scenario: 'disk-fault', osd });
    seconds(world, 30);
    expect(alarms(world)).toContain(`800.010 ${CLUSTER}.peergroup=group-0 critical`);
    expect(alarms(world)).not.toContain(`800.011 ${CLUSTER}.peergroup=group-0 major`);
    expect(startStorage(world, { scenario: 'disk-fault' })).toContain('no host in service');
  });
});

describe('a filesystem that fills up', () => {
  it('has its alarm, which gets worse, and goes when there is room', () => {
    const world = worldOf('ceph');
    start(world, { scenario: 'filesystem-full', host: 'worker-0', filesystem: 'docker' });
    seconds(world, 30);
    expect(alarms(world)).toEqual(['100.104 host=worker-0.filesystem=/var/lib/docker major']);
    expect(text(world, '100.104')).toBe('File System threshold exceeded ; threshold 80.00%, actual 84.00%');
    seconds(world, 300);
    expect(alarms(world)).toEqual(['100.104 host=worker-0.filesystem=/var/lib/docker critical']);
    expect(availability(world, 'worker-0')).toBe('degraded');
    endStorage(world, {});
    expect(alarms(world)).toHaveLength(1);
    seconds(world, 70);
    expect([alarms(world), availability(world, 'worker-0')]).toEqual([[], 'available']);
  });

  it('is helped by a larger one', async () => {
    const world = worldOf('ceph');
    start(world, { scenario: 'filesystem-full', host: 'worker-0' });
    seconds(world, 30);
    expect(alarms(world)).toEqual(['100.104 host=worker-0.filesystem=/var/log major']);
    const uuid = hostIn(world, 'worker-0').row.uuid;
    const body = [
      [
        { op: 'replace', path: '/name', value: 'log' },
        { op: 'replace', path: '/size', value: 16 },
      ],
    ];
    expect((await sends(world, 'PUT', `ihosts/${uuid}/host_fs/update_many`, body)).status).toBe(204);
    seconds(world, 60);
    expect(alarms(world)).toEqual([]);
  });

  it('can be the controllers’, and one that is not there can not', () => {
    const world = worldOf('ceph');
    start(world, { scenario: 'filesystem-full', filesystem: 'database', minutes: 2 });
    seconds(world, 30);
    expect(alarms(world)).toEqual(['100.104 host=controller-0.filesystem=/var/lib/postgresql major']);
    seconds(world, 160);
    expect(alarms(world)).toEqual([]);
    expect(startStorage(world, { scenario: 'filesystem-full', filesystem: 'nosuch' })).toContain('nosuch');
  });
});

describe('a volume group that is used up', () => {
  it('has no room until it is over', async () => {
    const world = worldOf('ceph');
    const group = rowIn(world, 'ilvgs', 'worker-0', 'lvm_vg_name', 'cgts-vg');
    const free = group.lvm_vg_free_pe;
    start(world, { scenario: 'volume-group-full', host: 'worker-0' });
    seconds(world, 30);
    expect(alarms(world)).toEqual(['100.104 host=worker-0.volumegroup=cgts-vg major']);
    expect(group).toMatchObject({ lvm_vg_free_pe: 0, lvm_vg_avail_size: 0 });
    const uuid = hostIn(world, 'worker-0').row.uuid;
    const body = [
      [
        { op: 'replace', path: '/name', value: 'log' },
        { op: 'replace', path: '/size', value: 9 },
      ],
    ];
    expect(faultOf(await sends(world, 'PUT', `ihosts/${uuid}/host_fs/update_many`, body))).toContain(
      'Not enough',
    );
    endStorage(world, { host: 'worker-0' });
    expect([alarms(world), group.lvm_vg_free_pe]).toEqual([[], free]);
  });
});

describe('monitors', () => {
  it('one lost is a warning, all of them an error', () => {
    const world = worldOf('standard');
    expect(start(world, { scenario: 'monitor-lost' }).host).toBe('storage-0');
    seconds(world, 30);
    expect(alarms(world)).toContain(`800.001 ${CLUSTER} major`);
    expect(world.storage.lostMonitors(world)).toEqual(['storage-0']);
    endStorage(world, { kind: 'monitor-lost' });
    start(world, { scenario: 'ceph-down' });
    seconds(world, 30);
    expect(alarms(world)).toContain(`800.001 ${CLUSTER} critical`);
    expect(world.storage.health()).toBe('HEALTH_ERR');
    endStorage(world, {});
    expect(alarms(world).filter((alarm) => alarm.startsWith('800'))).toEqual([]);
    const lvm = worldOf('lvm');
    expect(startStorage(lvm, { scenario: 'ceph-down' })).toContain('no Ceph');
    expect(startStorage(lvm, { scenario: 'monitor-lost' })).toContain('has a monitor');
    expect(startStorage(lvm, { scenario: 'disk-fault' })).toContain('OSD');
  });
});
