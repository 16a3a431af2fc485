import { expect, it } from 'vitest';
import { interfaceRows } from './interface-rows';
import { boardNetwork, testInterface, testNetwork } from './test-network';

const rows = interfaceRows(boardNetwork(), 'worker-2');

it.each<[string, Partial<ReturnType<typeof interfaceRows>[number]>]>([
  ['mgmt0', { uses: 'bond0', networks: 'mgmt', addresses: '192.168.204.52/24', note: 'Ports 2 of 2 up' }],
  ['bond0', { key: 'if:bond0', class: 'none', uses: 'enp24s0f0, enp24s0f1', note: '802.3ad, layer3+4' }],
  ['enp24s0f0', { key: 'port:enp24s0f0', note: 'Member of bond0' }],
  ['enp81s0f2', { key: 'port:enp81s0f2', note: 'Not used' }],
  ['sriov0', { class: 'pci-sriov', uses: 'enp81s0f0', note: '16 VFs, 16 assigned' }],
  ['du-fronthaul', { networks: 'group0-sriov', note: '8 VFs, vfio' }],
  ['ptp0', { note: 'ptp-tsc', addresses: '' }],
])('%s', (name, row) => {
  expect(rows.find((one) => one.name === name)).toMatchObject(row);
});

it('what could not be read is not nothing', () => {
  const unread = (['addresses', 'dataNetworks'] as const).map((part) => ({ part, message: 'away' }));
  const [row] = interfaceRows(testNetwork({ interfaces: [testInterface('a')], unread }), 'h');
  expect(row).toMatchObject({ addresses: null, networks: null });
});

it('names a lower interface that is not there', () => {
  const [row] = interfaceRows(testNetwork({ interfaces: [testInterface('v7', { uses: ['ghost0'] })] }), 'h');
  expect(row?.note).toBe('Uses ghost0, which is not among the interfaces');
});
