import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { replayAll, report } from './run';

let directory = '';

function record(name: string, recording: Record<string, unknown>): void {
  directory ||= mkdtempSync(join(tmpdir(), 'contract-'));
  mkdirSync(join(directory, 'sysinv'), { recursive: true });
  const whole = { method: 'GET', request_body: null, status: 200, user: 'admin', note: '', ...recording };
  writeFileSync(join(directory, 'sysinv', `${name}.json`), JSON.stringify(whole));
}

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
  directory = '';
});

describe('the contract', () => {
  it('finds what departs, counts what it cannot judge, and passes the rest', async () => {
    const refused = {
      error_message: '{"faultcode":"Client","faultstring":"Server x could not be found.","debuginfo":null}',
    };
    record('a-good', {
      path: '/v1/ihosts/nosuch',
      status: 404,
      body: { error_message: refused.error_message.replace(' x ', ' nosuch ') },
    });
    record('b-status', { path: '/v1/ihosts', status: 500, body: refused });
    record('c-shape', { path: '/v1/ihosts', body: { ihosts: [{ uuid: 'x', colour: 'red' }] } });
    record('d-unread', { path: '/v1/ihosts', body: { ihosts: [{ colour: 'red' }] } });
    record('e-write', { path: '/v1/labels', method: 'POST', request_body: { name: 'x' }, body: {} });
    const { lines, failed } = report(await replayAll([directory]));
    expect(failed).toBe(3);
    expect(lines.filter((line) => line.startsWith('departs'))).toEqual([
      expect.stringMatching(/b-status.*answers 200, recorded 500/),
      expect.stringMatching(/c-shape.*lacks colour/),
      expect.stringMatching(/d-unread.*console cannot read/),
    ]);
    expect(lines).toContain('skipped 1: not modelled: write of v1/labels');
    expect(lines.at(-1)).toBe('contract: 1 passed, 3 failed');
  });
});
