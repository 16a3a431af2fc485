/** Changing interfaces of a locked worker against the embedded platform: each kind made, changed, refused and taken back. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import {
  formOf,
  type InterfaceForm,
  newForm,
  withAeMode,
  withClass,
} from '@/lib/domain/network/interface-form';
import { createPlan, editPlan } from '@/lib/domain/network/interface-plan';
import type { StepResult } from '@/lib/domain/steps';

const { orderInterfaceCalls } = await import('./interface-writes');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator');
const { written, signIn } = bench;
const LOCKED = 'worker-4';

async function hostId(name = LOCKED): Promise<string> {
  const { value } = await readView(bench.session(), 'hosts', {});
  const host = value?.data.hosts.find(({ hostname }) => hostname === name);
  if (!host) throw new Error(`no ${name}`);
  return host.id;
}

async function run(calls: readonly InterfaceCall[], host = LOCKED): Promise<StepResult[]> {
  const begun = await orderInterfaceCalls({ host: await hostId(host), calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}

async function state(host = LOCKED) {
  const id = await hostId(host);
  const network = await readView(bench.session(), 'hostNetwork', { hostId: id, peerId: null }, true);
  const more = await readView(bench.session(), 'hostNetworkMore', { hostId: id }, true);
  const choices = await readView(bench.session(), 'interfaceChoices', {}, true);
  if (!network.value || !more.value || !choices.value) throw new Error('not read');
  return { ...network.value.data, routes: more.value.data.routes, choices: choices.value.data };
}

/** What there is, without what the platform counts and stamps. */
async function picture(host = LOCKED) {
  const { interfaces, networks, dataNetworks, addresses, routes } = await state(host);
  return {
    interfaces: interfaces.map((one) => ({
      ...{ ...one, usedBy: one.usedBy.toSorted(), vfCount: one.vfCount || null },
      maxTxRate: one.maxTxRate || null,
      maxRxRate: one.maxRxRate || null,
    })),
    networks: networks.map(({ name, interface: on }) => `${name} on ${on}`).toSorted(),
    dataNetworks: dataNetworks.map(({ name, interface: on }) => `${name} on ${on}`).toSorted(),
    addresses: addresses
      .map(({ address, prefix, interface: on }) => `${address}/${prefix} on ${on}`)
      .toSorted(),
    routes: routes
      .map(({ network, gateway, interface: on }) => `${network} via ${gateway} on ${on}`)
      .toSorted(),
  };
}

async function edit(name: string, change: (form: InterfaceForm) => InterfaceForm): Promise<InterfaceCall[]> {
  const now = await state();
  const own = now.interfaces.find((one) => one.name === name);
  const form = own && formOf(own, now);
  if (!own || !form) throw new Error(`no ${name}`);
  return editPlan(change(form), own, now);
}

const states = (results: readonly StepResult[]) => results.map(({ state: one }) => one);
const done = (calls: readonly unknown[]) => calls.map(() => 'done');
const writes = () => bench.writes('sysinv');
const refusing = (method: string, path: string, times = 1) =>
  bench.platform().control.fault({
    ...{ service: 'sysinv', method, path, status: 400, times },
    body: { error_message: JSON.stringify({ faultstring: 'Not now', faultcode: 'Client' }) },
  });

const vlan = (more: Partial<InterfaceForm> = {}): InterfaceForm => ({
  ...newForm('vlan', ['pxeboot0']),
  ...{ name: 'storage0', vlanId: '300', networks: ['storage'], maxTxRate: '500' },
  ...more,
});
const bond = (): InterfaceForm => ({
  ...withAeMode(newForm('ae', ['enp94s0f1']), '802.3ad'),
  ...{ name: 'bond1', mtu: '9000' },
});
const dataBond = (): InterfaceForm => ({
  ...withClass(bond(), 'data'),
  ...{ name: 'data1', dataNetworks: ['midhaul0'], ipv6Mode: 'static' },
});
const vf = (): InterfaceForm => ({
  ...newForm('vf', ['sriov0']),
  ...{
    name: 'vf1',
    mtu: '9000',
    vfCount: '2',
    vfDriver: 'vfio',
    dataNetworks: ['fronthaul0'],
    maxTxRate: '100',
  },
});

describe('each kind of interface', () => {
  it.each<[string, InterfaceForm, object, Partial<InterfaceForm>, object]>([
    [
      'a VLAN',
      vlan(),
      { type: 'vlan', class: 'platform', vlanId: 300, uses: ['pxeboot0'], maxTxRate: 500 },
      { name: 'storage9', mtu: '1400', maxTxRate: '', networks: [] },
      { name: 'storage9', mtu: 1400, maxTxRate: 0 },
    ],
    [
      'a bond',
      bond(),
      { type: 'ae', class: 'platform', aeMode: '802.3ad', hashPolicy: 'layer2+3', mtu: 9000 },
      { aeMode: 'active_standby', hashPolicy: '', primaryReselect: 'better' },
      { aeMode: 'active_standby', hashPolicy: null, primaryReselect: 'better' },
    ],
    [
      'a bond of data',
      dataBond(),
      { type: 'ae', class: 'data', hashPolicy: 'layer2', ipv4Mode: 'disabled', ipv6Mode: 'static' },
      { dataNetworks: ['vxlan-net'], ipv4Mode: 'static' },
      { ipv4Mode: 'static', ipv6Mode: 'static' },
    ],
    [
      'virtual functions',
      vf(),
      { type: 'vf', class: 'pci-sriov', vfCount: 2, vfDriver: 'vfio', maxTxRate: 100 },
      { vfCount: '3', vfDriver: 'netdevice' },
      { vfCount: 3, vfDriver: 'netdevice' },
    ],
  ])('%s is made, changed and deleted', async (_, form, made, change, changed) => {
    const before = await picture();
    const plan = createPlan(form);
    expect(states(await run(plan))).toEqual(done(plan));
    const now = await state();
    expect(now.interfaces.find(({ name }) => name === form.name)).toMatchObject(made);
    for (const network of form.dataNetworks) {
      expect(now.dataNetworks).toContainEqual(
        expect.objectContaining({ name: network, interface: form.name }),
      );
    }
    const calls = await edit(form.name, (one) => ({ ...one, ...change }));
    expect(states(await run(calls))).toEqual(done(calls));
    const name = change.name ?? form.name;
    expect((await state()).interfaces.find((one) => one.name === name)).toMatchObject(changed);
    expect(states(await run([{ do: 'interface.delete', name }]))).toEqual(['done']);
    expect(await picture()).toEqual(before);
    expect(written.every(({ outcome }) => outcome === 'ok')).toBe(true);
  });

  it('a port becomes pci-sriov with a network, and what it was', async () => {
    const before = await picture();
    const there = await edit('enp94s0f1', (form) => ({
      ...withClass(form, 'pci-sriov'),
      ...{ mtu: '9000', vfCount: '16', vfDriver: 'netdevice', dataNetworks: ['midhaul0'] },
    }));
    expect(states(await run(there))).toEqual(['done', 'done']);
    const back = await edit('enp94s0f1', (form) => ({ ...withClass(form, 'none'), mtu: '1500' }));
    expect(states(await run(back))).toEqual(['done', 'done']);
    expect(await picture()).toEqual(before);
  });

  it('takes its address from a pool, and gives it back', async () => {
    const before = await picture();
    const { choices } = await state();
    const pool = choices.pools.find(({ name }) => name === 'storage-subnet');
    if (!pool) throw new Error('no pool');
    const form = { ...dataBond(), ipv4Mode: 'pool', ipv4Pool: pool.id };
    expect(states(await run(createPlan(form)))).toEqual(['done', 'done']);
    const now = await state();
    expect(now.interfaces.find(({ name }) => name === form.name)).toMatchObject({
      ...{ ipv4Mode: 'pool', ipv4Pool: pool.id },
    });
    expect(now.addresses).toContainEqual(
      expect.objectContaining({ interface: form.name, poolId: pool.id, prefix: 24 }),
    );
    expect(await edit(form.name, (one) => one), 'nothing differs').toEqual([]);
    expect(states(await run([{ do: 'interface.delete', name: form.name }]))).toEqual(['done']);
    expect(await picture()).toEqual(before);
  });

  it('sends only what changed, and says it in the trail', async () => {
    const calls = await edit('data0', (form) => ({ ...form, mtu: '9100' }));
    expect(await run(calls)).toEqual([{ state: 'done' }]);
    expect(await writes()).toBe(1);
    expect(written).toMatchObject([
      {
        ...{ action: 'host-interface.change', target: `${LOCKED}/data0`, outcome: 'ok' },
        details: { hostname: LOCKED, interfaceFields: 'mtu=9100' },
      },
    ]);
    await run(await edit('data0', (form) => ({ ...form, mtu: '9000' })));
  });
});

describe('a refusal', () => {
  it('of the platform is in its words', async () => {
    const before = await picture();
    const [result] = await run(createPlan(vlan({ vlanId: '100', networks: [], maxTxRate: '' })));
    expect(result).toMatchObject({
      state: 'failed',
      failure: { kind: 'refused', message: 'VLAN id 100 already in use on another platform interface' },
    });
    expect(await picture()).toEqual(before);
  });

  it('of a running host is in its words', async () => {
    const [result, ...rest] = await run(createPlan(vlan()), 'worker-2');
    expect(result).toMatchObject({ state: 'failed', failure: { message: 'Host must be locked.' } });
    expect(states(rest)).toEqual(['not-sent']);
  });

  it.each(['reader', 'operator'])('of the console to a %s is before anything is sent', async (user) => {
    signIn(user);
    const plan = createPlan(vlan());
    expect(await run(plan)).toMatchObject([
      { state: 'failed', failure: { kind: 'forbidden' } },
      { state: 'not-sent' },
    ]);
    expect(await writes()).toBe(0);
    expect(written).toMatchObject([{ action: 'host-interface.create', outcome: 'forbidden' }]);
  });
});

describe('a failure in the middle', () => {
  it.each<[string, InterfaceForm, string]>([
    ['a VLAN', vlan(), '/v1/interface_networks'],
    ['a bond of data', dataBond(), '/v1/interface_datanetworks'],
    ['virtual functions', vf(), '/v1/interface_datanetworks'],
  ])('leaves nothing of %s', async (_, form, path) => {
    const before = await picture();
    await refusing('POST', path);
    const results = await run(createPlan(form));
    expect(states(results)).toEqual(['undone', 'failed']);
    expect(results[1]?.failure?.message).toBe('Not now');
    expect(await picture()).toEqual(before);
    expect(written.map(({ action }) => action).at(-1)).toBe('host-interface.delete');
  });

  it.each<[string, string, (form: InterfaceForm) => InterfaceForm]>([
    ['mgmt0', 'platform networks', (form) => ({ ...form, name: 'm1', mtu: '1400', networks: ['storage'] })],
    [
      'mgmt0',
      'a class',
      (form) => ({ ...withClass(form, 'data'), uses: ['enp94s0f1'], dataNetworks: ['physnet1', 'midhaul0'] }),
    ],
    [
      'data0',
      'addresses and routes',
      (form) => ({ ...form, ipv4Mode: 'disabled', mtu: '9100', dataNetworks: ['physnet0', 'midhaul0'] }),
    ],
    ['sriov0', 'VFs', (form) => ({ ...form, vfCount: '20', dataNetworks: ['midhaul0'] })],
  ])('of %s gives %s back', async (name, _, change) => {
    // Network mgmt makes the mode static, which the interface of this world has not been told.
    await run(await edit('mgmt0', (form) => ({ ...form, ipv4Mode: 'static' })));
    const before = await picture();
    const calls = await edit(name, change);
    // The last call that puts something on is refused.
    const last = calls.findLast(({ do: verb }) => verb.endsWith('.assign'));
    const path = last?.do === 'network.assign' ? '/v1/interface_networks' : '/v1/interface_datanetworks';
    await refusing('POST', path);
    const results = await run(calls);
    expect(states(results)).toContain('failed');
    expect(states(results)).toContain('undone');
    expect(states(results)).not.toContain('stands');
    expect(await picture()).toEqual(before);
  });

  it('says what stands when taking back is refused as well', async () => {
    await refusing('POST', '/v1/interface_datanetworks');
    await refusing('DELETE', '/v1/iinterfaces');
    expect(await run(createPlan(vf()))).toMatchObject([
      { state: 'stands', failure: { message: 'Not now' } },
      { state: 'failed' },
    ]);
    expect(await run([{ do: 'interface.delete', name: 'vf1' }])).toEqual([{ state: 'done' }]);
  });

  it('is none when only the answer was lost', async () => {
    await bench.platform().control.fault({ service: 'sysinv', method: 'POST', dropAfter: true, times: 1 });
    const plan = createPlan(vf());
    expect(states(await run(plan))).toEqual(done(plan));
    expect(await writes()).toBe(2);
    await run([{ do: 'interface.delete', name: 'vf1' }]);
  });
});

describe('addresses and routes', () => {
  it('are added and deleted, of both kinds', async () => {
    await run(await edit('data0', (form) => ({ ...form, ipv6Mode: 'static' })));
    const calls: InterfaceCall[] = [
      { do: 'address.add', interface: 'data0', address: 'fd00:30::52', prefix: 64 },
      ...[{ do: 'route.add', interface: 'data0', network: 'fd00:40::', prefix: 64 }].map(
        (route): InterfaceCall => ({ ...route, do: 'route.add', gateway: 'fd00:30::1', metric: 1 }),
      ),
      {
        ...{ do: 'route.add', interface: 'data0', network: '10.41.0.0', prefix: 16 },
        ...{ gateway: '10.20.30.1', metric: 2 },
      },
    ];
    expect(states(await run(calls))).toEqual(done(calls));
    const now = await picture();
    expect(now.addresses).toContain('fd00:30::52/64 on data0');
    expect(now.routes).toContain('fd00:40:: via fd00:30::1 on data0');
    const [kept] = await run([
      { do: 'address.delete', interface: 'data0', address: 'fd00:30::52', prefix: 64 },
    ]);
    expect(kept).toMatchObject({ state: 'failed', failure: { kind: 'refused' } });
    const back = calls.toReversed().map((call): InterfaceCall => {
      if (call.do === 'address.add') return { ...call, do: 'address.delete' };
      return call.do === 'route.add' ? { ...call, do: 'route.delete' } : call;
    });
    expect(states(await run(back))).toEqual(done(back));
    expect((await picture()).routes).not.toContain('fd00:40:: via fd00:30::1 on data0');
  });
});
