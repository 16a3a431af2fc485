import { expect, it } from 'vitest';
import { boardSharers, boardTypeWords } from './board';
import { testHost } from './test-facts';

const board = (id: string, address: string | null, type = 'ipmi') =>
  testHost({ id, hostname: id, boardManagement: { type, address, userName: 'root' } });

it('finds the hosts that share a board address, whatever its notation, and never the host itself', () => {
  const hosts = [
    board('a', '10.10.12.9'),
    board('b', 'FD00::9'),
    board('c', null),
    board('d', '10.10.12.9', 'none'),
  ];
  const names = (address: string, self: string | null) =>
    boardSharers(address, self, hosts).map(({ id }) => id);
  expect(names(' 10.10.12.9 ', 'z')).toEqual(['a']);
  expect(names('10.10.12.9', 'a')).toEqual([]);
  expect(names('fd00::9', null)).toEqual(['b']);
  expect(names('10.10.12', null)).toEqual([]);
});

it.each([
  [null, 'None'],
  ['none', 'None'],
  ['redfish', 'Redfish'],
  ['smoke', 'smoke'],
])('type %s reads %s', (type, words) => expect(boardTypeWords(type)).toBe(words));
