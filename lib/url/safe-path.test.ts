import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path';

describe('where signing in may lead', () => {
  it.each([
    ['/', '/'],
    ['/hosts', '/hosts'],
    ['/hosts?sort=name&state=failed,degraded#row', '/hosts?sort=name&state=failed,degraded#row'],
    ['/hosts/worker-1/events?from=2026-11-22T10:00:00Z', '/hosts/worker-1/events?from=2026-11-22T10:00:00Z'],
    ['/hosts?next=https://evil.example', '/hosts?next=https://evil.example'],
    ['/loginless', '/loginless'],
  ])('keeps %s', (given, path) => {
    expect(safePath(given)).toBe(path);
  });

  it.each([
    [null],
    [undefined],
    [''],
    ['hosts'],
    ['//evil.example'],
    ['///evil.example'],
    ['/\\evil.example'],
    ['\\\\evil.example'],
    ['/\t/evil.example'],
    ['/\n/evil.example'],
    ['\t//evil.example'],
    ['/%0a/evil.example\r\n'],
    ['/..//evil.example'],
    ['/.//evil.example'],
    ['/hosts/..//evil.example'],
    ['https://evil.example'],
    ['https:/evil.example'],
    ['http:evil.example'],
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['data:text/html,x'],
    [' //evil.example'],
    ['@evil.example'],
    ['/login'],
    ['/login/project?callbackUrl=/login'],
    ['/password?user=x'],
    ['/api/auth/signout'],
    [`/${'x'.repeat(3000)}`],
  ])('refuses %j', (given) => {
    expect(safePath(given)).toBe('/');
  });

  it('never leaves the origin, however a browser resolves it', () => {
    const odd = [
      '/%2f%2fevil.example',
      '/%5cevil.example',
      '/;//evil.example',
      '/?//evil.example',
      '/#//evil.example',
    ];
    for (const given of odd) {
      expect(new URL(safePath(given), 'https://roost.example').origin).toBe('https://roost.example');
    }
  });
});
