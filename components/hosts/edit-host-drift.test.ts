import { describe, expect, it } from 'vitest';
import { changedFields, draftOf } from '@/lib/domain/host-edit';
import { testHost, testLocked } from '@/lib/domain/test-facts';
import { driftOf, withDraftOf } from './edit-host-drift';

describe('a host that changes while its form is open', () => {
  it('is said to have changed in what can be edited, and in nothing else', () => {
    expect(driftOf(testHost(), testHost({ uptimeSeconds: 5, task: 'Locking' }))).toEqual([]);
    const now = testHost({ location: 'rack-2', serialDcd: true, console: null });
    expect(driftOf(testHost(), now)).toEqual([
      { label: 'Location', is: 'rack-2' },
      { label: 'Serial console data carrier detect', is: 'on' },
      { label: 'Console', is: 'not set' },
    ]);
  });

  it('does not make what somebody else changed look typed here', () => {
    const first = testHost();
    const host = withDraftOf(first, testHost({ location: 'rack-2' }));
    expect(changedFields(host, draftOf(first))).toEqual([]);
    expect(changedFields(host, { ...draftOf(first), location: 'rack-3' })).toEqual([
      expect.objectContaining({ field: 'location', value: 'rack-3' }),
    ]);
  });

  it('opens and closes fields by its present state', () => {
    const draft = { ...draftOf(testLocked()), console: 'ttyS1' };
    expect(changedFields(withDraftOf(testLocked(), testLocked()), draft)).toHaveLength(1);
    expect(changedFields(withDraftOf(testLocked(), testHost()), draft)).toEqual([]);
  });
});
