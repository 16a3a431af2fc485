/** Interfaces of an all-in-one simplex while it runs: virtual functions, what becomes pci-sriov, and nothing else. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import { newForm } from '@/lib/domain/network/interface-form';
import { createPlan } from '@/lib/domain/network/interface-plan';

const { orderInterfaceCalls } = await import('./interface-writes');
const { readView } = await import('./views');

const bench = benchOfWrites('admin', 'simplex');

async function run(...calls: InterfaceCall[]) {
  const { value } = await readView(bench.session(), 'hosts', {});
  const [host] = value?.data.hosts ?? [];
  if (!host) throw new Error('no host');
  expect(host.administrative).toBe('unlocked');
  const begun = await orderInterfaceCalls({ host: host.id, calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}

const vf = {
  ...newForm('vf', ['sriov0']),
  name: 'vf1',
  mtu: '9000',
  vfCount: '2',
  dataNetworks: ['midhaul0'],
};

it('makes virtual functions with their data network, and deletes them', async () => {
  expect(await run(...createPlan(vf))).toEqual([{ state: 'done' }, { state: 'done' }]);
  expect(await run({ do: 'data-network.remove', interface: 'vf1', network: 'midhaul0' })).toEqual([
    { state: 'done' },
  ]);
  expect(await run({ do: 'interface.delete', name: 'vf1' })).toEqual([{ state: 'done' }]);
});

it('makes a port pci-sriov, which it stays until the host is locked', async () => {
  const to = { class: 'pci-sriov', vfCount: 4 };
  const results = await run(
    { do: 'interface.change', name: 'enp94s0f1', to },
    { do: 'data-network.assign', interface: 'enp94s0f1', network: 'nowhere' },
  );
  expect(results).toMatchObject([
    { state: 'stands', failure: { message: 'Host must be locked.' } },
    { state: 'failed' },
  ]);
});

it('is refused whatever else', async () => {
  const vlan = { ...newForm('vlan', ['enp94s0f1']), name: 'v1', vlanId: '9' };
  expect(await run(...createPlan(vlan))).toMatchObject([
    { state: 'failed', failure: { message: 'Host must be locked.' } },
  ]);
});
