import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, startForTest, type TestSimulator, tokenFor } from '../testing';

/** One simulator plays the real Keystone, the other asks it about every token. */
let keystone: TestSimulator;
let cloud: TestSimulator;

beforeAll(async () => {
  keystone = await startForTest();
  cloud = await startForTest({ keystone: `${keystone.urls.keystone}/v3` });
});
afterAll(() => Promise.all([keystone.stop(), cloud.stop()]));

const alarms = (token: string) => ask(`${cloud.urls.fm}/v1/alarms`, { token });

describe('a Keystone outside', () => {
  it('is the only one: the simulator serves none', () => {
    expect(cloud.urls.keystone).toBeUndefined();
  });

  it('judges tokens, and its roles count', async () => {
    expect((await alarms(await tokenFor(keystone, 'admin'))).status).toBe(200);
    expect((await alarms('not-a-token')).status).toBe(401);
    const reader = await tokenFor(keystone, 'reader');
    const url = `${cloud.urls.fm}/v1/alarms/00000000-0000-4000-8000-000000000000`;
    expect((await ask(url, { method: 'DELETE', token: reader })).status).toBe(403);
  });

  it('names the copy by the tag in the user’s name', async () => {
    const token = await tokenFor(keystone, 'admin+duplex.ext');
    expect((await alarms(token)).status).toBe(200);
    expect(await cloud.control.worlds()).toContainEqual(
      expect.objectContaining({ tag: 'duplex.ext', name: 'duplex' }),
    );
  });

  it('is asked at most every ten seconds about a token', async () => {
    const token = await tokenFor(keystone, 'admin+cache');
    await keystone.control.resetRequests({ tag: 'cache' });
    for (let n = 0; n < 5; n++) await alarms(token);
    const asked = (await keystone.control.requests({ tag: 'cache' })).filter(
      ({ method }) => method === 'GET',
    );
    expect(asked.map(({ path, count }) => [path, count])).toEqual([['/v3/auth/tokens', 1]]);
  });

  it('that does not answer is a 503, not a 401', async () => {
    const token = await tokenFor(keystone, 'admin+gone');
    await keystone.control.fault({ service: 'keystone', down: true }, { scope: 'all' });
    expect(await alarms(token)).toMatchObject({ status: 503, body: { error: { code: 503 } } });
    await keystone.control.clearFaults({ scope: 'all' });
    expect((await alarms(token)).status).toBe(200);
  });
});
