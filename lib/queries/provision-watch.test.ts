import { expect, it } from 'vitest';
import { testLocked } from '@/lib/domain/test-facts';
import { noteHost, watchedHosts } from './provision-watch';

const at = (state: string) =>
  testLocked({ availability: 'offline', install: { state, done: null, total: null } });

it('keeps what was seen of each host, and says when one came to another step', () => {
  expect(noteHost(at('installing'), 1_000)).toBe(false);
  expect(noteHost(at('installing'), 2_000)).toBe(false);
  expect(noteHost(at('booting'), 3_000)).toBe(true);
  // A reading that was overtaken.
  expect(noteHost(at('installing'), 2_500)).toBe(false);
  expect(noteHost({ ...at('booting'), id: 'another' }, 3_000)).toBe(false);
  expect(watchedHosts.get().get(at('booting').id)).toEqual({
    hostId: at('booting').id,
    lastAt: 3_000,
    sightings: [
      { stage: 'installing', at: 1_000, before: null },
      { stage: 'booting', at: 3_000, before: 2_000 },
    ],
  });
});
