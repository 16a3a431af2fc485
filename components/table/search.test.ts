import { expect, it } from 'vitest';
import type { Column } from './column';
import { rowText, searchTerms } from './search';

type Box = { name: string; mac: string | null };
const width = { min: 80 };
const columns: Column<Box>[] = [
  { id: 'name', label: 'Name', value: (row) => row.name, width },
  {
    id: 'mac',
    label: 'MAC',
    value: (row) => row.mac,
    searchValue: (row) => row.mac?.replaceAll(':', '-') ?? null,
    width,
  },
];

it('looks at the search value of a column instead of its value', () => {
  const text = rowText(columns);
  expect(text({ name: 'Worker-1', mac: '3C:FD' })).toBe('worker-1\n3c-fd');
  expect(text({ name: 'Worker-2', mac: null })).toBe('worker-2');
  expect(searchTerms('  3C-FD  worker ')).toEqual(['3c-fd', 'worker']);
});

it('looks for an IPv6 address in the spelling of the platform', () => {
  expect(searchTerms('[FD00:0::2] 2001:DB8:0::/64 3c:fd 10.10.10.2')).toEqual([
    ...['fd00::2', '2001:db8::/64', '3c:fd', '10.10.10.2'],
  ]);
});
