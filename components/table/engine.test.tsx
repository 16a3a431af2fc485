// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sort } from '@/lib/url/table-state';
import type { Column } from './column';
import { type Engine, useEngine } from './engine';

type Row = { name: string; state: string | null; labels: readonly string[]; up: number | null };
const width = { min: 80 };
const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', label: 'Name', value: (row) => row.name, width },
  { id: 'state', label: 'State', value: (row) => row.state, width, facet: {}, searchable: false },
  {
    id: 'label',
    label: 'Label',
    value: (row) => row.labels.join(' '),
    width,
    facet: { of: (row) => row.labels },
  },
  { id: 'up', label: 'Up', value: (row) => row.up, width },
  {
    id: 'rank',
    label: 'Rank',
    value: (row) => row.state,
    sortKey: (row) => ['failed', 'degraded', 'available'].indexOf(row.state ?? 'failed'),
    searchable: false,
    width,
  },
];
const ROWS: readonly Row[] = [
  { name: 'worker-10', state: 'available', labels: ['edge'], up: 90 },
  { name: 'worker-9', state: 'failed', labels: ['edge', 'o-ran'], up: null },
  { name: 'worker-1', state: 'available', labels: [], up: 0 },
  { name: 'storage-0', state: 'degraded', labels: ['o-ran'], up: 1000 },
  { name: 'Worker-2', state: null, labels: ['edge'], up: 7 },
];

let root: Root;
let engine: Engine<Row>;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.createElement('div'));
});
afterEach(() => act(() => root.unmount()));

type Asked = {
  q?: string;
  facets?: Record<string, readonly string[]>;
  sort?: Sort | null;
  rows?: readonly Row[];
};
function Probe({ q = '', facets = {}, sort = null, rows = ROWS }: Asked) {
  engine = useEngine(COLUMNS, rows, { q, facets }, sort);
  return null;
}
const ask = (asked: Asked) => {
  act(() => root.render(<Probe {...asked} />));
  return engine.rows.map((row) => row.name);
};
const counts = (id: string) => Object.fromEntries(engine.facetCounts(id));

describe('order', () => {
  it.each([
    { by: 'name', desc: false, is: 'storage-0 worker-1 Worker-2 worker-9 worker-10' },
    { by: 'name', desc: true, is: 'worker-10 worker-9 Worker-2 worker-1 storage-0' },
    { by: 'up', desc: false, is: 'worker-1 Worker-2 worker-10 storage-0 worker-9' },
    { by: 'up', desc: true, is: 'storage-0 worker-10 Worker-2 worker-1 worker-9' },
    { by: 'rank', desc: false, is: 'worker-9 Worker-2 storage-0 worker-10 worker-1' },
  ])('$by, descending $desc: numbers in names count, unknown is last both ways', ({ by, desc, is }) => {
    expect(ask({ sort: { id: by, desc } }).join(' ')).toBe(is);
  });

  it('is that of the data without a sort', () => {
    expect(ask({})).toEqual(ROWS.map((row) => row.name));
  });
});

describe('search', () => {
  it.each([
    { q: 'WORKER', is: 4 },
    { q: 'worker edge', is: 3 },
    { q: ' o-ran   stor ', is: 1 },
    { q: '1000', is: 1 },
    { q: 'available', is: 0 },
    { q: '   ', is: 5 },
  ])('"$q" finds $is rows', ({ q, is }) => {
    expect(ask({ q })).toHaveLength(is);
  });
});

describe('facets', () => {
  it('show rows that have any of the values, and of every facet', () => {
    expect(ask({ facets: { state: ['failed', 'degraded'] } })).toEqual(['worker-9', 'storage-0']);
    expect(ask({ facets: { state: ['failed', 'available'], label: ['edge'] } })).toEqual([
      'worker-10',
      'worker-9',
    ]);
    expect(ask({ facets: { state: ['nothing'] } })).toEqual([]);
  });

  it('count under every other filter, not under their own; unknown is not counted', () => {
    ask({ facets: { state: ['failed'] } });
    expect(counts('state')).toEqual({ available: 2, failed: 1, degraded: 1 });
    expect(counts('label')).toEqual({ edge: 1, 'o-ran': 1 });
  });

  it('follow the search', () => {
    ask({ q: 'worker', facets: { label: ['edge'] } });
    expect(counts('state')).toEqual({ available: 1, failed: 1 });
    expect(counts('label')).toEqual({ edge: 3, 'o-ran': 1 });
  });

  it('follow new data', () => {
    ask({ facets: { state: ['failed'] } });
    const [first, ...rest] = ROWS;
    if (!first) throw new Error('no row');
    expect(ask({ facets: { state: ['failed'] }, rows: [{ ...first, state: 'failed' }, ...rest] })).toEqual([
      'worker-10',
      'worker-9',
    ]);
    expect(counts('state')).toEqual({ available: 1, failed: 2, degraded: 1 });
  });
});

describe('a facet that holds rows back', () => {
  const held: readonly Column<Row>[] = COLUMNS.map((column) =>
    column.id === 'state' ? { ...column, facet: { standing: ['available'] } } : column,
  );
  const shown = (asked: Record<string, readonly string[]>): readonly string[] => {
    function Held() {
      engine = useEngine(held, ROWS, { q: '', facets: asked }, null);
      return null;
    }
    act(() => root.render(<Held />));
    return engine.rows.map(({ name }) => name);
  };

  it('shows its standing values until others are asked for', () => {
    expect(shown({})).toEqual(['worker-10', 'worker-1']);
    expect(shown({ state: ['failed'] })).toEqual(['worker-9']);
  });

  it('counts for the other facets what is shown, and for itself what waits', () => {
    shown({});
    expect(counts('label')).toEqual({ edge: 1 });
    expect(counts('state')).toEqual({ available: 2, failed: 1, degraded: 1 });
  });
});
