import { expect, it } from 'vitest';
import { alarmPlace, linePlace } from './alarm-place';

it.each([
  ['100.119', 'host=worker-5.instance=ptp-bc.ptp=no-lock', '/clocks?open=worker-5'],
  ['900.007', 'host=controller', '/applications/kubernetes'],
  ['900.008', 'host=controller', '/applications/kubernetes'],
  ['900.009', 'host=controller', '/applications/kubernetes'],
  ['900.005', 'host=controller', null],
  ['900.701', 'host=worker-5', null],
  ['100.101', 'host=worker-5', null],
  // Its entity leads there.
  ['750.002', 'k8s_application=snmp', null],
])('%s on %s leads to %s', (id, entity, href) => {
  expect(alarmPlace(id, entity)?.href ?? null).toBe(href);
  if (href !== null) expect(linePlace(id, entity)?.href).toBe(href);
});

it('a line about an application leads to it', () => {
  expect(linePlace('750.002', 'k8s_application=snmp')).toEqual({
    ...{ href: '/applications?open=snmp', label: 'Application snmp', text: 'snmp' },
  });
  expect(linePlace('750.002', 'k8s_application=')).toBeNull();
});
