/** docs/api-coverage.md names every view and every action on hosts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { HOST_ACTIONS } from './domain/host-actions';
import { views } from './server/views';

const text = readFileSync(resolve(__dirname, '../docs/api-coverage.md'), 'utf8');
const named = new Set([...text.matchAll(/`([\w-]+)`/g)].map(([, word]) => word));

it.each(Object.keys(views))('the view %s is in the list', (name) => {
  expect(named).toContain(name);
});

it.each(HOST_ACTIONS)('the action %s is in the list', (action) => {
  expect(named).toContain(action);
});
