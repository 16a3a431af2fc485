import { describe, expect, it } from 'vitest';
import type { Host } from '../host';
import { testHost, testLocked } from '../test-facts';
import { type Awaited, awaitHost, callOf, hear } from './awaited';

const fresh = { provisionState: null, inventoryState: null, availability: 'offline' } as const;
const at = (state: string | null): Host =>
  testLocked({ ...fresh, install: { state, done: null, total: null } });
const installing = at('installing');
const failed = at('failed');
const installed = testLocked({ provisionState: 'unprovisioned' });
const inService = testHost();

describe('what somebody is called for', () => {
  it.each([
    ['nothing while it installs', installing, null],
    ['nothing while it boots', at('booting'), null],
    ['nothing while it reboots after its unlock', testHost({ availability: 'offline' }), null],
    ['a failed installation', failed, 'worker-0 was not installed'],
    [
      'a power-on in vain',
      testLocked({ ...fresh, task: 'Power-On Failed', install: { state: null, done: null, total: null } }),
      'worker-0 was not powered on',
    ],
    [
      'an unlock in vain',
      testHost({ operational: 'disabled', availability: 'failed' }),
      'worker-0 was not enabled',
    ],
    ['its unlock', installed, 'worker-0 is installed'],
    ['being in service', inService, 'worker-0 is in service'],
  ])('%s', (_, host, title) => expect(callOf(host)?.title ?? null).toBe(title));
});

describe('hosts that are waited for', () => {
  const none: Awaited = new Map();
  const through = (first: Host, ...then: Host[]): { titles: string[]; awaited: Awaited } => {
    let awaited = awaitHost(none, first);
    const titles: string[] = [];
    for (const host of then) {
      const heard = hear(awaited, [host]);
      awaited = heard.awaited;
      titles.push(...heard.calls.map(({ call }) => call.title));
    }
    return { titles, awaited };
  };

  it('call once for each place, and are over in service', () => {
    const { titles, awaited } = through(installing, installing, installed, installed, inService, inService);
    expect(titles).toEqual(['worker-0 is installed', 'worker-0 is in service']);
    expect(awaited.size).toBe(0);
  });

  it('call again for what fails again', () => {
    expect(through(installing, failed, failed, installing, failed).titles).toEqual([
      'worker-0 was not installed',
      'worker-0 was not installed',
    ]);
  });

  it('say nothing of where they were when it was asked for', () => {
    expect(through(failed, failed, installing).titles).toEqual([]);
    expect(awaitHost(none, inService)).toBe(none);
  });

  it('are forgotten when they are gone, and unchanged when nothing changed', () => {
    const awaited = awaitHost(none, installing);
    expect(hear(awaited, []).awaited.size).toBe(0);
    expect(hear(awaited, [installing]).awaited).toBe(awaited);
  });
});
