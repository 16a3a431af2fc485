import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Bell, Gauge, Server } from 'lucide-react';
import { describe, expect, it } from 'vitest';
import { alarmsHref, bottomBar, type NavItem, navItemAt, navItems, roomBelow } from './nav';

const item = (id: string, href: string): NavItem => ({
  id,
  href,
  label: id,
  icon: Gauge,
  key: id.slice(0, 1),
});

describe('the places', () => {
  it.each(navItems().map(({ href, ownTab }) => [href, ownTab]))('lead somewhere: %s', (href, ownTab) => {
    // What opens beside the console has a layout of its own.
    const page = join(process.cwd(), ownTab ? 'app' : 'app/(console)', href, 'page.tsx');
    expect(existsSync(page)).toBe(true);
  });

  it('have each their own key, id and address', () => {
    const items = navItems();
    for (const field of ['key', 'id', 'href'] as const) {
      expect(new Set(items.map((each) => each[field])).size).toBe(items.length);
    }
  });
});

describe('the place of a path', () => {
  const items = [item('overview', '/'), item('hosts', '/hosts'), item('labels', '/hosts/labels')];

  it.each([
    ['/', 'overview'],
    ['/hosts', 'hosts'],
    ['/hosts/worker-1/events', 'hosts'],
    ['/hosts/labels', 'labels'],
    ['/hosts/labels/x', 'labels'],
    // A name that merely begins alike is another place.
    ['/hostsx', undefined],
    ['/nowhere', undefined],
  ])('%s is %s', (path, id) => {
    expect(navItemAt(path, items)?.id).toBe(id);
  });
});

it('sends to the overview until alarms have a room', () => {
  expect(alarmsHref([item('overview', '/')])).toBe('/');
  expect(alarmsHref([item('overview', '/'), { ...item('alarms', '/alarms'), icon: Bell }])).toBe('/alarms');
});

it('keeps at most four places in the bottom bar and loses none', () => {
  const many = ['overview', 'alarms', 'events', 'hosts', 'clocks', 'networks'].map((id) => ({
    ...item(id, `/${id}`),
    icon: Server,
  }));
  const { bar, more } = bottomBar(many);
  expect(bar.map(({ id }) => id)).toEqual(['overview', 'alarms', 'hosts', 'clocks']);
  expect(more.map(({ id }) => id)).toEqual(['events', 'networks']);
});

it('calls a room below a place by its name, and leaves names of things alone', () => {
  expect(roomBelow('/alarms/suppression')).toBe('Suppressed types');
  expect(roomBelow('/alarms')).toBeNull();
  expect(roomBelow('/hosts/suppression')).toBeNull();
});
