import { describe, expect, it } from 'vitest';
import { readGossip } from './one-tab';

describe('what another tab says', () => {
  it('is taken over', () => {
    const gossip = { heard: [{ id: 'a', severity: 'major' }], ringing: ['b'], silenced: ['c'] };
    expect(readGossip(gossip)).toEqual(gossip);
  });

  it.each([
    [null],
    ['x'],
    [{ heard: [{ id: 1, severity: 'major' }, { id: 'a', severity: 'loud' }, null], ringing: [2] }],
  ])('is left out where it is not understood: %j', (data) => {
    expect(readGossip(data)).toEqual({ heard: [], ringing: [], silenced: [] });
  });
});
