import { describe, expect, it } from 'vitest';
import { cellValue, fieldOfHead, guessColumns, rowsOfTable, spreadFrom } from './bulk-paste';
import { newRow } from './bulk-row';

let n = 0;
const id = () => `r${n++}`;

describe('columns of a spreadsheet', () => {
  it.each([
    ['Hostname', 'hostname'],
    ['mgmt_mac', 'mgmtMac'],
    ['MAC Address', 'mgmtMac'],
    ['Management MAC', 'mgmtMac'],
    ['BMC IP', 'bmAddress'],
    ['bm_ip', 'bmAddress'],
    ['Board password', 'bmPassword'],
    ['rootfs_device', 'rootfsDevice'],
    ['Personality', 'personality'],
    ['Role', 'personality'],
    ['power_on', 'powerOn'],
    ['Purchase order', null],
  ])('%s is %s', (head, field) => expect(fieldOfHead(head)).toBe(field));

  it('are known by their heads', () => {
    const table = guessColumns([
      ['Name', 'Order', 'MAC', 'Rack', 'Power on'],
      ['worker-20', 'PO-1', '3C-FD-FE-AA-00-01', 'rack-1/u1', 'Yes'],
      ['', '', '', '', ''],
    ]);
    expect(table).toMatchObject({
      header: true,
      columns: ['hostname', null, 'mgmtMac', 'location', 'powerOn'],
    });
    const { rows, passedOver } = rowsOfTable(table, id);
    expect(passedOver).toEqual(['Order']);
    expect(rows.map(({ values }) => values)).toEqual([
      newRow('', {
        ...{ personality: 'worker', hostname: 'worker-20', mgmtMac: '3C-FD-FE-AA-00-01' },
        ...{ location: 'rack-1/u1', powerOn: 'yes' },
      }).values,
    ]);
  });

  it('are known by what stands in them', () => {
    const table = guessColumns([
      [
        'worker',
        'worker-20',
        '3cfd.feaa.0001',
        '10.10.30.120',
        '/dev/sda',
        '/dev/sdb',
        'ttyS0,115200',
        'spare',
      ],
      ['compute', 'worker-21', '3cfd.feaa.0002', '10.10.30.121', '/dev/sda', '/dev/sdb', 'ttyS0,115200', ''],
    ]);
    expect(table).toMatchObject({
      header: false,
      columns: [
        ...['personality', 'hostname', 'mgmtMac', 'bmAddress', 'bootDevice', 'rootfsDevice', 'console'],
        null,
      ],
    });
    const { rows, passedOver } = rowsOfTable(table, id);
    expect(passedOver).toEqual(['column 8']);
    expect(rows.map(({ values }) => values.personality)).toEqual(['worker', 'worker']);
  });

  it('twice of one kind are taken once', () => {
    expect(guessColumns([['MAC', 'pxe mac', 'Name']]).columns).toEqual(['mgmtMac', null, 'hostname']);
  });
});

it.each([
  ['subfunctions', 'Low latency', 'worker,lowlatency'],
  ['subfunctions', 'worker, lowlatency', 'worker,lowlatency'],
  ['bmType', 'IPMI', 'ipmi'],
  ['bmPassword', ' kept as it is ', ' kept as it is '],
  ['powerOn', 'no', ''],
  ['powerOn', 'TRUE', 'yes'],
  ['personality', 'CTRL', 'controller'],
] as const)('a cell of %s says %j as %j', (field, text, value) => expect(cellValue(field, text)).toBe(value));

it('cells are spread from where they were put', () => {
  const shown = ['personality', 'hostname', 'mgmtMac'] as const;
  expect(spreadFrom('hostname', shown, [['a', '3cfdfeaa0001', 'too far'], ['b']])).toEqual([
    { hostname: 'a', mgmtMac: '3cfdfeaa0001' },
    { hostname: 'b' },
  ]);
});
