import { describe, expect, it } from 'vitest';
import { isStorageChanging } from './changing';
import { isSettledFs } from './cloud-storage';
import { partitionState } from './partition';
import { testHostFs, testPartition } from './test-storage';
import { volumeState } from './volume-group';

describe('states of storage', () => {
  it.each([
    [0, 'Ready', 'stable'],
    [1, 'In use', 'stable'],
    [2, 'Creating', 'changing'],
    [3, 'Creating (on unlock)', 'pending'],
    [4, 'Deleting', 'changing'],
    [5, 'Modifying', 'changing'],
    [6, 'Deleted', 'changing'],
    [10, 'Error', 'failed'],
    [12, 'Error: no GPT partition table', 'failed'],
    [7, 'Unknown state 7', 'failed'],
  ])('partition status %i is %s', (status, word, phase) => {
    expect(partitionState({ status })).toEqual({ word, phase });
  });

  it('an unknown status stays unknown', () => {
    expect(partitionState({ status: null })).toBeNull();
    expect(volumeState(null)).toBeNull();
    expect(isSettledFs({ state: null })).toBe(false);
  });

  it.each([
    ['adding', 'Adding (on unlock)', true],
    ['removing', 'Removing (on unlock)', true],
    ['provisioned', 'Provisioned', false],
  ])('a volume that is %s reads %s', (state, word, pending) => {
    expect(volumeState(state)).toEqual({ word, pending, failed: false });
  });
});

describe('is followed closely', () => {
  const idle = { partitions: [], storageFunctions: [], filesystems: [] };
  const partition = (status: number | null) => ({ ...idle, partitions: [testPartition({ status })] });
  const fs = (state: string | null) => ({ ...idle, filesystems: [testHostFs({ state })] });
  it('while something is under way, and not while it waits for an unlock', () => {
    expect(isStorageChanging(idle)).toBe(false);
    expect([0, 1, 2, 3, 4, 5, null].map((one) => isStorageChanging(partition(one)))).toEqual([
      ...[false, false, true, false, true, true, false],
    ]);
    expect(
      ['Ready', 'In-Use', 'Creating', 'Creating (on unlock)', null].map((one) => isStorageChanging(fs(one))),
    ).toEqual([false, false, true, false, false]);
  });
});
