/** Writes against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { HostAction } from '@/lib/domain/host-actions';
import type { Failure, Result } from '@/lib/domain/result';
import type { WriteDone } from '@/lib/domain/write-done';
import type { Outgoing } from '@/lib/stx/http';
import type { FieldValue } from '@/lib/stx/sysinv/host-fields';
import { ask } from '@/simulator/testing';

const sent: Outgoing[] = [];
vi.mock('@/lib/stx/http', async (original) => {
  const real = await original<typeof import('@/lib/stx/http')>();
  const send: typeof real.send = (outgoing) => {
    if ((outgoing.method ?? 'GET') !== 'GET') sent.push(outgoing);
    return real.send(outgoing);
  };
  return { ...real, send };
});

const { orderAction, orderEdit } = await import('./host-writes');

const bench = benchOfWrites('operator');
const { written, signIn } = bench;
let rows: Record<string, unknown>[] = [];

beforeAll(async () => {
  const answer = await ask(`${bench.platform().urls.sysinv}/v1/ihosts`, { token: bench.tokenOf('admin') });
  rows = rowsOf(answer.body, 'ihosts');
});
beforeEach(() => {
  sent.length = 0;
});

function rowsOf(body: unknown, key: string): Record<string, unknown>[] {
  const list = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
  return Array.isArray(list) ? list : [];
}

const idOf = (name: string): string => String(rows.find(({ hostname }) => hostname === name)?.uuid);

type Order = { typedName?: string; submission?: string };
async function run(
  name: string,
  action: Exclude<HostAction, 'edit'>,
  order: Order = {},
): Promise<Result<WriteDone>> {
  const begun = await orderAction({ host: idOf(name), action, submission: randomUUID(), ...order });
  return begun.ok ? begun.data.accepted : begun;
}

function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error('it was accepted');
  return result.error;
}

const writes = () => bench.writes('sysinv');

describe('an action', () => {
  it('is sent as one request, answered with the host, and audited with outcome and duration', async () => {
    const result = await run('worker-1', 'lock');
    expect(result).toMatchObject({ ok: true, data: { host: { hostname: 'worker-1', task: 'Locking' } } });
    expect(await writes()).toBe(1);
    expect(written).toEqual([
      expect.objectContaining({
        who: 'operator',
        from: '10.0.0.7',
        action: 'host.lock',
        target: 'worker-1',
        outcome: 'ok',
        requestId: 'req-test',
        durationMs: expect.any(Number),
        details: { action: 'lock', force: false },
      }),
    ]);
  });

  it('is answered at once, while the platform takes its time', async () => {
    await bench.platform().control.fault({ service: 'sysinv', method: 'PATCH', latencyMs: 600, times: 1 });
    const started = performance.now();
    const begun = await orderAction({ host: idOf('worker-2'), action: 'lock', submission: randomUUID() });
    expect(performance.now() - started).toBeLessThan(300);
    if (!begun.ok) throw new Error(begun.error.message);
    expect((await begun.data.accepted).ok).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(500);
  });

  it('comes back refused with the sentence of the platform, unedited, and its status', async () => {
    const result = await run('controller-0', 'lock');
    expect(failureOf(result)).toMatchObject({
      kind: 'refused',
      message: 'controller-0 : Rejected: Can not lock an active controller.',
      service: 'sysinv',
      status: 400,
      requestId: 'req-test',
    });
    expect(written).toEqual([expect.objectContaining({ outcome: 'refused', status: 400 })]);
  });

  it('is not sent for a reader, and the try is audited', async () => {
    signIn('reader');
    expect(failureOf(await run('worker-5', 'lock'))).toMatchObject({
      kind: 'forbidden',
      message: 'Your role is reader. Locking needs operator, configurator or admin.',
    });
    expect(await writes()).toBe(0);
    expect(written).toEqual([expect.objectContaining({ who: 'reader', outcome: 'forbidden' })]);
  });

  it('needs a higher right to delete than to lock', async () => {
    expect(failureOf(await run('worker-9', 'delete', { typedName: 'worker-9' })).kind).toBe('forbidden');
    expect(await writes()).toBe(0);
  });

  it('is not sent without a session', async () => {
    bench.signOut();
    expect(failureOf(await run('worker-5', 'lock')).kind).toBe('unauthenticated');
    expect(await writes()).toBe(0);
  });

  it.each([
    ['drop', { drop: true }],
    ['cut after it was carried out', { dropAfter: true }],
    ['a gateway that is not ready', { status: 503 }],
  ])('is never sent twice: %s', async (_name, fault) => {
    // The counter does not see what a fault answers, so the fault itself counts: it would be over after two.
    await bench.platform().control.fault({ service: 'sysinv', method: 'PATCH', ...fault, times: 2 });
    expect(failureOf(await run('worker-5', 'lock')).kind).toBe('unavailable');
    const second = await ask(`${bench.platform().urls.sysinv}/v1/ihosts/${idOf('worker-5')}`, {
      method: 'PATCH',
      token: bench.tokenOf('operator'),
      body: '[]',
    }).then(
      ({ status }) => status,
      () => 'cut',
    );
    expect(second).toBe('status' in fault ? 503 : 'cut');
    const third = await ask(`${bench.platform().urls.sysinv}/v1/ihosts/${idOf('worker-5')}`, {
      method: 'PATCH',
      token: bench.tokenOf('operator'),
      body: '[]',
    });
    expect(third.status).toBe(200);
  });

  it('is sent once for one press, however often that arrives', async () => {
    const submission = randomUUID();
    const both = await Promise.all([
      run('worker-7', 'lock', { submission }),
      run('worker-7', 'lock', { submission }),
    ]);
    const late = await run('worker-7', 'lock', { submission });
    expect([...both, late].every(({ ok }) => ok)).toBe(true);
    expect(await writes()).toBe(1);
    expect(written).toHaveLength(1);
  });

  it('does not take the answer of one person for the press of another', async () => {
    const submission = randomUUID();
    await run('worker-0', 'reboot', { submission });
    signIn('admin');
    await run('worker-0', 'reboot', { submission });
    expect(await writes()).toBe(2);
  });
});

describe('a typed name', () => {
  it.each<[string, Exclude<HostAction, 'edit'>, string | undefined]>([
    ['nothing', 'force-lock', undefined],
    ['another name', 'force-lock', 'worker-1'],
    ['another case', 'force-unlock', 'Worker-6'],
    ['nothing, for a deletion', 'delete', ''],
  ])('is asked for on the server too: %s', async (_name, action, typedName) => {
    signIn('admin');
    const result = await run('worker-6', action, typedName === undefined ? {} : { typedName });
    expect(failureOf(result)).toMatchObject({
      kind: 'invalid',
      fields: { typedName: 'Type worker-6 to confirm.' },
    });
    expect(await writes()).toBe(0);
    expect(written).toEqual([expect.objectContaining({ outcome: 'invalid' })]);
  });

  it('lets a force variant through, with spaces around it forgiven', async () => {
    const result = await run('worker-5', 'force-lock', { typedName: ' worker-5 ' });
    expect(result.ok).toBe(true);
    expect(written).toEqual([
      expect.objectContaining({ action: 'host.force-lock', details: { action: 'force-lock', force: true } }),
    ]);
  });

  it('is not asked for a node that was never provisioned', async () => {
    signIn('admin');
    const node = rows.find(
      ({ hostname, administrative }) => hostname === null && administrative === 'locked',
    );
    const begun = await orderAction({ host: String(node?.uuid), action: 'delete', submission: randomUUID() });
    if (!begun.ok) throw new Error(begun.error.message);
    expect(await begun.data.accepted).toMatchObject({ ok: true, data: { host: null } });
  });

  it('does not help against the platform: an unlocked host is not deleted', async () => {
    signIn('admin');
    expect(failureOf(await run('storage-0', 'delete', { typedName: 'storage-0' }))).toMatchObject({
      kind: 'refused',
      status: 500,
      message:
        'Unable to complete the action delete because Host storage-0 is in administrative state = unlocked.',
    });
  });
});

describe('an edit', () => {
  const edit = async (name: string, changes: readonly FieldValue[]) => {
    const begun = await orderEdit({ host: idOf(name), changes, submission: randomUUID() });
    return begun.ok ? begun.data.accepted : begun;
  };

  it('is one request with what changed and nothing else', async () => {
    const result = await edit('worker-4', [
      { field: 'location', value: 'rack-9/u3' },
      { field: 'bmType', value: 'redfish' },
      { field: 'bmAddress', value: '10.10.11.55' },
      { field: 'bmUserName', value: 'root' },
      { field: 'bmPassword', value: 'secret-of-the-board' },
      { field: 'serialDcd', value: true },
    ]);
    expect(result).toMatchObject({ ok: true, data: { host: { location: 'rack-9/u3', serialDcd: true } } });
    expect(sent.map(({ method, body }) => ({ method, body }))).toEqual([
      {
        method: 'PATCH',
        body: [
          { op: 'replace', path: '/location', value: { locn: 'rack-9/u3' } },
          { op: 'replace', path: '/bm_type', value: 'redfish' },
          { op: 'replace', path: '/bm_ip', value: '10.10.11.55' },
          { op: 'replace', path: '/bm_username', value: 'root' },
          { op: 'replace', path: '/bm_password', value: 'secret-of-the-board' },
          { op: 'replace', path: '/ttys_dcd', value: true },
        ],
      },
    ]);
    expect(await writes()).toBe(1);
  });

  it('leaves no password behind: not in the audit, not in the answer', async () => {
    const result = await edit('worker-4', [
      { field: 'bmUserName', value: 'root' },
      { field: 'bmPassword', value: 'secret-of-the-board' },
      { field: 'console', value: 'ttyS1,115200' },
    ]);
    expect(result.ok).toBe(true);
    expect(JSON.stringify([written, result])).not.toContain('secret-of-the-board');
    expect(written[0]?.details).toEqual({ bmUserName: '***', bmPassword: '***', console: 'ttyS1,115200' });
  });

  it('comes back refused with the sentence of the platform', async () => {
    expect(failureOf(await edit('worker-2', [{ field: 'rootfsDevice', value: '/dev/sdz' }]))).toMatchObject({
      kind: 'refused',
      message: 'Host must be locked before updating installation parameters.',
    });
    expect(written).toEqual([expect.objectContaining({ action: 'host.edit', outcome: 'refused' })]);
  });

  it('is not sent for a reader', async () => {
    signIn('reader');
    expect(failureOf(await edit('worker-4', [{ field: 'location', value: 'x' }]))).toMatchObject({
      kind: 'forbidden',
      message: 'Your role is reader. Editing needs operator, configurator or admin.',
    });
    expect(sent).toEqual([]);
  });

  it('is never sent twice', async () => {
    await bench.platform().control.fault({ service: 'sysinv', method: 'PATCH', drop: true });
    expect(failureOf(await edit('worker-4', [{ field: 'location', value: 'y' }])).kind).toBe('unavailable');
    expect(sent).toHaveLength(1);
  });
});
