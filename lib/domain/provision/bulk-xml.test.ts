import { expect, it } from 'vitest';
import { newRow } from './bulk-row';
import { rowsOfXml, writeBulkXml } from './bulk-xml';

const ROW = newRow('a', {
  ...{ personality: 'worker', hostname: ' worker-20 ', mgmtMac: '3C-FD-FE-AA-00-01', location: 'a <b> & c' },
  ...{ bmType: 'ipmi', bmAddress: '10.0.0.9', bmUserName: 'root', bmPassword: 'p&ss', powerOn: 'yes' },
  ...{ subfunctions: 'worker,lowlatency', hwSettle: '0' },
});

it('a file says what was typed, in the platform’s form and order, and nothing of what was not', () => {
  expect(writeBulkXml([ROW], 'sent')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<hosts>
  <host>
    <personality>worker</personality>
    <hostname>worker-20</hostname>
    <subfunctions>worker,lowlatency</subfunctions>
    <mgmt_mac>3c:fd:fe:aa:00:01</mgmt_mac>
    <location>a &lt;b&gt; &amp; c</location>
    <power_on/>
    <bm_type>ipmi</bm_type>
    <bm_ip>10.0.0.9</bm_ip>
    <bm_username>root</bm_username>
    <bm_password>p&amp;ss</bm_password>
    <hw_settle>0</hw_settle>
  </host>
</hosts>
`);
});

it('passwords are shown to nobody', () => {
  const shown = writeBulkXml([ROW], 'hidden');
  expect(shown).not.toContain('p&amp;ss');
  expect(shown).toContain('<bm_password>••••••</bm_password>');
});

it('only workers have a profile', () => {
  expect(
    writeBulkXml([newRow('a', { personality: 'storage', subfunctions: 'worker' })], 'sent'),
  ).not.toContain('subfunctions');
});

it('elements become a row; those that are not taken are named when they hold something', () => {
  const host = new Map([
    ...([
      ['personality', 'worker'],
      ['mgmt_mac', '3c:fd:fe:aa:00:01'],
      ['power_on', ''],
    ] as const),
    ...([
      ['tboot', ''],
      ['mgmt_ip', '192.168.204.9'],
      ['bm_password', ''],
    ] as const),
  ]);
  const { rows, passedOver } = rowsOfXml([host], () => 'x');
  expect(passedOver).toEqual(['mgmt_ip']);
  expect(rows).toEqual([
    newRow('x', { personality: 'worker', mgmtMac: '3c:fd:fe:aa:00:01', powerOn: 'yes' }),
  ]);
});
