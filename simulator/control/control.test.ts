import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PortTaken, startSimulator } from '../start';
import { ask, startForTest, type TestSimulator, tokenFor } from '../testing';

let simulator: TestSimulator;

beforeAll(async () => {
  simulator = await startForTest();
});
afterAll(() => simulator.stop());

const alarms = (token: string) => ask(`${simulator.urls.fm}/v1/alarms`, { token });

describe('faults', () => {
  it.each([
    ['a status, in the words of the service', { status: 503, body: undefined }, 503],
    ['a body of its own', { status: 500, body: { broken: true } }, 500],
  ])('answer with %s', async (_what, fault, status) => {
    const token = await tokenFor(simulator, 'admin+status');
    await simulator.control.fault({ service: 'fm', path: '/v1/alarms', ...fault }, { tag: 'status' });
    const answer = await alarms(token);
    expect(answer.status).toBe(status);
    if (fault.body) expect(answer.body).toEqual(fault.body);
    await simulator.control.clearFaults({ tag: 'status' });
    expect((await alarms(token)).status).toBe(200);
  });

  it('cut connections, before the work or after it', async () => {
    const token = await tokenFor(simulator, 'admin+drop');
    const where = { tag: 'drop' };
    const uuid = await simulator.control.raise({ alarm_id: '200.009', entity_instance_id: 'host=x' }, where);
    const remove = () => ask(`${simulator.urls.fm}/v1/alarms/${uuid}`, { method: 'DELETE', token });
    await simulator.control.fault({ service: 'fm', method: 'DELETE', drop: true, times: 1 }, where);
    await expect(remove()).rejects.toThrow('fetch failed');
    expect((await ask(`${simulator.urls.fm}/v1/alarms/${uuid}`, { token })).status).toBe(200);
    await simulator.control.fault({ service: 'fm', method: 'DELETE', dropAfter: true, times: 1 }, where);
    await expect(remove()).rejects.toThrow('fetch failed');
    expect((await ask(`${simulator.urls.fm}/v1/alarms/${uuid}`, { token })).status).toBe(404);
  });

  it('delay and drip', async () => {
    const token = await tokenFor(simulator, 'admin+slow');
    const took = async () => {
      const start = performance.now();
      expect((await alarms(token)).status).toBe(200);
      return performance.now() - start;
    };
    await simulator.control.fault({ service: 'fm', latencyMs: 150, times: 1 }, { tag: 'slow' });
    expect(await took()).toBeGreaterThan(140);
    await simulator.control.fault({ service: 'fm', dripMs: 20, times: 1 }, { tag: 'slow' });
    expect(await took()).toBeGreaterThan(180);
  });

  it('meet paths by prefix and by regular expression, one copy or all', async () => {
    const [here, there] = [await tokenFor(simulator, 'admin+a1'), await tokenFor(simulator, 'admin+a2')];
    await simulator.control.fault({ service: 'fm', path: '/alarms$/', status: 500 }, { tag: 'a1' });
    expect((await alarms(here)).status).toBe(500);
    expect((await ask(`${simulator.urls.fm}/v1/alarms/summary`, { token: here })).status).toBe(200);
    expect((await alarms(there)).status).toBe(200);
    await simulator.control.fault({ service: 'fm', path: '/v1/', status: 502 }, { scope: 'all' });
    expect((await alarms(there)).status).toBe(502);
    await simulator.control.clearFaults({ scope: 'all' });
    expect((await alarms(there)).status).toBe(200);
  });

  it('reach a log-in by its tag', async () => {
    await simulator.control.fault({ service: 'keystone', down: true }, { tag: 'nokey' });
    await expect(tokenFor(simulator, 'admin+nokey')).rejects.toThrow('fetch failed');
    await expect(tokenFor(simulator, 'admin+key')).resolves.toBeTruthy();
  });
});

describe('counts', () => {
  it('say what reached each service, by the pattern of the path', async () => {
    const token = await tokenFor(simulator, 'admin+count');
    const where = { tag: 'count' };
    await simulator.control.resetRequests(where);
    await alarms(token);
    await alarms(token);
    await ask(`${simulator.urls.fm}/v1/alarms/17`, { token });
    expect(await simulator.control.requests(where)).toEqual([
      { service: 'fm', method: 'GET', path: '/v1/alarms', count: 2 },
      { service: 'fm', method: 'GET', path: '/v1/alarms/:id', count: 1 },
    ]);
  });
});

describe('copies', () => {
  it('share nothing: ids, alarms, time', async () => {
    const ids = async (tag: string) => {
      const token = await tokenFor(simulator, `admin+${tag}`);
      const { body } = await ask(`${simulator.urls.keystone}/v3/auth/projects`, { token });
      const found = JSON.stringify(body).match(/[0-9a-f]{32}/g);
      return { token, ids: new Set(found) };
    };
    const [one, two] = [await ids('one'), await ids('two')];
    expect([...one.ids].filter((id) => two.ids.has(id))).toEqual([]);
    await simulator.control.raise(
      { alarm_id: '200.009', entity_instance_id: 'host=only-one' },
      { tag: 'one' },
    );
    expect(JSON.stringify((await alarms(one.token)).body)).toContain('only-one');
    expect(JSON.stringify((await alarms(two.token)).body)).not.toContain('only-one');
    await simulator.control.advance(86_400_000, { tag: 'one' });
    expect((await alarms(one.token)).status).toBe(401);
    expect((await alarms(two.token)).status).toBe(200);
  });

  it('are of the world that the tag names, and joined by whoever logs in with the same', async () => {
    await tokenFor(simulator, 'admin+duplex.w1');
    await tokenFor(simulator, 'operator+duplex.w1');
    const copies = (await simulator.control.worlds()).filter(({ tag }) => tag === 'duplex.w1');
    expect(copies.map(({ name }) => name)).toEqual(['duplex']);
  });

  it('go when nobody used them for half an hour', async () => {
    const token = await tokenFor(simulator, 'admin+idle');
    simulator.registry.sweep(Date.now() + 29 * 60_000);
    expect((await alarms(token)).status).toBe(200);
    simulator.registry.sweep(Date.now() + 31 * 60_000);
    expect((await alarms(token)).status).toBe(401);
    expect((await simulator.control.worlds()).map(({ tag }) => tag)).not.toContain('idle');
  });

  it('are dropped when somebody says that they are not needed', async () => {
    const token = await tokenFor(simulator, 'admin+over');
    const before = simulator.registry.find('over');
    await simulator.control.drop('over');
    expect((await simulator.control.worlds()).map(({ tag }) => tag)).not.toContain('over');
    expect((await alarms(token)).status).toBe(401);
    await tokenFor(simulator, 'admin+over');
    expect(simulator.registry.find('over')).not.toBe(before);
    await simulator.control.drop('');
    expect((await simulator.control.worlds()).map(({ tag }) => tag)).toContain('');
  });
});

describe('streams of alarms', () => {
  const where = { tag: 'streams' };
  const entity = 'host=controller-0.interface=data9';
  const world = () => simulator.registry.join(where.tag);
  const states = () =>
    world()
      ?.fm.events.filter(({ entity_instance_id }) => entity_instance_id === entity)
      .map(({ state }) => state);

  it('make noise, flap, flood and end', async () => {
    await simulator.control.noise({ on: true, everyMs: 60_000 }, where);
    await simulator.control.advance(3_600_000, where);
    const before = world()?.fm.events.length ?? 0;
    expect(before).toBeGreaterThan(60);
    await simulator.control.noise({ on: false }, where);
    await simulator.control.flap(
      { alarm_id: '300.002', entity_instance_id: entity, everyMs: 1000, times: 2 },
      where,
    );
    await simulator.control.advance(10_000, where);
    expect(states()).toEqual(['set', 'clear', 'set', 'clear']);
    await simulator.control.flood({ alarms: 30, raiseMs: 0, changesPerMinute: 0 }, where);
    await simulator.control.advance(1000, where);
    expect(await simulator.control.endFlood(where)).toBe(30);
  });

  it('write a past, keep as many rows as they are told, and log', async () => {
    await simulator.control.past(
      [
        { alarm_id: '300.002', entity_instance_id: 'host=past', age: 90, cleared: 30 },
        { alarm_id: '300.002', entity_instance_id: 'host=past', age: 20 },
        { alarm_id: '200.022', entity_instance_id: 'host=past.status=online', age: 10, log: true },
      ],
      where,
    );
    const past = world()?.fm.events.filter(({ entity_instance_id }) =>
      entity_instance_id.startsWith('host=past'),
    );
    expect(past?.map(({ state }) => state)).toEqual(['set', 'clear', 'set', 'log']);
    expect((past?.[1]?.timestamp ?? 0) - (past?.[0]?.timestamp ?? 0)).toBe(3_600_000);
    const rows = await simulator.control.history({ events: 5000, days: 2 }, where);
    expect(rows).toBeGreaterThan(5000);
    await simulator.control.eventLogMax(100, where);
    await simulator.control.log(
      { alarm_id: '200.022', entity_instance_id: 'host=last.status=online' },
      where,
    );
    expect(world()?.fm.events).toHaveLength(100);
    expect(world()?.fm.events.at(-1)?.entity_instance_id).toBe('host=last.status=online');
  });

  it('suppress an alarm id', async () => {
    await simulator.control.suppress('100.114', true, where);
    expect(world()?.fm.isSuppressed('100.114')).toBe(true);
    await simulator.control.suppress('100.114', false, where);
    expect(world()?.fm.isSuppressed('100.114')).toBe(false);
    await expect(simulator.control.suppress('999.999', true, where)).rejects.toThrow('no alarm id');
  });

  it.each([
    ['noise', { on: true, everyMs: 0 }],
    ['flood', { alarms: 0 }],
    ['flap', { alarm_id: '300.002', entity_instance_id: 'x', times: 0 }],
    ['history', { events: 1e9 }],
    ['past', { episodes: [{ alarm_id: '300.002', entity_instance_id: 'x', age: 1, cleared: 2 }] }],
    ['event-log-max', { rows: 0 }],
  ])('refuse %s of %j', async (path, body) => {
    const url = `http://127.0.0.1:${simulator.port + 9}/control/fm/${path}`;
    expect((await ask(url, { method: 'POST', body: JSON.stringify(body) })).status).toBe(400);
  });
});

describe('tokens', () => {
  it('end on demand, for one user or for all of a copy', async () => {
    const [admin, reader] = [await tokenFor(simulator, 'admin+end'), await tokenFor(simulator, 'reader+end')];
    expect(await simulator.control.expireTokens({ tag: 'end' }, 'reader')).toBe(1);
    expect((await alarms(reader)).status).toBe(401);
    expect((await alarms(admin)).status).toBe(200);
    await simulator.control.expireTokens({ tag: 'end' });
    expect((await alarms(admin)).status).toBe(401);
  });
});

describe('services that are not modelled', () => {
  it.each([
    ['vim', 403, { faultstring: 'vim is not part of this simulator' }],
    ['usm', 401, { error: 'usm is not part of this simulator' }],
    ['dcmanager', 401, { code: 501, description: 'dcmanager is not part of this simulator' }],
  ] as const)('%s: %d without a token, then 501 in its own words', async (name, status, body) => {
    const url = `${simulator.urls[name]}/v1/anything`;
    expect((await ask(url)).status).toBe(status);
    const token = await tokenFor(simulator, 'admin');
    expect(await ask(url, { token })).toMatchObject({ status: 501, body });
  });
});

describe('a caller that misbehaves', () => {
  const raw = (text: string) =>
    new Promise<void>((resolve) => {
      const socket = connect(simulator.port + 2, '127.0.0.1', () =>
        socket.write(text, () => socket.destroySoon()),
      );
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
    });
  it.each([
    ['stops in the middle of a body', 'POST /v1/alarms HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
    ['asks for what is no URL', 'GET // HTTP/1.1\r\nHost: [\r\n\r\n'],
    ['speaks no HTTP', 'hello\r\n\r\n'],
  ])('%s, and the service goes on', async (_what, text) => {
    await raw(text);
    expect((await alarms(await tokenFor(simulator, 'admin'))).status).toBe(200);
  });
});

describe('starting', () => {
  it('says which port is taken, and leaves nothing running', async () => {
    await expect(startSimulator({ port: simulator.port - 5 })).rejects.toThrow(PortTaken);
    await expect(ask(`http://127.0.0.1:${simulator.port - 5}/v3`)).rejects.toThrow('fetch failed');
  });
});
