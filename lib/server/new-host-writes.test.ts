/** Adding hosts against the embedded platform: sent once, audited without the password, refused verbatim. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { NewHostValues } from '@/lib/domain/new-host/order';
import type { Result } from '@/lib/domain/result';
import type { WriteDone } from '@/lib/domain/write-done';
import type { Outgoing } from '@/lib/stx/http';

const sent: Outgoing[] = [];
vi.mock('@/lib/stx/http', async (original) => {
  const real = await original<typeof import('@/lib/stx/http')>();
  const send: typeof real.send = (outgoing) => {
    if ((outgoing.method ?? 'GET') !== 'GET') sent.push(outgoing);
    return real.send(outgoing);
  };
  return { ...real, send };
});

const { orderNewHost } = await import('./new-host-writes');

const bench = benchOfWrites('configurator', 'ceph');
const MAC = '3c:fd:fe:aa:01:11';
const SECRET = 'Bmc-secret-77';
const worker: NewHostValues = {
  mgmt_mac: MAC,
  personality: 'worker',
  bm_type: 'none',
  install_output: 'text',
};
const managed = { bm_type: 'redfish', bm_ip: '10.10.10.77', bm_username: 'roost' } as const;

beforeEach(() => {
  sent.length = 0;
});

type More = { node?: string | null; bmPassword?: string; submission?: string };
async function add(values: NewHostValues, more: More = {}): Promise<Result<WriteDone>> {
  const begun = await orderNewHost({ node: null, submission: randomUUID(), ...more, values });
  return begun.ok ? begun.data.accepted : begun;
}

describe('a host', () => {
  it('is added in one request with what was said, and audited without its password', async () => {
    const submission = randomUUID();
    const values = { ...worker, ...managed, hostname: 'worker-71', location: 'rack-9' };
    const result = await add(values, { bmPassword: SECRET, submission });
    expect(result).toMatchObject({ ok: true, data: { host: { hostname: 'worker-71', location: 'rack-9' } } });
    await add(values, { bmPassword: SECRET, submission });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      body: { ...values, location: { locn: 'rack-9' }, bm_password: SECRET },
    });
    expect(bench.written).toEqual([
      expect.objectContaining({
        action: 'host.add',
        target: 'worker-71',
        outcome: 'ok',
        details: expect.objectContaining({ managementMac: MAC, bmType: 'redfish', bmPassword: '***' }),
      }),
    ]);
    expect(JSON.stringify(bench.written)).not.toContain(SECRET);
  });

  it('is made of a discovered node, which keeps its uuid', async () => {
    const node = await bench.platform().control.discoverHost({ mac: '3c:fd:fe:aa:01:12' });
    const values = {
      ...worker,
      mgmt_mac: node.mac,
      hostname: 'worker-72',
      subfunctions: 'worker,lowlatency',
    };
    const result = await add(values, { node: node.uuid });
    expect(result).toMatchObject({
      ok: true,
      data: { host: { id: node.uuid, hostname: 'worker-72', subfunctions: ['worker', 'lowlatency'] } },
    });
    expect(sent.map(({ method }) => method)).toEqual(['PATCH']);
    expect(JSON.stringify(sent[0]?.body)).not.toContain('mgmt_mac');
  });

  it('is refused in the words of the platform', async () => {
    const result = await add({
      ...worker,
      ...managed,
      mgmt_mac: '3c:fd:fe:aa:01:13',
      hostname: 'w-9',
      bm_ip: 'fd00::9',
    });
    expect(result).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        message:
          'Rejected: Board management controller IP address must be the same version as OAM primary address.',
      },
    });
  });
});

describe('who may', () => {
  it('an operator makes a host of a node, and adds no other; a reader does neither', async () => {
    const { control } = bench.platform();
    const [one, two] = [
      await control.discoverHost({ mac: '3c:fd:fe:aa:01:14' }),
      await control.discoverHost({ mac: '3c:fd:fe:aa:01:15' }),
    ];
    bench.signIn('operator');
    expect((await add({ ...worker, hostname: 'worker-73' }, { node: one.uuid })).ok).toBe(true);
    expect(await add({ ...worker, mgmt_mac: '3c:fd:fe:aa:01:16', hostname: 'worker-74' })).toMatchObject({
      error: { kind: 'forbidden' },
    });
    bench.signIn('reader');
    expect(await add({ ...worker, hostname: 'worker-75' }, { node: two.uuid })).toMatchObject({
      error: { kind: 'forbidden' },
    });
    expect(sent).toHaveLength(1);
  });
});
