/** Changing overrides against the embedded platform: two people at one chart, attributes that keep overrides, what needs an apply. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { ChartReading } from '@/lib/domain/application/chart';
import type { OverrideCall } from '@/lib/domain/application/overrides/override-calls';

const { orderOverride } = await import('./override-writes');
const { orderApplicationCalls } = await import('./application-writes');
const { auditKeeper } = await import('./audit-keeper');
const { readView } = await import('./views');

const bench = benchOfWrites('admin');
const directory = mkdtempSync(join(tmpdir(), 'roost-overrides-'));
beforeAll(() => {
  vi.stubEnv('ROOST_DATA_DIR', directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const CERTS = { application: 'cert-manager', chart: 'cert-manager', namespace: 'cert-manager' };

async function reading(chart = CERTS): Promise<ChartReading> {
  const { value, error } = await readView(bench.session(), 'chartValues', chart, true);
  if (!value) throw new Error(error?.message ?? 'no values');
  return value.data;
}
const order = (call: OverrideCall, submission = randomUUID()) => orderOverride({ call, submission });
const save = (yaml: string, began: string, more: { keep?: boolean; sets?: string[] } = {}) =>
  order({ ...CERTS, do: 'save', yaml, began, keep: more.keep ?? false, sets: more.sets ?? [] });

async function pending(): Promise<string[]> {
  await auditKeeper().idle();
  const { value, error } = await readView(bench.session(), 'applicationsPending', {}, true);
  if (!value) throw new Error(error?.message ?? 'nothing');
  return value.data.pending.map(({ application }) => application);
}

describe('saving user overrides', () => {
  it('replaces them or adds to them, in one request each, and tells what the platform made of it', async () => {
    const before = await reading();
    expect(before.user).toBe('replicaCount: 2\n');
    const replaced = await save('logLevel: debug # why not\n', before.version);
    expect(replaced).toMatchObject({
      ok: true,
      data: { outcome: 'done', values: { user: 'logLevel: debug\n' } },
    });
    const { version } = await reading();
    const added = await save('', version, { keep: true, sets: ['replicaCount=3'] });
    expect(added).toMatchObject({
      data: { outcome: 'done', values: { user: "logLevel: debug\nreplicaCount: '3'\n" } },
    });
    expect(await bench.writes('sysinv')).toBe(2);
    expect(bench.written).toMatchObject([
      { action: 'application-override.save', details: { helmFlags: 'reset_values' } },
      {
        ...{ target: 'cert-manager/cert-manager/cert-manager', outcome: 'ok' },
        details: { helmFlags: 'reuse_values', overridesVersion: (await reading()).version },
      },
    ]);
    expect(JSON.stringify(bench.written)).not.toContain('debug');
  });

  it('is sent once however often the press arrives', async () => {
    const { version } = await reading();
    const call: OverrideCall = {
      ...CERTS,
      do: 'save',
      yaml: 'once: 1\n',
      began: version,
      keep: false,
      sets: [],
    };
    const submission = randomUUID();
    await Promise.all([order(call, submission), order(call, submission)]);
    expect(await bench.writes('sysinv')).toBe(1);
  });

  it('never overwrites what somebody else saved meanwhile: it says who did, and shows theirs', async () => {
    const { version } = await reading();
    bench.signIn('configurator');
    expect((await save('theirs: 1\n', version)).ok).toBe(true);
    await auditKeeper().idle();
    bench.signIn('admin');
    await bench.platform().control.resetRequests();
    const answer = await save('mine: 1\n', version);
    const theirs = await reading();
    expect(answer).toEqual({
      ok: true,
      data: {
        outcome: 'changed',
        values: theirs,
        by: 'configurator',
        whyUnknown: null,
        unsent: expect.any(String),
      },
    });
    expect(theirs.user).toBe('theirs: 1\n');
    expect(await bench.writes('sysinv')).toBe(0);
    // Knowingly: for the version that was shown.
    expect(await save('mine: 1\n', theirs.version)).toMatchObject({
      data: { values: { user: 'mine: 1\n' } },
    });
  });

  it('lets one of two who press at the same moment through', async () => {
    const { version } = await reading();
    const both = await Promise.all([save('a: 1\n', version), save('b: 1\n', version)]);
    expect(both.map((one) => one.ok && one.data.outcome)).toEqual(['done', 'changed']);
  });

  it('keeps the same watch over deleting them', async () => {
    expect(await order({ ...CERTS, do: 'clear', began: 'none' })).toMatchObject({
      data: { outcome: 'changed' },
    });
    const { version } = await reading();
    expect(await order({ ...CERTS, do: 'clear', began: version })).toMatchObject({
      data: { outcome: 'done', values: { user: null, version: 'none' } },
    });
  });

  it("comes back with the platform's refusal, and what is no YAML is never sent", async () => {
    const { version } = await reading();
    expect(await save('', version, { sets: ['a=1,b=2'] })).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 400, message: expect.stringContaining('comma') },
    });
    await bench.platform().control.resetRequests();
    expect(await save('a: [', version)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(await bench.writes('sysinv')).toBe(0);
  });

  it.each(['reader', 'operator'])(
    'is refused to a %s before anything is asked, and audited',
    async (user) => {
      bench.signIn(user);
      expect(await save('a: 1\n', 'none')).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
      expect(await bench.writes('sysinv')).toBe(0);
      expect(bench.written).toMatchObject([{ action: 'application-override.save', outcome: 'forbidden' }]);
    },
  );
});

describe('a chart that is switched off and on', () => {
  it('keeps the user overrides, which the platform would take away', async () => {
    await save('replicaCount: 2\n', (await reading()).version);
    expect(await order({ ...CERTS, do: 'disable' })).toMatchObject({
      data: { values: { user: 'replicaCount: 2\n', attributes: 'enabled: false\n' } },
    });
    expect(await order({ ...CERTS, do: 'enable' })).toMatchObject({
      data: { values: { user: 'replicaCount: 2\n', attributes: 'enabled: true\n' } },
    });
  });
});

describe('an application with a change', () => {
  it('needs an apply until one begins, whoever asks for it', async () => {
    await save('needs: apply\n', (await reading()).version);
    expect(await pending()).toEqual(['cert-manager']);
    const calls = [{ do: 'apply', name: 'cert-manager' } as const];
    const run = await orderApplicationCalls({ calls, submission: randomUUID() });
    if (run.ok) await run.data.end;
    expect(await pending()).toEqual([]);
  });

  it('is in its history, with who and what', async () => {
    await auditKeeper().idle();
    const params = { application: 'cert-manager' };
    const { value } = await readView(bench.session(), 'applicationHistory', params, true);
    expect(value?.data.lines[0]).toMatchObject({ action: 'application.apply', who: 'admin' });
    expect(value?.data.lines.map(({ action }) => action)).toContain('application-chart.disable');
    bench.signIn('configurator');
    const other = await readView(bench.session(), 'applicationHistory', params, true);
    expect(other.error?.kind).toBe('forbidden');
  });
});

describe('what the platform says of order and of Kubernetes', () => {
  it('is read as it says it', async () => {
    const order = await readView(bench.session(), 'applicationOrder', {}, true);
    expect(order.value?.data.order).toContain('cert-manager');
    expect(order.value?.data.order).not.toContain('unmanaged_apps');
    const fits = await readView(bench.session(), 'applicationFits', {}, true);
    expect(fits.value?.data.fits[0]?.state).toBe('active');
    expect(fits.value?.data.fits[0]?.compatible).toContain('cert-manager');
  });
});
