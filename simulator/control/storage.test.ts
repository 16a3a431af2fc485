import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, startForTest, type TestSimulator, tokenFor } from '../testing';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await startForTest();
});
afterAll(() => simulator.stop());

const where = { tag: 'ceph.s' };
async function rows(path: string, tag = where.tag): Promise<Record<string, unknown>[]> {
  const token = await tokenFor(simulator, `admin+${tag}`);
  const { body } = await ask(`${simulator.urls.sysinv}/v1/${path}`, { token });
  return Object.values(Object(body)).find(Array.isArray) ?? [];
}
const raw = (path: string, body: object) =>
  fetch(`http://127.0.0.1:${simulator.port + 9}/control/${path}`, {
    method: 'POST',
    body: JSON.stringify({ ...where, ...body }),
  });

describe('the controls of storage', () => {
  it('break a disk, tell how far its rebuild is, and end it', async () => {
    const { control } = simulator;
    const fault = await control.startStorage({ scenario: 'disk-fault', osd: 3 }, where);
    expect(fault).toMatchObject({ scenario: 'disk-fault', host: 'storage-1', osd: 3, phase: 'coming' });
    await control.advance(30_000, where);
    expect(await control.storage(where)).toMatchObject({ health: 'HEALTH_WARN', faults: [{ phase: 'on' }] });
    expect(await control.endStorage({ scenario: 'disk-fault' }, where)).toBe(1);
    await control.advance(95_000, where);
    expect(await control.storage(where)).toMatchObject({ faults: [{ phase: 'rebuilding', rebuilt: 30 }] });
    await control.advance(300_000, where);
    expect(await control.storage(where)).toMatchObject({ health: 'HEALTH_OK', faults: [] });
  });

  it('say how full a filesystem is', async () => {
    const request = { scenario: 'filesystem-full', host: 'worker-0', filesystem: 'var' } as const;
    expect(await simulator.control.startStorage(request, where)).toMatchObject({
      percent: 84,
      filesystem: 'var',
    });
    expect(await simulator.control.endStorage({ host: 'worker-0' }, where)).toBe(1);
  });

  it('let work fail', async () => {
    await simulator.control.failStorage(2, where);
    expect((await simulator.control.storage(where)).failures).toBe(2);
    await simulator.control.failStorage(0, where);
  });

  it('set columns of any row, and put odd rows on a host', async () => {
    const [first] = await rows('istors');
    await simulator.control.patchRow('istors', String(first?.uuid), { state: 'strange' }, where);
    expect((await rows('istors'))[0]).toMatchObject({ state: 'strange' });
    const before = (await rows('idisks')).length;
    await simulator.control.oddStorage('worker-1', where);
    await simulator.control.oddStorage('worker-1', where);
    expect((await rows('idisks')).length).toBe(before + 1);
  });

  it('apply the application of a backend', async () => {
    const rook = { tag: 'rook.s' };
    await simulator.control.applyStorageApp(rook);
    expect(await rows('storage_backend', rook.tag)).toMatchObject([{ task: 'applying' }]);
    await simulator.control.advance(61_000, rook);
    expect(await rows('storage_backend', rook.tag)).toMatchObject([{ task: 'applied', state: 'configured' }]);
    await expect(simulator.control.applyStorageApp(where)).rejects.toThrow('no backend has an application');
  });

  it.each([
    ['storage/start', { scenario: 'flood' }, 400],
    ['storage/start', { scenario: 'disk-fault', minutes: -1 }, 400],
    ['storage/start', { scenario: 'disk-fault', osd: 99 }, 404],
    ['storage/fail', { times: -1 }, 400],
    ['storage/odd', { host: 'nobody' }, 404],
    ['sysinv/row', { segment: 'nosuch', uuid: 'x', patch: {} }, 400],
    ['sysinv/row', { segment: 'istors', uuid: 'x', patch: 1 }, 400],
    ['sysinv/row', { segment: 'istors', uuid: 'x', patch: {} }, 404],
  ])('refuse %s %o', async (path, body, status) => {
    expect((await raw(path, body)).status).toBe(status);
  });
});
