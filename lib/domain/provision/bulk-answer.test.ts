import { describe, expect, it } from 'vitest';
import { type BulkAnswer, bulkResults } from './bulk-answer';
import { type BulkValues, newRow } from './bulk-row';

const mac = (n: number) => `3c:fd:fe:aa:00:0${n}`;
const row = (n: number, values: Partial<BulkValues> = {}) =>
  newRow(String(n), {
    personality: 'worker',
    hostname: `worker-2${n}`,
    mgmtMac: mac(n).toUpperCase(),
    ...values,
  });
const storage = (n: number) => row(n, { personality: 'storage', hostname: '' });
const told = (rows: ReturnType<typeof row>[], answer: BulkAnswer, present: [string, string][] | null = []) =>
  bulkResults(rows, answer, present && new Map(present)).map(({ outcome }) => outcome);

describe('what the platform answered', () => {
  it('is told row by row', () => {
    const answer = {
      success:
        '\n worker-21\n worker-23 Warning: Ignoring <power_on> due to insufficient board management (bm) data.',
      error: ` worker-22: Host-add Rejected: Host with mgmt_mac ${mac(2)} already exists\n`,
    };
    expect(told([row(1), row(2), row(3)], answer)).toEqual([
      { state: 'added', name: 'worker-21', remark: null },
      { state: 'refused', why: `Host-add Rejected: Host with mgmt_mac ${mac(2)} already exists`, all: false },
      {
        ...{ state: 'added', name: 'worker-23' },
        remark: 'Warning: Ignoring <power_on> due to insufficient board management (bm) data.',
      },
    ]);
  });

  it('keeps a refusal of several lines whole, and is not misled by names within it', () => {
    const error = ' worker-21: Rejected:\nlook at worker-22: it is busy\n worker-22: No\n';
    expect(told([row(1), row(2)], { success: '', error })).toEqual([
      { state: 'refused', why: 'Rejected:\nlook at worker-22: it is busy', all: false },
      { state: 'refused', why: 'No', all: false },
    ]);
  });

  it.each([
    ' No hosts have been added, error parsing host worker-22: Host-add Rejected: Must provide a valid format of a MAC Address',
    'No hosts have been added, invalid XML document',
    'Bulk add on a simplex system is not allowed.',
  ])('is about all of them: %s', (error) => {
    const all = { state: 'refused', why: error.trim(), all: true };
    expect(told([row(1), row(2)], { success: '', error })).toEqual([all, all]);
  });

  it('names those that the platform names itself', () => {
    const rows = [storage(1), storage(2)];
    const added = (name: string) => ({ state: 'added', name, remark: null });
    expect(told(rows, { success: '\n storage-2\n storage-3', error: '' }, null)).toEqual([
      added('storage-2'),
      added('storage-3'),
    ]);
    const mixed = { success: '\n storage-2', error: ' storage: Rejected\n' };
    expect(told(rows, mixed, [[mac(2), 'storage-2']])).toEqual([
      { state: 'refused', why: 'Rejected', all: false },
      added('storage-2'),
    ]);
    expect(told(rows, mixed, null)).toEqual([{ state: 'unsure' }, { state: 'unsure' }]);
    const about = { success: '\n storage-2', error: ` storage: mgmt_mac ${mac(1)} already exists\n` };
    expect(told(rows, about, null)).toEqual([
      { state: 'refused', why: `mgmt_mac ${mac(1)} already exists`, all: false },
      added('storage-2'),
    ]);
  });

  it('is not made up where it says nothing of a row', () => {
    expect(told([row(1), row(2)], { success: '\n worker-21', error: '' })).toEqual([
      { state: 'added', name: 'worker-21', remark: null },
      { state: 'unsure' },
    ]);
  });
});
