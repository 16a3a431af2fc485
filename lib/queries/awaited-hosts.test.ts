import { beforeEach, describe, expect, it, vi } from 'vitest';
import { testHost, testLocked } from '@/lib/domain/test-facts';
import { heardHidden } from './attention-state';
import { awaitedHosts, hearHosts, waitFor, waitNoMore } from './awaited-hosts';

const installing = testLocked({
  ...{ provisionState: null, inventoryState: null, availability: 'offline' },
  install: { state: 'installing', done: 3, total: 20 },
});

describe('hosts that are waited for', () => {
  beforeEach(() => waitNoMore(installing.id));

  it('are read by a hidden tab, until nobody waits for any', () => {
    waitFor(installing);
    expect(heardHidden.get().get('hosts')).toEqual(['hosts']);
    waitNoMore(installing.id);
    expect(heardHidden.get().has('hosts')).toBe(false);
    waitFor(installing);
    expect(hearHosts([testHost({ id: installing.id })])).toHaveLength(1);
    expect(heardHidden.get().has('hosts')).toBe(false);
  });

  it('wake nobody for a reading that says nothing new', () => {
    waitFor(installing);
    const woken = vi.fn();
    const stop = [awaitedHosts.subscribe(woken), heardHidden.subscribe(woken)];
    expect(hearHosts([installing])).toEqual([]);
    expect(woken).not.toHaveBeenCalled();
    for (const end of stop) end();
  });
});
