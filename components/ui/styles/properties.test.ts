/** A colour that nobody defined paints nothing, and nothing says so: every custom property that a style uses is looked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(__dirname, '../../..');
/** Set by next/font, and by the menus as they open. */
const SET_AT_RUN_TIME = ['--font-inter', '--font-jetbrains', '--radix-popper-available-height'];

const texts = ['app', 'components'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(css|tsx?)$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => readFileSync(join(root, room, path), 'utf8')),
);

const found = (pattern: RegExp): Set<string> =>
  new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)));

it('every custom property that a style uses is defined', () => {
  // As `--x: …` in a style sheet, `'--x': …` in a style, `[--x:…]` in a class.
  const defined = found(/(--[\w-]+)['"]?\s*:/g);
  // As `var(--x)`, or `w-(--x)` in a class.
  const used = found(/\((--[\w-]+)[),]/g);
  expect(used.size).toBeGreaterThan(50);
  expect([...used].filter((name) => !defined.has(name) && !SET_AT_RUN_TIME.includes(name))).toEqual([]);
});
