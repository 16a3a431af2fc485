import { describe, expect, it } from 'vitest';
import { hostStatus, hostUrgency } from './host-status';
import { testHost as host } from './test-facts';

const none = { state: null, done: null, total: null };

describe('hostStatus', () => {
  it.each([
    ['nothing', {}, null],
    [
      'an installation with a count',
      { availability: 'offline', install: { state: 'installing', done: 14, total: 20 } },
      { text: 'Installing packages', moving: true, progress: { done: 14, total: 20 } },
    ],
    [
      'an installation beats a task',
      { availability: 'offline', task: 'Installing', install: { ...none, state: 'booting' } },
      { text: 'Booting', moving: true, progress: null },
    ],
    [
      'an old install state says nothing of a host that is back',
      { availability: 'online', install: { ...none, state: 'booting' } },
      null,
    ],
    ['a task', { task: 'Locking' }, { text: 'Locking', moving: true, progress: null }],
    [
      'a task beats configuration',
      { task: 'Locking', configStatus: 'Config out-of-date' },
      { text: 'Locking', moving: true, progress: null },
    ],
    [
      'configuration',
      { configStatus: 'Config out-of-date' },
      { text: 'Config out-of-date', moving: false, progress: null },
    ],
    [
      'what VIM does',
      { vimProgress: 'migrating-instances' },
      { text: 'migrating-instances', moving: false, progress: null },
    ],
    ['VIM at rest', { vimProgress: 'services-disabled' }, null],
  ])('%s', (_, fields, expected) => {
    expect(hostStatus(host(fields))).toEqual(expected);
  });
});

describe('hostUrgency', () => {
  it('sorts trouble before purpose before health', () => {
    const order = [
      hostUrgency(host({ availability: 'failed' }), null),
      hostUrgency(host({ availability: 'offline' }), null),
      hostUrgency(host({ availability: 'degraded' }), null),
      hostUrgency(host({ administrative: 'locked', availability: 'power-off' }), null),
      hostUrgency(host({}), null),
    ];
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(new Set(order).size).toBe(order.length);
  });

  it('lets a critical alarm stand out on a host that is locked', () => {
    expect(
      hostUrgency(host({ administrative: 'locked', availability: 'online' }), 'critical'),
    ).toBeGreaterThan(80);
  });
});
