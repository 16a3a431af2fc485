// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cellsOf, readText } from './read-text';

const id = () => 'x';
const exported = (): string => {
  const file = 'simulator/recordings/sysinv/get-341-get-ihosts-bulk-export.json';
  const { body } = JSON.parse(readFileSync(file, 'utf8'));
  return String(body.content);
};

it('reads what the platform exported', () => {
  const read = readText(exported(), id);
  if (read.kind !== 'rows') throw new Error(JSON.stringify(read));
  const { rows, passedOver } = read.rows;
  expect(passedOver).toEqual([]);
  expect(rows.map(({ values }) => values.personality)).toEqual([
    ...['controller', 'controller', 'storage', 'storage'],
    ...Array.from({ length: rows.length - 5 }, () => 'worker'),
    // A node that nobody claimed yet.
    '',
  ]);
  // Power on is in it as a comment only.
  expect(rows[4]?.values).toMatchObject({
    ...{ hostname: 'worker-0', mgmtMac: '3c:fd:fe:00:04:00', location: 'rack-1/u5', subfunctions: 'worker' },
    ...{ bmUserName: 'bmcadmin', bmPassword: '', powerOn: '', hwSettle: '0', console: 'ttyS0,115200n8' },
  });
});

it.each([
  ['', 'There is nothing in it'],
  ['<hosts><host>', 'No XML document'],
  ['<hosts/>', 'The file has no hosts'],
  ['just\nwords', 'No column is known'],
  [`mac\n${'3cfdfeaa0001\n'.repeat(300)}`, 'More than 200 hosts'],
])('says of %j what is wrong', (text, why) => {
  expect(readText(text, id)).toEqual({ kind: 'fault', why: expect.stringContaining(why) });
});

it('reads cells with quotes, other delimiters and blank lines', () => {
  expect(cellsOf('name;location\r\nworker-1;"rack 1; ""left"""\r\n\r\n')).toEqual([
    ['name', 'location'],
    ['worker-1', 'rack 1; "left"'],
  ]);
  expect(cellsOf('a\tb, c\nd\te')).toEqual([
    ['a', 'b, c'],
    ['d', 'e'],
  ]);
});
