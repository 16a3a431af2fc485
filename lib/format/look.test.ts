import { expect, it } from 'vitest';
import { lookCookie, readLook } from './look';

const jar = (values: Record<string, string>) => ({
  get: (name: string) => (name in values ? { value: values[name] ?? '' } : undefined),
});

it('reads what was chosen', () => {
  expect(
    readLook(
      jar({
        'roost-theme': 'dark',
        'roost-density': 'comfortable',
        'roost-zone': 'Europe%2FOslo',
        'roost-times': 'utc',
      }),
    ),
  ).toEqual({ theme: 'dark', density: 'comfortable', zone: 'Europe/Oslo', times: 'utc' });
});

it.each<Record<string, string>>([
  {},
  { 'roost-theme': 'dark" onload="x', 'roost-density': '', 'roost-zone': '../../etc' },
  { 'roost-theme': 'toString', 'roost-zone': '%', 'roost-times': 'UTC' },
])('falls back to the defaults for %j', (values) => {
  expect(readLook(jar(values))).toEqual({ theme: 'system', density: 'compact', zone: 'UTC', times: 'local' });
});

it('writes a cookie that it reads back, without a second attribute smuggled in', () => {
  expect(lookCookie('roost-zone', 'Europe/Oslo; Domain=x')).toBe(
    'roost-zone=Europe%2FOslo%3B%20Domain%3Dx; Path=/; Max-Age=31536000; SameSite=Lax',
  );
});
