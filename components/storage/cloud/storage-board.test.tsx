// @vitest-environment happy-dom
/** The page of storage in what it may know and not know: never a zero, a green or an empty list for what could not be asked. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AlarmList } from '@/lib/domain/alarm';
import type { Failure } from '@/lib/domain/result';
import {
  testBackend,
  testCephBackend,
  testCloudStorage,
  testCluster,
  testControllerFs,
  testGroupFill,
  testMonitor,
  testOsd,
  testTier,
} from '@/lib/domain/storage/cloud/test-cloud-storage';
import type { CloudStorage, CloudStoragePart } from '@/lib/domain/storage/cloud-storage';
import { testAlarm, testHost, testViewer } from '@/lib/domain/test-facts';
import { StorageBoard } from './storage-board';

type Answer = { data?: unknown; error?: Failure; asOf?: number };
const answers: Record<string, Answer | undefined> = {};
vi.mock('@/lib/queries/view', () => ({
  useView: (view: string) => answers[view],
  useRefresh: () => async () => {},
}));
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => ({ viewer: testViewer('admin') }) }));
vi.mock('next/navigation', () => ({ usePathname: () => '/storage' }));

const NOW = Date.now();
const whole: Partial<CloudStorage> = {
  backends: [testBackend()],
  cephBackends: [testCephBackend()],
  clusters: [testCluster()],
  tiers: [testTier()],
  monitors: [testMonitor()],
  storageFunctions: [testOsd()],
  volumeGroups: [testGroupFill()],
  controllerFilesystems: [testControllerFs()],
  filesystems: { count: 8, unsettled: [] },
};
const alarms = (list: AlarmList['alarms'], capped = false): Answer => ({
  data: { alarms: list, unreadable: [], capped } satisfies AlarmList,
  asOf: NOW,
});
const seen = (storage: Partial<CloudStorage>): Answer => ({ data: testCloudStorage(storage), asOf: NOW });

let place: HTMLElement;
let root: Root;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  answers.cloudStorage = seen(whole);
  answers.alarms = alarms([]);
  answers.hosts = {
    data: {
      hosts: [
        testHost({ id: 'h-0', hostname: 'controller-0' }),
        testHost({ id: 'h-s0', hostname: 'storage-0' }),
      ],
    },
    asOf: NOW,
  };
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});
const draw = () => act(async () => root.render(<StorageBoard />));
const said = () => place.textContent ?? '';
const region = (name: string): string => {
  const heading = [...place.querySelectorAll('h2, h3')].find((one) => one.textContent === name);
  return heading?.closest('section')?.textContent ?? '';
};

describe('the page of storage', () => {
  it('says what there is', async () => {
    await draw();
    expect(said()).toContain(
      'No storage alarm is active. 1 of 1 backend is configured. 1 OSD is configured.',
    );
    expect(region('Backends')).toContain('ceph-storeCeph, bare metalConfigured');
    expect(region('Volume groups')).toContain('40 of 100 GiB');
    expect(region('Ceph')).toContain('No alarm of Ceph is active.');
    expect(region('Filesystems of the controllers')).toContain('8, each ready or in use.');
  });

  it.each<[string, Answer | undefined, string]>([
    [
      'alarms that could not be read',
      { error: { kind: 'unavailable', message: 'fm is away' } },
      'Unknown: alarms could not be read',
    ],
    ['a part of the alarms', alarms([], true), 'Unknown: fault management gave only a part'],
  ])('with %s nothing is well', async (_, answer, words) => {
    answers.alarms = answer;
    await draw();
    expect(region('Filling up')).toContain(words);
    expect(region('Ceph')).toContain('Health unknown.');
    expect(said()).not.toContain('No storage alarm is active');
    expect(region('Filling up')).not.toContain('No filesystem or volume group is over');
  });

  it('waits for alarms that are on their way', async () => {
    answers.alarms = undefined;
    await draw();
    expect(said()).not.toContain('No storage alarm');
    expect(region('Filling up')).toBe('');
  });

  it('shows what an alarm says, and that it is hidden by suppression', async () => {
    answers.alarms = alarms([
      testAlarm({
        ...{ alarmId: '100.104', entity: 'host=controller-0.filesystem=/var/log', suppressed: true },
        ...{ severity: 'major', reason: 'File System threshold exceeded ; threshold 80.00%, actual 84.02%' },
      }),
    ]);
    await draw();
    expect(region('Filling up')).toContain('/var/log');
    expect(region('Filling up')).toContain('84 %');
    expect(place.innerHTML).toContain('hidden by suppression');
  });

  it.each<[CloudStoragePart, string]>([
    ['backends', 'Backends'],
    ['tiers', 'Tiers'],
    ['monitors', 'Monitors'],
    ['storageFunctions', 'OSDs by host'],
    ['volumeGroups', 'Volume groups'],
    ['controllerFilesystems', 'Filesystems of the controllers'],
    ['filesystems', 'Filesystems of the controllers'],
  ])('%s that could not be read are unknown, not none', async (part, name) => {
    const empty = part === 'filesystems' ? { filesystems: { count: 0, unsettled: [] } } : { [part]: [] };
    answers.cloudStorage = seen({ ...whole, ...empty, unread: [{ part, message: 'no answer' }] });
    await draw();
    expect(region(name)).toContain('Unknown. no answer');
    expect(region(name)).not.toMatch(/None\b|0, each ready/);
    expect(said()).toContain('could not be read.');
  });

  it('is of no Ceph where there is none', async () => {
    answers.cloudStorage = seen({ backends: [testBackend({ kind: 'lvm', name: 'lvm-store' })] });
    await draw();
    expect(region('Ceph')).toBe('');
    expect(region('Backends')).toContain('LVM');
  });

  it('has room for odd rows: nulls everywhere, and a row that cannot be read', async () => {
    answers.cloudStorage = seen({
      backends: [testBackend({ name: null, state: null, services: [], replication: null, network: null })],
      monitors: [testMonitor({ hostId: null, hostname: null, state: null, sizeGib: null })],
      tiers: [testTier({ status: null, osdNumbers: [] })],
      storageFunctions: [testOsd({ hostId: null, state: null, osdNumber: null, function: null })],
      volumeGroups: [testGroupFill({ hostId: null, state: null, sizeBytes: null, availableBytes: null })],
      controllerFilesystems: [testControllerFs({ sizeGib: null, status: null })],
      unreadable: [{ part: 'tiers', id: null, name: 'odd', why: 'uuid is missing' }],
    });
    await draw();
    expect(said()).not.toMatch(/null|NaN|undefined/);
    expect(region('Volume groups')).toContain('Unknown');
    expect(region('Monitors')).toContain('Host unknown');
    expect(region('Filesystems of the controllers')).toContain('State unknown');
    expect(said()).toContain('1 row cannot be read.');
  });

  it('keeps what it knew when a newer reading fails, and says that nothing was ever read', async () => {
    const error: Failure = { kind: 'unavailable', message: 'sysinv does not answer' };
    answers.cloudStorage = { ...seen(whole), error };
    await draw();
    expect(said()).toContain('The storage could not be read again.');
    expect(region('Backends')).toContain('ceph-store');
    answers.cloudStorage = { error };
    await draw();
    expect(said()).toContain('The storage could not be read');
    expect(said()).toContain('sysinv does not answer');
    expect(region('Backends')).toBe('');
  });
});
