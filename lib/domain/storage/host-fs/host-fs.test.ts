/** Filesystems of a host: what may be done to them, and what is sent. */
import { describe, expect, it } from 'vitest';
import { testHost } from '../../test-facts';
import { namedIn } from '../named-in';
import { testGroup, testHostFs } from '../test-storage';
import { type HostFsCall, hostFsCli, hostFsSteps, hostFsTitle } from './host-fs-calls';
import { type HostFsFacts, hostFsGrowthGib, hostFsVerdict } from './host-fs-rules';

const controller = testHost({
  hostname: 'controller-0',
  personality: 'controller',
  subfunctions: ['controller'],
});
const facts = (over: Partial<HostFsFacts> = {}): HostFsFacts => ({
  ...{ host: controller, groups: [testGroup()], rook: false, drbdResizing: false },
  filesystems: [testHostFs(), testHostFs({ id: 'fs-scratch', name: 'scratch', sizeGib: 16 })],
  ...over,
});
const resize = (sizes: Record<string, number>): HostFsCall => ({
  do: 'hostfs.resize',
  sizes: Object.entries(sizes).map(([name, sizeGib]) => ({ name, sizeGib })),
});
const add = (name: string, sizeGib = 10): HostFsCall => ({ do: 'hostfs.add', name, sizeGib });
const cephFs = (over: Parameters<typeof testHostFs>[0] = {}) =>
  testHostFs({ id: 'fs-ceph', name: 'ceph', sizeGib: 20, functions: ['monitor'], ...over });
const conversion = testHostFs({ id: 'fs-c', name: 'image-conversion', sizeGib: 10 });
const locked = testHost({ administrative: 'locked', availability: 'online' });

describe('a change of the filesystems of a host', () => {
  it.each<[string, HostFsCall, HostFsFacts, RegExp | null]>([
    ['several at once', resize({ docker: 40, scratch: 20 }), facts(), null],
    ['the whole of what is free', resize({ docker: 150 }), facts(), null],
    [
      'more than is free',
      resize({ docker: 140, scratch: 27 }),
      facts(),
      /121 GiB more are asked for, and 120 GiB/,
    ],
    ['what nobody knows is free', resize({ docker: 4000 }), facts({ groups: [] }), null],
    ['smaller', resize({ docker: 20 }), facts(), /More than 30 GiB/],
    ['one that is gone', resize({ log: 20 }), facts(), /no filesystem log/],
    [
      'one that is being made',
      resize({ docker: 40 }),
      facts({ filesystems: [testHostFs({ state: 'Creating' })] }),
      /is Creating/,
    ],
    [
      'one that waits',
      resize({ docker: 40 }),
      facts({ filesystems: [testHostFs({ state: 'Deleting (on unlock)' })] }),
      /on unlock/,
    ],
    [
      'an optional one in use',
      resize({ ceph: 40 }),
      facts({ filesystems: [cephFs({ state: 'In-Use' })] }),
      /once it is Ready/,
    ],
    ['while DRBD resizes', resize({ docker: 40 }), facts({ drbdResizing: true }), /by DRBD/],
    ['an optional one', add('image-conversion'), facts(), null],
    ['a part of every host', add('docker'), facts(), /Only image-conversion, instances, ceph/],
    ['one that is there', add('image-conversion'), facts({ filesystems: [conversion] }), /already/],
    ['conversion on a worker', add('image-conversion'), facts({ host: testHost() }), /controllers only/],
    [
      'conversion on one that is away',
      add('image-conversion'),
      facts({ host: { ...controller, availability: 'offline' } }),
      /available, online or degraded/,
    ],
    ['instances on a worker that runs', add('instances'), facts({ host: testHost() }), /Lock the host/],
    [
      'instances beside nova-local',
      add('instances'),
      facts({ host: locked, groups: [testGroup({ name: 'nova-local' })] }),
      /nova-local/,
    ],
    ['instances', add('instances'), facts({ host: locked }), null],
    ['ceph without Rook', add('ceph'), facts(), /Ceph by Rook/],
    ['ceph with Rook', add('ceph'), facts({ rook: true }), null],
    ['ceph where Rook is not known', add('ceph'), facts({ rook: null }), null],
    [
      'ceph on a storage host',
      add('ceph'),
      facts({ rook: true, host: testHost({ personality: 'storage', subfunctions: ['storage'] }) }),
      /controllers and workers/,
    ],
    ['nothing', add('image-conversion', 0), facts(), /At least 1 GiB/],
    ['too much', add('image-conversion', 500), facts(), /500 GiB more/],
    [
      'deleting an optional one',
      { do: 'hostfs.delete', name: 'image-conversion' },
      facts({ filesystems: [conversion] }),
      null,
    ],
    ['deleting another', { do: 'hostfs.delete', name: 'docker' }, facts(), /part of every host/],
    [
      'deleting one in use',
      { do: 'hostfs.delete', name: 'ceph' },
      facts({ rook: true, filesystems: [cephFs({ state: 'In-Use' })] }),
      /once it is Ready/,
    ],
    [
      'a monitor more',
      { do: 'hostfs.functions', functions: ['monitor'] },
      facts({ rook: true, filesystems: [cephFs({ functions: [] })] }),
      null,
    ],
    [
      'an OSD',
      { do: 'hostfs.functions', functions: ['monitor', 'osd'] },
      facts({ rook: true, filesystems: [cephFs()] }),
      /comes with the first OSD/,
    ],
    [
      'without its OSDs',
      { do: 'hostfs.functions', functions: [] },
      facts({ rook: true, filesystems: [cephFs({ functions: ['osd'] })] }),
      /goes with the last OSD/,
    ],
    [
      'functions without it',
      { do: 'hostfs.functions', functions: [] },
      facts({ rook: true }),
      /no filesystem ceph/,
    ],
  ])('%s', (_, call, seen, refusal) => {
    const verdict = hostFsVerdict(call, seen);
    if (refusal === null) expect(verdict).toEqual({ ok: true });
    else expect(verdict).toMatchObject({ ok: false, why: expect.stringMatching(refusal) });
  });

  it.each<[HostFsCall, string, string]>([
    [
      resize({ docker: 40, scratch: 20 }),
      'Resize docker to 40 GiB, scratch to 20 GiB',
      'system host-fs-modify worker-0 docker=40 scratch=20',
    ],
    [
      add('image-conversion'),
      'Add filesystem image-conversion of 10 GiB',
      'system host-fs-add worker-0 image-conversion=10',
    ],
    [
      { do: 'hostfs.delete', name: 'docker' },
      'Delete filesystem docker',
      'system host-fs-delete worker-0 docker',
    ],
    [
      { do: 'hostfs.functions', functions: ['osd'] },
      'Functions of filesystem ceph: osd',
      'system host-fs-modify worker-0 ceph --functions=osd',
    ],
  ])('%j has words and a command, and is done once it is carried out', (call, title, command) => {
    const before = { filesystems: [...facts().filesystems, cephFs()] };
    expect([hostFsTitle(call), hostFsCli(call, 'worker-0')]).toEqual([title, command]);
    expect(hostFsSteps.remaining(call, before)).toEqual(call);
    expect(hostFsSteps.remaining(call, hostFsSteps.after(call, before))).toBeNull();
  });

  it('sends only what is not so already', () => {
    expect(hostFsSteps.remaining(resize({ docker: 30, scratch: 20 }), facts())).toEqual(
      resize({ scratch: 20 }),
    );
    expect(hostFsGrowthGib([{ name: 'docker', sizeGib: 31 }], [testHostFs({ sizeGib: null })])).toBeNull();
  });
});

describe('a refusal is about', () => {
  it.each([
    ["HostFs update failed: size for filesystem 'scratch' should be bigger than 20.", ['scratch']],
    [
      'backup size of 25 is insufficient for host controller-0. Minimum backup size of 26 is required based upon platform size 10 and database size 11.',
      ['platform', 'database'],
    ],
    ['HostFs update failed: Not enough free space on cgts-vg.', []],
  ])('%s', (message, names) => {
    expect(namedIn(message, ['scratch', 'docker', 'platform', 'database'])).toEqual(names);
  });
});
