import { describe, expect, it } from 'vitest';
import { panelAt, readWall, WALL_PANELS, wallHref } from './wall-state';

const USUAL = { panels: ['overview'], rotate: 30, theme: 'dark', floor: 'warning', problems: [] };

describe('the address of a board', () => {
  it.each<[string, Record<string, string | string[]>, object]>([
    ['nothing', {}, USUAL],
    [
      'everything',
      { panels: 'hosts,alarms', rotate: '45', theme: 'light', floor: 'major' },
      { panels: ['hosts', 'alarms'], rotate: 45, theme: 'light', floor: 'major', problems: [] },
    ],
    ['only a rotation', { rotate: '10' }, { ...USUAL, panels: WALL_PANELS, rotate: 10 }],
    ['several panels alone', { panels: 'alarms,hosts' }, { ...USUAL, panels: ['alarms', 'hosts'] }],
    ['a panel twice', { panels: 'hosts,hosts' }, { ...USUAL, panels: ['hosts'] }],
    ['a key twice', { theme: ['light', 'dark'] }, { ...USUAL, theme: 'light' }],
  ])('reads %s', (_, query, state) => expect(readWall(query)).toEqual(state));

  it.each<[Record<string, string>, object, RegExp]>([
    [
      { rotate: '1' },
      { rotate: 30 },
      /^rotate=“1” is not a number of seconds from 5 to 3600\. 30 is used\.$/,
    ],
    [{ rotate: '99999' }, { rotate: 30 }, /^rotate=/],
    [{ rotate: '1e3' }, { rotate: 30 }, /^rotate=/],
    [{ rotate: '' }, { rotate: 30 }, /^rotate=/],
    [{ theme: 'pink' }, { theme: 'dark' }, /^theme=“pink” is not known: dark, light\. “dark” is used\.$/],
    [{ floor: 'all' }, { floor: 'warning' }, /^floor=“all” is not known/],
    [{ panels: 'foo' }, { panels: ['overview'] }, /^panels names “foo”, .* overview is used\.$/],
    [{ panels: 'hosts,foo' }, { panels: ['hosts'] }, /^panels names “foo”, .*changes\.$/],
    [{ panel: 'hosts' }, { panels: ['overview'] }, /^“panel” is no setting of this board/],
    [{ theme: 'x'.repeat(500) }, { theme: 'dark' }, /^.{1,120}$/],
  ])('says what is wrong with %j and goes on', (query, state, problem) => {
    const read = readWall(query);
    expect(read).toMatchObject(state);
    expect(read.problems).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    ['/wallboard', {}],
    ['/wallboard?theme=light', { theme: 'light' }],
    [
      '/wallboard?panels=hosts,alarms&rotate=45&floor=major',
      { panels: 'hosts,alarms', rotate: '45', floor: 'major' },
    ],
  ])('is written as %s', (href, query) => {
    expect(wallHref(readWall(query))).toBe(href);
    expect(readWall(Object.fromEntries(new URL(href, 'http://x').searchParams))).toEqual(readWall(query));
  });
});

it('gives each panel its turn, by the clock', () => {
  const state = { panels: ['alarms', 'hosts', 'changes'] as const, rotate: 10 };
  const turns = [0, 9_999, 10_000, 20_000, 30_000].map((now) => panelAt(state, now));
  expect(turns).toEqual(['alarms', 'alarms', 'hosts', 'changes', 'alarms']);
  expect(panelAt({ panels: ['hosts'], rotate: 5 }, 123_456_789)).toBe('hosts');
});
