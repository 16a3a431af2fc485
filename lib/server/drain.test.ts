import { Agent, createServer, get } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { holdExit, prepareDrain } from './drain';

it('ends a server whose clients poll over connections that they keep', async () => {
  const drain = prepareDrain();
  let asked = 0;
  let answer = () => {};
  const told = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const server = createServer((_, response) => {
    asked += 1;
    // All but the first wait until the server is told to end.
    void (asked === 1 ? Promise.resolve() : told).then(() => response.end('answer'));
  });
  // Far longer than the test may take.
  server.keepAliveTimeout = 70_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  const ask = () =>
    new Promise<string>((resolve) => {
      get({ port, host: '127.0.0.1', agent }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => {
          text += part.toString();
        });
        response.on('end', () => resolve(text));
      }).on('error', () => resolve('refused'));
    });
  expect(await ask()).toBe('answer');

  // Two are under way when it is told to end; each client asks again as soon as it has its answer.
  const clients = [ask(), ask()].map((first) => first.then(async (text) => [text, await ask(), await ask()]));
  await expect.poll(() => asked).toBe(3);
  const closed = new Promise<'closed'>((resolve) => server.close(() => resolve('closed')));
  drain();
  answer();
  const late = new Promise((resolve) => setTimeout(resolve, 3_000, 'still open'));
  expect(await Promise.race([closed, late])).toBe('closed');
  for (const [first, , last] of await Promise.all(clients)) {
    expect(first).toBe('answer');
    expect(last).toBe('refused');
  }
  agent.destroy();
});

const exit = process.exit;
afterEach(() => {
  process.exit = exit;
});

it.each([
  ['ends', () => new Promise((resolve) => setTimeout(resolve, 50))],
  ['fails', () => Promise.reject(new Error('away'))],
  ['never ends', () => new Promise(() => {})],
])('exits with its code once work that is held for %s, at the latest after the limit', async (_, work) => {
  const exited = vi.fn();
  Reflect.set(process, 'exit', exited);
  holdExit(work(), 100);
  process.exit(143);
  expect(exited).not.toHaveBeenCalled();
  await expect.poll(() => exited.mock.calls, { timeout: 5_000 }).toEqual([[143]]);
});
