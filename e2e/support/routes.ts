/** The pages of the console, read from the rooms of app/: a page that is added is tested without being listed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(__dirname, '../../app');
/** What stands for a variable part of a path. */
const EXAMPLES: Record<string, string> = {
  application: 'cert-manager',
  host: 'worker-1',
  '...rest': 'no/such/page',
};

export const PAGES: readonly string[] = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => {
    const parts = file.split('/').slice(0, -1);
    const path = parts.filter((part) => !part.startsWith('(')).map(filled);
    return `/${path.join('/')}`;
  })
  .sort();

function filled(part: string): string {
  const name = /^\[(.+)\]$/.exec(part)?.[1];
  if (name === undefined) return part;
  const example = EXAMPLES[name];
  if (example === undefined) throw new Error(`e2e/support/routes.ts needs an example for [${name}]`);
  return example;
}

/** Pages before the console: for people who are not signed in. */
export const isOpenPage = (path: string): boolean => /^\/(login|password)(\/|$)/.test(path);
export const CONSOLE_PAGES = PAGES.filter((path) => !isOpenPage(path));
