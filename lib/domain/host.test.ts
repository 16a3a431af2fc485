import { describe, expect, it } from 'vitest';
import {
  hasBoardManagement,
  hostCondition,
  hostName,
  isChanging,
  isInstalling,
  isProvisioned,
  isWorker,
  personalityGroup,
} from './host';
import { testActive, testHost, testLocked, testUnprovisioned } from './test-facts';

describe('a host', () => {
  it('is named by what a technician can match', () => {
    expect(hostName(testHost())).toBe('worker-0');
    expect(hostName(testUnprovisioned())).toBe('3c:fd:fe:00:0a:00');
    expect(hostName(testUnprovisioned({ mgmtMac: null }))).toBe('u0');
  });

  it.each([
    ['available', 'available'],
    ['degraded', 'degraded'],
    ['failed', 'failed'],
    ['intest', 'in-progress'],
    ['online', 'online'],
    ['offline', 'offline'],
    ['power-off', 'power-off'],
    ['offduty', 'offline'],
    ['dependency', 'offline'],
    ['a new word', 'unknown'],
    ['constructor', 'unknown'],
    [null, 'unknown'],
  ])('availability %s shows as %s', (availability, condition) => {
    expect(hostCondition({ availability })).toBe(condition);
  });

  it.each([
    ['at rest', testHost(), false],
    ['with an empty task', testHost({ task: '' }), false],
    ['with a task', testHost({ task: 'Locking' }), true],
    ['in test', testHost({ availability: 'intest' }), true],
    ['retrying', testHost({ task: 'Boot Failed, rebooting' }), true],
    ['given up', testHost({ task: 'Service Failure, threshold reached, Lock/Unlock to retry' }), false],
    [
      'installing',
      testLocked({ availability: 'offline', install: { state: 'installing', done: 3, total: 20 } }),
      true,
    ],
    [
      'between install and boot',
      testLocked({ availability: 'offline', install: { state: 'installed', done: null, total: null } }),
      true,
    ],
    [
      'back from an installation',
      testLocked({ install: { state: 'booting', done: null, total: null } }),
      false,
    ],
    [
      'installation failed',
      testLocked({ availability: 'offline', install: { state: 'failed', done: null, total: null } }),
      false,
    ],
  ])('something under way: %s', (_name, host, changing) => {
    expect(isChanging(host)).toBe(changing);
    if (isInstalling(host)) expect(changing).toBe(true);
  });

  it.each([
    [testHost(), 'worker'],
    [testActive(), 'controller'],
    [testHost({ personality: 'edgeworker' }), 'edgeworker'],
    [testHost({ personality: 'quantum' }), 'other'],
    [testUnprovisioned(), 'unprovisioned'],
    [testHost({ personality: null }), 'unprovisioned'],
  ])('belongs to one group', (host, group) => expect(personalityGroup(host)).toBe(group));

  it('"none" is a word, not a board management controller', () => {
    const bm = (type: string | null) =>
      testHost({ boardManagement: { type, address: null, userName: null } });
    expect([null, 'none', 'dynamic', 'ipmi', 'redfish'].map((type) => hasBoardManagement(bm(type)))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('an all-in-one controller is a worker too', () => {
    expect(isWorker(testActive())).toBe(false);
    expect(isWorker(testActive({ subfunctions: ['controller', 'worker', 'lowlatency'] }))).toBe(true);
    expect(isProvisioned(testUnprovisioned())).toBe(false);
  });
});
