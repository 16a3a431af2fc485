// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  NO_QUERY,
  readQuery,
  sortParam,
  type TableQuery,
  type TableState,
  type TableUrlSpec,
  useTableState,
  writeQuery,
} from './table-state';
import { standAt } from './test-address';

vi.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams(window.location.search),
}));

const FACETS = ['availability', 'label'];

describe('the order in the URL', () => {
  it.each([
    ['host', { id: 'host', desc: false }],
    ['-uptime', { id: 'uptime', desc: true }],
    ['--x', null],
    ['', null],
    ['a b', null],
  ])('%j', (text, is) => {
    expect(sortParam.parse(text)).toEqual(is);
    if (is) expect(sortParam.serialize(is)).toBe(text);
  });
});

describe('a query as text', () => {
  const full: TableQuery = {
    view: 'locked',
    q: 'rack 4',
    sort: { id: 'uptime', desc: true },
    group: 'host',
    cols: ['host', 'task'],
    facets: { label: ['a,b', 'c'], availability: ['failed'] },
  };

  it('comes back as it went', () => {
    expect(readQuery(writeQuery(full), FACETS)).toEqual(full);
    expect(readQuery(writeQuery(NO_QUERY), FACETS)).toEqual(NO_QUERY);
  });

  it('has one spelling, whatever the order things were chosen in', () => {
    const other = { ...full, facets: { availability: ['failed'], label: ['c', 'a,b'] } };
    expect(writeQuery(other)).toBe(writeQuery(full));
    expect(writeQuery(NO_QUERY)).toBe('');
  });

  it('drops what the table does not know', () => {
    expect(readQuery('colour=red&sort=;drop&availability=', FACETS)).toEqual(NO_QUERY);
  });
});

describe('the state of a table', () => {
  let host: HTMLElement;
  let root: Root;
  let state: TableState;
  const update = vi.fn<(how: 'push' | 'replace', url: string) => void>();
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    update.mockReset();
    for (const how of ['push', 'replace'] as const) {
      vi.spyOn(window.history, `${how}State`).mockImplementation((_state, _title, url) => {
        update(how, String(url));
        window.happyDOM?.setURL(new URL(String(url), window.location.href).href);
      });
    }
    host = document.body.appendChild(document.createElement('div'));
    root = createRoot(host);
  });
  afterEach(() => {
    act(() => root.unmount());
    host.remove();
  });

  const PLAIN: TableUrlSpec = { facets: FACETS };
  function Probe({ spec }: { spec: TableUrlSpec }) {
    state = useTableState(spec);
    return null;
  }
  const start = (search: string, spec = PLAIN) =>
    act(() => {
      standAt(`/list${search}`);
      root.render(<Probe spec={spec} />);
    });
  const run = (change: () => void) =>
    act(async () => {
      change();
      await vi.waitFor(() => expect(update).toHaveBeenCalled());
    });
  const last = () => {
    const [history, url = ''] = update.mock.lastCall ?? [];
    return { url: url.replace('/list', ''), history };
  };

  it('reads everything from the URL', () => {
    start('?view=locked&q=rack&sort=-uptime&group=id&cols=host,task&availability=failed,degraded&open=w1');
    expect(state.query).toEqual({
      view: 'locked',
      q: 'rack',
      sort: { id: 'uptime', desc: true },
      group: 'id',
      cols: ['host', 'task'],
      facets: { availability: ['failed', 'degraded'] },
    });
    expect(state.open).toBe('w1');
  });

  it('replaces the history entry while one types, and adds one for a filter', async () => {
    start('');
    await run(() => state.set({ q: 'w' }));
    expect(last()).toEqual({ url: '?q=w', history: 'replace' });
    update.mockReset();
    await run(() => state.set({ facets: { availability: ['failed'] } }));
    expect(last()).toEqual({ url: '?q=w&availability=failed', history: 'push' });
    expect(state.query.facets).toEqual({ availability: ['failed'] });
  });

  it('takes a facet with no value out of the URL', async () => {
    start('?availability=failed&label=a');
    await run(() => state.set({ facets: { ...state.query.facets, availability: [] } }));
    expect(last().url).toBe('?label=a');
  });

  it('changes to a saved view in one step of the history, and leaves nothing of the last one', async () => {
    start('?q=rack&availability=failed&cols=host&open=w1');
    await run(() => state.apply({ ...NO_QUERY, view: 'locked', facets: { label: ['edge'] } }));
    const { url, history } = last();
    expect(new URLSearchParams(url)).toEqual(new URLSearchParams('open=w1&view=locked&label=edge'));
    expect(history).toBe('push');
    expect(update).toHaveBeenCalledTimes(1);
  });

  it('adds one history entry for an open row, none for walking on', async () => {
    start('');
    await run(() => state.setOpen('w1'));
    expect(last()).toEqual({ url: '?open=w1', history: 'push' });
    update.mockReset();
    await run(() => state.setOpen('w2', 'walk'));
    expect(last()).toEqual({ url: '?open=w2', history: 'replace' });
    update.mockReset();
    await run(() => state.setOpen(null));
    expect(last().url).toBe('');
  });

  it('keeps two tables of a page apart', async () => {
    start('?q=other&ports.q=eth&ports.label=x', { facets: FACETS, prefix: 'ports' });
    expect(state.query.q).toBe('eth');
    expect(state.query.facets).toEqual({ label: ['x'] });
    await run(() => state.set({ sort: { id: 'name', desc: false } }));
    expect(new URLSearchParams(last().url).get('ports.sort')).toBe('name');
    expect(new URLSearchParams(last().url).get('q')).toBe('other');
  });

  it('refuses a facet that would take one of its own parameters', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => start('', { facets: ['sort'] })).toThrow(/cannot be called sort/);
  });
});
