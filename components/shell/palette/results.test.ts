import { describe, expect, it } from 'vitest';
import { testContext, testHost, testLocked, testViewer } from '@/lib/domain/test-facts';
import { navItems } from '../nav';
import { matches, pieces, splitBy, wordsOf } from './match';
import { type Entry, results, type Sources } from './results';

describe('what was typed', () => {
  it.each([
    ['worker-1', 'work', true],
    ['worker-1', '1', true],
    ['worker-1', 'orker', false],
    ['worker-1', 'worker 1', true],
    ['Force unsafe lock', 'force lock', true],
    ['192.168.204.24', '204.24', true],
    ['Été', 'é', true],
    ['anything', '', true],
  ])('%s and "%s": %s', (text, query, is) => {
    expect(matches(text, wordsOf(query))).toBe(is);
  });

  it('parts the verb from the name', () => {
    expect(splitBy('Force lock', wordsOf('force w lock'))).toEqual({ taken: ['force', 'lock'], rest: ['w'] });
  });

  it('marks only the beginnings that were typed, and loses no letter', () => {
    expect(pieces('worker-1', ['w', '1'])).toEqual([
      { text: 'w', hit: true },
      { text: 'orker-', hit: false },
      { text: '1', hit: true },
    ]);
    // Lower case of this letter is longer than the letter.
    expect(
      pieces('İstanbul', ['i'])
        .map(({ text }) => text)
        .join(''),
    ).toBe('İstanbul');
  });
});

const worker = (n: number, more = {}) => testHost({ id: `id-${n}`, hostname: `worker-${n}`, ...more });
const sources = (more: Partial<Sources> = {}): Sources => ({
  places: navItems(),
  context: testContext({
    hosts: [worker(10), worker(1), worker(2), testLocked({ id: 'id-4', hostname: 'worker-4' })],
  }),
  settings: [{ id: 'dark', label: 'Dark theme' }],
  here: undefined,
  recent: [],
  ...more,
});

const ids = (query: string, more?: Partial<Sources>) =>
  results(query, sources(more)).map(({ title, entries }) => [title, entries.map(({ id }) => id)]);
const actionsOf = (query: string, more?: Partial<Sources>): Extract<Entry, { kind: 'action' }>[] =>
  results(query, sources(more))
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'action' ? [entry] : []));

describe('the palette', () => {
  it('finds a verb and a name in any order, what is allowed first, in the order people count', () => {
    for (const query of ['lock w', 'w lock']) {
      const locks = actionsOf(query).filter(({ action }) => action === 'lock');
      expect(locks.map(({ host }) => host.hostname)).toEqual([
        'worker-1',
        'worker-2',
        'worker-10',
        'worker-4',
      ]);
      expect(locks.at(-1)?.verdict.ok).toBe(false);
    }
  });

  it('means the short word before the longer label', () => {
    const [first] = actionsOf('lock worker-2');
    expect(first?.action).toBe('lock');
    expect(actionsOf('force lock worker-2')[0]?.action).toBe('force-lock');
  });

  it('keeps what a reader may not do, with the reason', () => {
    const context = testContext({
      hosts: [worker(1)],
      viewer: testViewer('reader'),
    });
    const [lock] = actionsOf('lock worker-1', { context });
    expect(lock?.verdict).toMatchObject({ ok: false, why: expect.stringContaining('Your role is reader') });
  });

  it('offers actions only after >', () => {
    expect(ids('> reboot worker-1').map(([title]) => title)).toEqual(['Actions']);
    expect(ids('worker-1').map(([title]) => title)).toEqual(['Go to']);
  });

  it('puts a name that begins with what was typed before one that contains it', () => {
    const context = testContext({ hosts: [testHost({ id: 'x', hostname: 'edge-worker-1' }), worker(1)] });
    expect(ids('worker', { context })).toEqual([['Go to', ['host id-1', 'host x']]]);
  });

  it('shows at rest what was used lately, without saying a place twice', () => {
    const groups = ids('', { recent: ['host id-2', 'place hosts', 'host gone'] });
    expect(groups).toEqual([
      ['Lately', ['host id-2', 'place hosts']],
      [
        'Go to',
        navItems()
          .filter(({ id }) => id !== 'hosts')
          .map(({ id }) => `place ${id}`),
      ],
      ['Preferences', ['setting dark']],
    ]);
  });

  it('begins with the host of the page, with only what can be done now', () => {
    const [first] = results('', sources({ here: testLocked({ id: 'id-4', hostname: 'worker-4' }) }));
    expect(first?.title).toBe('On worker-4');
    const offered = first?.entries.flatMap((entry) => (entry.kind === 'action' ? [entry.action] : []));
    expect(offered).toContain('unlock');
    expect(offered).not.toContain('lock');
  });

  it('stays small with a thousand hosts', () => {
    const context = testContext({ hosts: Array.from({ length: 1_000 }, (_, n) => worker(n)) });
    expect(results('lock', sources({ context })).flatMap(({ entries }) => entries).length).toBeLessThan(30);
  });

  it('says nothing rather than something else', () => {
    expect(results('xyzzy', sources())).toEqual([]);
  });
});
