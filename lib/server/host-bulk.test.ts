/** Hosts in bulk against the embedded platform: one request, a line of the trail for each host, no password anywhere. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { BulkResult } from '@/lib/domain/provision/bulk-answer';
import { type BulkRow, type BulkValues, newRow } from '@/lib/domain/provision/bulk-row';
import type { Result } from '@/lib/domain/result';

const { bulkAddAnswer, bulkFile, orderBulkAdd } = await import('./host-bulk');

const bench = benchOfWrites('configurator');
const { written, signIn } = bench;
const SECRET = 'p&ss-of-the-board';

const row = (n: number, values: Partial<BulkValues> = {}): BulkRow =>
  newRow(randomUUID(), {
    ...{ personality: 'worker', hostname: `bulk-${n}`, mgmtMac: `3C-FD-FE-BB-00-0${n}` },
    ...{ bmType: 'ipmi', bmAddress: `10.10.77.${n}`, bmUserName: 'root', bmPassword: SECRET, ...values },
  });

async function add(
  rows: readonly BulkRow[],
  submission: string = randomUUID(),
): Promise<Result<BulkResult[]>> {
  const begun = await orderBulkAdd({ rows, submission });
  return begun.ok ? begun.data.accepted : begun;
}

describe('hosts in bulk', () => {
  it('are sent once, each with what came of it and a line of the trail', async () => {
    const rows = [row(1), row(2, { mgmtMac: '3c:fd:fe:00:04:00' }), row(3)];
    const submission = randomUUID();
    const [first, again] = await Promise.all([add(rows, submission), add(rows, submission)]);
    expect(again).toEqual(first);
    expect(await bench.writes('sysinv')).toBe(1);
    const why = 'Host-add Rejected: Host with mgmt_mac 3c:fd:fe:00:04:00 already exists';
    expect(first.ok && first.data.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['bulk-1', { state: 'added', name: 'bulk-1', remark: null }],
      ['bulk-2', { state: 'refused', why, all: false }],
      ['bulk-3', { state: 'added', name: 'bulk-3', remark: null }],
    ]);
    const line = { who: 'configurator', action: 'host.bulk-add', requestId: 'req-test' };
    expect(written).toEqual([
      expect.objectContaining({ ...line, target: 'bulk-1', outcome: 'ok', details: { hosts: 3 } }),
      expect.objectContaining({
        ...{ ...line, target: 'bulk-2', outcome: 'refused', status: 200 },
        details: { hosts: 3, refusal: why },
      }),
      expect.objectContaining({ ...line, target: 'bulk-3', outcome: 'ok' }),
    ]);
    expect(JSON.stringify([written, first])).not.toContain(SECRET);
  });

  it('are told about again to who lost the answer, to nobody else, and nothing is sent for it', async () => {
    const submission = randomUUID();
    const first = await add([row(8)], submission);
    const asked = await bulkAddAnswer(submission);
    expect(asked.ok && (await asked.data.accepted)).toEqual(first);
    expect(await bench.writes('sysinv')).toBe(1);
    expect(await bulkAddAnswer(randomUUID())).toMatchObject({ ok: false, error: { service: 'console' } });
    signIn('admin');
    expect(await bulkAddAnswer(submission)).toMatchObject({ ok: false });
  });

  it('are all refused in one sentence when one of them is not right', async () => {
    const answer = await add([row(4), row(5, { mgmtMac: 'no address' })]);
    const why = 'No hosts have been added, error parsing host bulk-5: ';
    expect(answer.ok && answer.data.map(({ outcome }) => outcome)).toEqual([
      { state: 'refused', why: expect.stringContaining(why), all: true },
      { state: 'refused', why: expect.stringContaining(why), all: true },
    ]);
  });

  it('are not added by an operator, and the try is one line', async () => {
    signIn('operator');
    expect(await add([row(6), row(7)])).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', message: expect.stringContaining('Adding hosts needs') },
    });
    expect(await bench.writes('sysinv')).toBe(0);
    expect(written).toEqual([expect.objectContaining({ target: '2 hosts in bulk', outcome: 'forbidden' })]);
  });

  it('are exported for whoever may read, without users of boards on request', async () => {
    signIn('reader');
    const kept = await bulkFile('kept');
    expect(kept.ok && kept.data).toContain('<bm_username>bmcadmin</bm_username>');
    const hidden = await bulkFile('hidden');
    expect(hidden.ok && hidden.data).toContain('<mgmt_mac>3c:fd:fe:00:04:00</mgmt_mac>');
    expect(hidden.ok && hidden.data).not.toContain('bmcadmin');
    expect(written.map(({ action, details }) => [action, details])).toEqual([
      ['host.bulk-export', { boardUsers: 'kept' }],
      ['host.bulk-export', { boardUsers: 'hidden' }],
    ]);
  });
});
