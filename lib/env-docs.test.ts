/** README.md, .env.example and the samples say what lib/env.ts does: every variable, its default, nothing else. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENV_NAMES, readEnv } from './env';

const text = (file: string): string => readFileSync(resolve(__dirname, '..', file), 'utf8');
const readme = text('README.md');
const needed = { KEYSTONE_URL: 'http://127.0.0.1:5000/v3', ROOST_SECRET: 'x'.repeat(32) };

const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| .* \| (.+?) \| `(.+?)` \|$/gm)].map(
  ([, name = '', fallback = '', example = '']) => ({ name, fallback, example }),
);
const building = [...text('next.config.js').matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => name);

describe('the configuration in README.md', () => {
  it('has a row for every variable, once, and for no other', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...ENV_NAMES, ...building].sort());
  });

  const defaults: Record<string, unknown> = readEnv(needed);
  it.each(
    rows.filter(({ name }) => ENV_NAMES.includes(name)).map((row) => [row.name, row.fallback] as const),
  )('gives %s its default, %s', (name, fallback) => {
    const value = String(defaults[name] ?? '');
    const said = name in needed ? 'required' : value === '' ? 'none' : `\`${value}\``;
    expect(fallback).toBe(said);
  });

  it('has examples that the console would start with', () => {
    const given = Object.fromEntries(rows.map(({ name, example }) => [name, example]));
    expect(() => readEnv(given)).not.toThrow();
  });
});

describe('.env.example', () => {
  const lines = [...text('.env.example').matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)];

  it('has every variable, once', () => {
    expect(lines.map(([, , name]) => name).sort()).toEqual([...ENV_NAMES].sort());
  });

  it('shows values that are accepted, with a secret added', () => {
    const given = Object.fromEntries(lines.map(([, , name = '', value = '']) => [name, value]));
    expect(() => readEnv({ ...given, ROOST_SECRET: needed.ROOST_SECRET })).not.toThrow();
  });
});

it.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/operating.md',
  'deploy/nginx.conf',
  'deploy/roost.service',
  '.env.example',
])('%s names no variable that does not exist', (file) => {
  const named = text(file).match(/\b(?:ROOST|STX|KEYSTONE)_[A-Z_]*[A-Z]\b/g) ?? [];
  expect(named.filter((name) => !ENV_NAMES.includes(name) && !building.includes(name))).toEqual([]);
});
