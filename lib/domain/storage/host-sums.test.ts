import { describe, expect, it } from 'vitest';
import { groupWords, sumsByHost, sumWords } from './host-sums';
import { testGroup, testStorageFunction } from './test-storage';

describe('the storage of every host', () => {
  it('is summed by host; a journal is no OSD, and a row without a host is of none', () => {
    const groups = [
      testGroup({ hostId: 'a' }),
      testGroup({ hostId: 'a', name: 'nova-local' }),
      testGroup({ hostId: null }),
    ];
    const functions = [
      testStorageFunction({ hostId: 'b' }),
      testStorageFunction({ hostId: 'b', state: 'configuring' }),
      testStorageFunction({ hostId: 'b', function: 'journal' }),
      testStorageFunction({ hostId: null }),
    ];
    expect(
      sumsByHost(groups, functions).map(({ id, groups: own, osds, unsettledOsds }) => [
        ...[id, own.length, osds, unsettledOsds],
      ]),
    ).toEqual([
      ['a', 2, 0, 0],
      ['b', 0, 2, 1],
    ]);
  });

  it.each([
    [100, 25, 'cgts-vg 75 %'],
    [100, 0, 'cgts-vg 100 %'],
    [100, 140, 'cgts-vg 0 %'],
    [0, 0, 'cgts-vg unknown'],
    [null, 5, 'cgts-vg unknown'],
    [100, null, 'cgts-vg unknown'],
  ])('a group of %s bytes with %s left reads %s', (sizeBytes, availableBytes, words) => {
    expect(groupWords({ name: 'cgts-vg', sizeBytes, availableBytes })).toBe(words);
  });

  it('reads as one line', () => {
    const groups = [{ name: 'cgts-vg', sizeBytes: 100, availableBytes: 50 }];
    expect(sumWords({ id: 'a', groups, osds: 1, unsettledOsds: 0 })).toBe('cgts-vg 50 %, 1 OSD');
    expect(sumWords({ id: 'a', groups: [], osds: 4, unsettledOsds: 1 })).toBe('4 OSDs, 1 not configured');
  });
});
