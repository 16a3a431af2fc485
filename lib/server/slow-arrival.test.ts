import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { limitArrivals } from './slow-arrival';

let server: Server;
let port = 0;

beforeAll(async () => {
  limitArrivals(200);
  server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.once('end', () => outgoing.end('whole'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** A body whose second half comes late. */
const slowly = (path: string): Promise<string> =>
  new Promise((resolve) => {
    const outgoing = request({ port, path, method: 'POST', headers: { 'content-length': 4 } }, (answer) => {
      answer.on('data', (text) => resolve(String(text)));
    });
    outgoing.on('error', () => resolve('broken off'));
    outgoing.write('ab');
    setTimeout(() => outgoing.end('cd'), 600);
  });

it('takes any time for a file that is uploaded, and breaks off what else is slow', async () => {
  const paths = ['/api/applications/tarball?file=a.tgz', '/api/device-images/bitstream?file=a.bin', '/hosts'];
  expect(await Promise.all(paths.map(slowly))).toEqual(['whole', 'whole', 'broken off']);
  expect(server.requestTimeout).toBe(0);
});
