import { describe, expect, it } from 'vitest';
import { testHost, testLocked, testUnprovisioned } from '../test-facts';
import { placeOf } from './stage';
import { isBeingProvisioned } from './under-way';
import { provisionWord } from './way-word';

const install = (state: string | null, done: number | null = null) => ({
  install: { state, done, total: done === null ? null : 20 },
});
const fresh = { provisionState: null, inventoryState: null, availability: 'offline' } as const;

describe('where a host stands', () => {
  it.each([
    ['discovered', testUnprovisioned(), 'identified', 'waits', 'Discovered'],
    ['added, not seen', testLocked({ ...fresh, ...install(null) }), 'power', 'now', 'Waits for network boot'],
    [
      'asked to power on, in vain',
      testLocked({ ...fresh, ...install(null), task: 'Power-On Failed' }),
      ...(['power', 'failed', 'Waits for network boot'] as const),
    ],
    [
      'powered off',
      testLocked({ ...fresh, availability: 'power-off', ...install(null) }),
      'power',
      'waits',
      'Waits for network boot',
    ],
    ['preinstall', testLocked({ ...fresh, ...install('preinstall') }), 'installing', 'now', 'Installing'],
    ['installing', testLocked({ ...fresh, ...install('installing', 12) }), 'installing', 'now', 'Installing'],
    ['postinstall', testLocked({ ...fresh, ...install('postinstall') }), 'installing', 'now', 'Installing'],
    ['installed', testLocked({ ...fresh, ...install('installed') }), 'booting', 'now', 'First boot'],
    ['booting', testLocked({ ...fresh, ...install('booting') }), 'booting', 'now', 'First boot'],
    ['failed', testLocked({ ...fresh, ...install('failed', 12) }), 'installing', 'failed', 'Install failed'],
    [
      'a word nobody knows',
      testLocked({ ...fresh, ...install('new-word') }),
      'installing',
      'unknown',
      'Unknown',
    ],
    ['installed and gone', testLocked({ ...fresh, ...install('completed') }), 'online', 'waits', 'Offline'],
    ['online', testLocked({ ...fresh, availability: 'online' }), 'inventoried', 'now', 'No inventory yet'],
    [
      'failed, and online all the same: the platform takes it back',
      testLocked({ provisionState: 'unprovisioned', ...install('failed') }),
      ...(['configured', 'waits', 'Not unlocked yet'] as const),
    ],
    [
      'inventoried',
      testLocked({ provisionState: 'unprovisioned' }),
      'configured',
      'waits',
      'Not unlocked yet',
    ],
    [
      'being reinstalled',
      testLocked({ availability: 'offline', inventoryState: 'reinstalling' }),
      ...(['power', 'now', 'Waits for network boot'] as const),
    ],
    [
      'a reinstallation at work',
      testLocked({ availability: 'offline', inventoryState: 'reinstalling', ...install('installing', 3) }),
      ...(['installing', 'now', 'Installing'] as const),
    ],
    [
      'unlocked, on its way down',
      testHost({
        provisionState: 'provisioning',
        operational: 'disabled',
        availability: 'online',
        task: 'Unlocking',
      }),
      ...(['rebooting', 'now', 'Enabling'] as const),
    ],
    [
      'unlocked, away',
      testHost({
        provisionState: 'provisioning',
        operational: 'disabled',
        availability: 'offline',
        task: 'Booting',
      }),
      ...(['rebooting', 'now', 'Enabling'] as const),
    ],
    [
      'unlocked, powered off',
      testHost({ provisionState: 'provisioning', operational: 'disabled', availability: 'power-off' }),
      ...(['rebooting', 'failed', 'Enabling failed'] as const),
    ],
    [
      'in test',
      testHost({
        provisionState: 'provisioning',
        operational: 'disabled',
        availability: 'intest',
        task: 'Enabling',
      }),
      ...(['enabling', 'now', 'Enabling'] as const),
    ],
    [
      'unlocked in vain',
      testHost({
        ...{ provisionState: 'provisioning', operational: 'disabled', availability: 'failed' },
        task: 'Configuration failure, threshold reached, Lock/Unlock to retry',
      }),
      ...(['enabling', 'failed', 'Enabling failed'] as const),
    ],
    ['in service', testHost(), 'available', 'done', null],
    ['in service, degraded', testHost({ availability: 'degraded' }), 'available', 'done', null],
    [
      'of which nobody says whether it is locked',
      testHost({ administrative: null, provisionState: null }),
      'identified',
      'unknown',
      'Unknown',
    ],
    [
      'locked, of which nobody says whether it is there',
      testLocked({ availability: null, provisionState: null }),
      'online',
      'unknown',
      'Unknown',
    ],
  ])('%s', (_, host, stage, standing, word) => {
    expect(placeOf(host)).toEqual({ stage, standing });
    expect(provisionWord(host)).toBe(word);
  });

  it('a host that has been in service is not being provisioned, whatever it does, until it is installed anew', () => {
    expect(isBeingProvisioned(testLocked())).toBe(false);
    expect(isBeingProvisioned(testHost({ operational: 'disabled', availability: 'failed' }))).toBe(false);
    expect(isBeingProvisioned(testLocked({ availability: 'offline', ...install('failed') }))).toBe(true);
  });
});
