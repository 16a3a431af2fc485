/** What is sent to a metrics store, and what is made of its answers, over real HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryNow, queryRange, quoted, type Store } from './query';

process.env.KEYSTONE_URL = 'http://127.0.0.1:9/v3';
process.env.ROOST_SECRET = 'a-secret-of-at-least-32-characters';

let server: Server;
let folder = '';
let answer: unknown;
const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
const store = (over: Partial<Store> = {}): Store => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { base: `http://127.0.0.1:${port}/prom`, tokenFile: undefined, caFile: undefined, ...over };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roost-token-'));
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const vector = (...values: string[]) => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: values.map((value) => ({ metric: { node: 'w' }, value: [1.5, value] })),
  },
});

describe('a metrics store', () => {
  it('is asked below its own path, without credentials of anybody', async () => {
    answer = vector('1', 'NaN', '+Inf', '-2e3');
    const read = await queryNow(store(), 'up{a="b&c"}', 'r-1');
    expect(read).toEqual({
      ok: true,
      data: [
        { labels: { node: 'w' }, value: 1 },
        { labels: { node: 'w' }, value: -2000 },
      ],
    });
    expect(asked.at(-1)?.url).toBe('/prom/api/v1/query?query=up%7Ba%3D%22b%26c%22%7D');
    const names = Object.keys(asked.at(-1)?.headers ?? {});
    expect(names.filter((name) => /token|auth|cookie/i.test(name))).toEqual([]);
  });

  it('gets its own token, as the file has it now', async () => {
    const tokenFile = join(folder, 'token');
    for (const token of ['first', 'second']) {
      writeFileSync(tokenFile, `${token}\n`);
      await queryNow(store({ tokenFile }), 'up', 'r-1');
      expect(asked.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
    }
    const before = asked.length;
    const read = await queryNow(store({ tokenFile: join(folder, 'gone') }), 'up', 'r-1');
    expect(read).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(!read.ok && read.error.message).toContain('ROOST_PROMETHEUS_TOKEN_FILE');
    expect(asked).toHaveLength(before);
  });

  it.each([[{}], [{ data: { resultType: 'matrix', result: [] } }], ['up'], [null]])(
    'that answers %j is unreadable',
    async (body) => {
      answer = body;
      expect(await queryNow(store(), 'up', 'r-1')).toMatchObject({ error: { kind: 'unreadable' } });
    },
  );

  it('has values over a while', async () => {
    const values = [
      [10, '1'],
      [20, 'NaN'],
      [30, '3'],
    ];
    answer = { data: { resultType: 'matrix', result: [{ metric: { node: 'w' }, values }] } };
    const read = await queryRange(store(), 'up', { from: 10, to: 30, step: 10 }, 'r-1');
    expect(read.ok && read.data[0]?.points).toEqual([
      [10, 1],
      [30, 3],
    ]);
    expect(asked.at(-1)?.url).toBe('/prom/api/v1/query_range?query=up&start=10&end=30&step=10');
  });
});

it('writes texts so that they stay texts', () => {
  expect(quoted('a"} or b{c="\\\n')).toBe('"a\\"} or b{c=\\"\\\\\\n"');
});
