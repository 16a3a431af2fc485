// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchEveryPart } from '@/components/ui/later';
import { standAt } from '@/lib/url/test-address';
import type { Column } from './column';
import { DataTable } from './data-table';
import type { DataTableProps } from './props';

vi.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams(window.location.search),
}));

type Row = { id: string; kind: string; state: string };
const drawn = vi.fn<(id: string) => void>();
const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    label: 'Name',
    value: (row) => row.id,
    render: (row) => {
      drawn(row.id);
      return row.id;
    },
    width: { min: 100 },
    canHide: false,
  },
  { id: 'state', label: 'State', value: (row) => row.state, width: { min: 100 }, facet: {} },
];
const row = (id: string, state = 'enabled'): Row => ({ id, kind: id.split('-')[0] ?? '', state });
const ROWS = [row('worker-0'), row('controller-0'), row('worker-1')];
const keyOf = (one: Row) => one.id;

beforeAll(fetchEveryPart);

let host: HTMLElement;
let root: Root;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  window.localStorage.clear();
  drawn.mockReset();
  standAt('/list');
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
  host.remove();
});

function show(rows: readonly Row[] | undefined, more: Partial<DataTableProps<Row>> = {}, search?: string) {
  if (search !== undefined) act(() => standAt(`/list${search}`));
  act(() =>
    root.render(
      <DataTable
        id="things"
        noun={{ one: 'thing', many: 'things' }}
        columns={COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={keyOf}
        defaultSort={{ id: 'name', desc: false }}
        empty={<p>Nothing yet</p>}
        {...more}
      />,
    ),
  );
}
const all = (selector: string) => [...host.querySelectorAll<HTMLElement>(selector)];
const keys = () => all('tr[data-key]').map((tr) => tr.dataset.key);
const selected = () => all('tr[aria-selected="true"]').map((tr) => tr.dataset.key);
const press = (key: string, init: KeyboardEventInit = {}) =>
  act(() => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  });
const pointer = (type: string) =>
  act(() => {
    host.querySelector('table')?.parentElement?.dispatchEvent(new PointerEvent(type, { bubbles: true }));
  });
const named = (label: string) => {
  const found = host.querySelector<HTMLElement>(`[aria-label="${label}"]`);
  if (!found) throw new Error(`nothing is called ${label}`);
  return found;
};
const click = (element: HTMLElement, init: MouseEventInit = {}) =>
  act(() => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
  });

describe('a poll', () => {
  it('draws only the row that changed', () => {
    show(ROWS);
    drawn.mockReset();
    show(ROWS.map((one) => (one.id === 'worker-1' ? { ...one, state: 'failed' } : { ...one })));
    expect(drawn.mock.calls).toEqual([['worker-1']]);
  });

  it('moves no row while the pointer is in the table, and puts them right when it leaves', () => {
    show(ROWS, {}, '?sort=state');
    expect(keys()).toEqual(['worker-0', 'controller-0', 'worker-1']);
    pointer('pointerover');
    show([row('new-0', 'aaa'), row('worker-1', 'aaa'), row('worker-0')], {}, '?sort=state');
    expect(keys()).toEqual(['worker-0', 'worker-1', 'new-0']);
    pointer('pointerout');
    expect(keys()).toEqual(['new-0', 'worker-1', 'worker-0']);
  });

  it('leaves the selection alone, and forgets a row that is gone only while it is', () => {
    const bulk = (rows: readonly Row[]) => <output>{rows.map(keyOf).join(' ')}</output>;
    show(ROWS, { bulk });
    click(named('Select worker-1'));
    click(named('Select worker-0'));
    show(ROWS.slice(0, 2), { bulk });
    expect(host.querySelector('output')?.textContent).toBe('worker-0');
    show([...ROWS].reverse(), { bulk });
    expect(selected()).toEqual(['worker-0', 'worker-1']);
  });
});

describe('keys', () => {
  it('walk, select, range and clear', () => {
    show(ROWS, { bulk: () => null });
    press('j');
    expect(document.activeElement?.getAttribute('data-key')).toBe('controller-0');
    press('x');
    press('j');
    press('j');
    press('X', { shiftKey: true });
    expect(selected()).toEqual(['controller-0', 'worker-0', 'worker-1']);
    press('Escape');
    expect(selected()).toEqual([]);
  });

  it('come by Tab to a row of a filtered list, whichever row was the current one before', () => {
    show(ROWS);
    const stops = () => all('tr[data-key][tabindex="0"]').map((tr) => tr.dataset.key);
    expect(stops()).toEqual(['controller-0']);
    act(() => all('tr[data-key="worker-1"]')[0]?.focus());
    expect(stops()).toEqual(['worker-1']);
    show(ROWS, {}, '?q=worker-0');
    expect(keys()).toEqual(['worker-0']);
    expect(stops()).toEqual(['worker-0']);
  });

  it('act on the row that has the focus, however it came there', () => {
    show(ROWS, { bulk: () => null });
    act(() => all('tr[data-key]')[1]?.focus());
    press('x');
    expect(selected()).toEqual([keys()[1]]);
  });

  it('open the current row, and run what the caller gives', () => {
    const onOpen = vi.fn();
    const lock = vi.fn();
    show(ROWS, { onOpen, rowKeys: [{ key: 'l', label: 'lock', run: lock }] });
    press('l');
    expect(lock).not.toHaveBeenCalled();
    press('j');
    press('l');
    press('Enter');
    expect(lock).toHaveBeenCalledExactlyOnceWith(ROWS[1]);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(ROWS[1]);
  });

  it('are silent while they are off, in the browser or for this table', () => {
    window.localStorage.setItem('roost-keys-off', '1');
    show(ROWS);
    press('j');
    expect(document.activeElement).toBe(document.body);
    window.localStorage.clear();
    show(ROWS, { keys: 'off' });
    press('j');
    expect(document.activeElement).toBe(document.body);
  });

  it('leave Ctrl and what somebody else took alone', () => {
    show(ROWS);
    press('j', { ctrlKey: true });
    expect(document.activeElement).toBe(document.body);
    const take = (event: Event) => event.preventDefault();
    document.addEventListener('keydown', take, { capture: true });
    press('j');
    document.removeEventListener('keydown', take, { capture: true });
    expect(document.activeElement).toBe(document.body);
  });
});

describe('a drawer beside the list', () => {
  const current = () => all('tr[aria-current="true"]').map((tr) => tr.dataset.key);

  it('opens with a click on the row, walks with the keys, and closes before the selection goes', () => {
    show(ROWS, { detail: true, bulk: () => null });
    click(named('Select worker-1'));
    expect(current()).toEqual([]);
    const cell = host.querySelector<HTMLElement>('tr[data-key="controller-0"] td:last-child');
    if (!cell) throw new Error('no cell');
    click(cell);
    expect(current()).toEqual(['controller-0']);
    press('j');
    expect(current()).toEqual(['worker-0']);
    press('Escape');
    expect(current()).toEqual([]);
    expect(selected()).toEqual(['worker-1']);
    press('Enter');
    expect(current()).toEqual(['worker-0']);
  });

  it('starts to walk from the row that the link opened', () => {
    show(ROWS, { detail: true }, '?open=worker-0');
    press('j');
    expect(current()).toEqual(['worker-1']);
  });
});

function mediaList(media: string, matches: boolean): MediaQueryList {
  const nothing = () => {};
  return {
    media,
    matches,
    onchange: null,
    addEventListener: nothing,
    removeEventListener: nothing,
    addListener: nothing,
    removeListener: nothing,
    dispatchEvent: () => true,
  };
}

describe('on a phone', () => {
  it('rows are cards, worst first, each one link that opens', () => {
    vi.stubGlobal('matchMedia', (media: string) => mediaList(media, media.includes('max-width')));
    const onOpen = vi.fn();
    show(ROWS, {
      card: (one) => <b>{one.id}</b>,
      urgency: (one) => (one.id === 'worker-1' ? 9 : 0),
      href: (one) => `/things/${one.id}`,
      onOpen,
    });
    expect(host.querySelector('table')).toBeNull();
    const cards = all('li a');
    expect(cards.map((card) => card.textContent)).toEqual(['worker-1', 'controller-0', 'worker-0']);
    expect(cards[0]?.getAttribute('href')).toBe('/things/worker-1');
    if (cards[0]) click(cards[0]);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(ROWS[2]);
    if (cards[1]) click(cards[1], { ctrlKey: true });
    expect(onOpen).toHaveBeenCalledTimes(1);
  });
});

describe('what it says', () => {
  const text = () => host.textContent ?? '';

  it('has heads with counts in its own order, and none in another', () => {
    const groups = { of: (one: Row) => one.kind, order: [{ id: 'controller', label: 'Controllers' }] };
    show(ROWS, { groups });
    expect(all('th[scope="rowgroup"]').map((th) => th.textContent)).toEqual(['Controllers 1', 'worker 2']);
    act(() => root.render(null));
    show(ROWS, { groups }, '?sort=state');
    expect(all('th[scope="rowgroup"]')).toEqual([]);
  });

  it('tells first use from filtered away, and counts what is hidden', () => {
    show([]);
    expect(text()).toContain('Nothing yet');
    act(() => root.render(null));
    show(ROWS, {}, '?q=zzz&state=enabled');
    expect(text()).toContain('No thing matches 2 filters');
    expect(text()).toContain('3 are hidden');
    expect(text()).toContain('0 of 3 things shown');
    const clear = all('button').find((button) => button.textContent === 'Clear filters');
    if (!clear) throw new Error('no way out');
    click(clear);
    expect(keys()).toHaveLength(3);
  });

  it('shows a row that cannot be read beside the others', () => {
    show(ROWS, { unreadable: [{ key: '4', label: 'row 4', why: 'state is a number' }] });
    expect(text()).toContain('row 4 cannot be read state is a number');
    expect(text()).toContain('4 things, 1 cannot be read');
    expect(keys()).toHaveLength(3);
  });

  it('reads before it knows: no count, no empty words', () => {
    show(undefined, { views: [{ id: 'all', label: 'All things' }] });
    expect(named('Reading things')).toBeTruthy();
    expect(text()).not.toContain('Nothing yet');
    expect(all('.tab')[0]?.textContent).toBe('All things');
  });

  it('ignores an order by a column it does not have', () => {
    show(ROWS, {}, '?sort=-nonsense');
    expect(keys()).toEqual(['controller-0', 'worker-0', 'worker-1']);
    expect(all('th[aria-sort]').map((th) => th.getAttribute('aria-sort'))).toEqual(['ascending']);
  });

  it('keeps a thousand rows out of the document and says how many there are', () => {
    show(Array.from({ length: 1000 }, (_, index) => row(`worker-${index}`)));
    expect(host.querySelector('table')?.getAttribute('aria-rowcount')).toBe('1001');
    expect(keys().length).toBeLessThan(100);
    expect(text()).toContain('1,000 things');
  });
});
