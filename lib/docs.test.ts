/** What README, CONTRIBUTING and docs/ point at exists: files by their path, pages by their link. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(__dirname, '..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

const ROOMS = 'app|components|lib|simulator|e2e|deploy|docs|public';

/** Paths in backticks that begin with a room. What has a placeholder in it is no path. */
const paths = (text: string) =>
  [...text.matchAll(new RegExp(`\`((?:${ROOMS})/[^\`\\s{},*…]+)\``, 'g'))].map(([, path = '']) => path);
const links = (text: string) =>
  [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  it('names files that exist', () => {
    const named = paths(text).filter((path) => !/[A-Z]{3,}/.test(path));
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('links to pages that exist', () => {
    expect(links(text).filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });
});

it('finds paths and links', () => {
  expect(paths('see `lib/env.ts`, `npm test`, `components/x/{a,b}`')).toEqual(['lib/env.ts']);
  expect(links('[a](b.md) [c](https://x.y/) [d](e/f.md#g)')).toEqual(['b.md', 'e/f.md']);
});
