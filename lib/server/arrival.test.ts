import { describe, expect, it } from 'vitest';
import { clientAddress, requestIdFor, stamp } from './arrival';

describe('address of the client', () => {
  it.each([
    // peer, X-Forwarded-For, trusted proxies, address
    ['10.0.0.7', undefined, 0, '10.0.0.7'],
    ['10.0.0.7', '1.2.3.4', 0, '10.0.0.7'],
    ['::ffff:10.0.0.7', undefined, 0, '10.0.0.7'],
    ['fd00::7', undefined, 0, 'fd00::7'],
    ['127.0.0.1', '10.0.0.7', 1, '10.0.0.7'],
    ['127.0.0.1', '6.6.6.6, 10.0.0.7', 1, '10.0.0.7'],
    ['127.0.0.1', '6.6.6.6, 10.0.0.7, 10.0.0.1', 2, '10.0.0.7'],
    // Fewer entries than proxies: the farthest that is known.
    ['127.0.0.1', undefined, 1, '127.0.0.1'],
    ['127.0.0.1', '10.0.0.7', 3, '10.0.0.7'],
    ['127.0.0.1', ' , ', 1, '127.0.0.1'],
  ])('%s with %j behind %i proxies is %s', (peer, forwarded, trusted, address) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(address);
  });
});

describe('request id', () => {
  it('takes a sane one from a trusted proxy only', () => {
    expect(requestIdFor('req-1234567890', 1)).toBe('req-1234567890');
    expect(requestIdFor('req-1234567890', 0)).not.toBe('req-1234567890');
    for (const odd of [
      'short',
      'with space in it',
      'line\nbreak-12345',
      'x'.repeat(65),
      '"quoted-1234"',
      undefined,
    ]) {
      expect(requestIdFor(odd, 1)).not.toBe(odd);
      expect(requestIdFor(odd, 1)).toMatch(/^req-[0-9a-f]{12}$/);
    }
  });
});

describe('stamp', () => {
  it('overwrites what a client made up', () => {
    const headers = {
      'x-roost-client': '1.1.1.1',
      'x-roost-direct': '1',
      'x-request-id': 'mine-mine-mine',
      'x-forwarded-for': '2.2.2.2',
    };
    const id = stamp(headers, '10.0.0.7', 0);
    expect(headers).toMatchObject({
      'x-roost-client': '10.0.0.7',
      'x-roost-direct': '0',
      'x-request-id': id,
    });
    expect(id).not.toBe('mine-mine-mine');
  });
});
