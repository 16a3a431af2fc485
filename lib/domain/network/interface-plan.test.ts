import { describe, expect, it } from 'vitest';
import { reviewSteps, type Sent, undoSteps } from '../steps';
import { testHost } from '../test-facts';
import { interfaceCallCli } from './interface-call-cli';
import { type InterfaceState, interfaceSteps } from './interface-call-effect';
import { type InterfaceCall, interfaceCallTitle } from './interface-calls';
import type { InterfaceFacts } from './interface-facts';
import { formOf, type InterfaceForm, newForm, withClass } from './interface-form';
import { createPlan, editPlan } from './interface-plan';
import { editFacts, testAddress, testRoute } from './test-interface-facts';

const facts = editFacts();

function edit(name: string, change: (form: InterfaceForm) => InterfaceForm, given: InterfaceFacts = facts) {
  const own = given.interfaces.find((one) => one.name === name);
  const form = own && formOf(own, given);
  if (!own || !form) throw new Error(`no form of ${name}`);
  return editPlan(change(form), own, given);
}

/** The state when each of the calls has been sent, and each taken back. */
function thereAndBack(calls: readonly InterfaceCall[], start: InterfaceState): InterfaceState {
  let state = start;
  const sent: Sent<InterfaceCall, InterfaceState>[] = [];
  for (const [index, wanted] of calls.entries()) {
    const call = interfaceSteps.remaining(wanted, state);
    if (!call) throw new Error(`${wanted.do} was nothing`);
    sent.push({ index, call, before: state });
    state = interfaceSteps.after(call, state);
    expect(interfaceSteps.remaining(wanted, state), `${wanted.do} is done`).toBeNull();
  }
  for (const { call } of undoSteps(sent, interfaceSteps)) {
    if (!call) throw new Error('nothing takes it back');
    state = interfaceSteps.after(call, state);
  }
  return state;
}

const plain = (state: InterfaceState) => ({
  interfaces: state.interfaces.map(({ mac: _mac, ...one }) => ({
    ...one,
    maxTxRate: one.maxTxRate || null,
    maxRxRate: one.maxRxRate || null,
  })),
  networks: state.networks.map(({ name, interface: on }) => `${name} ${on}`).toSorted(),
  dataNetworks: state.dataNetworks.map(({ name, interface: on }) => `${name} ${on}`).toSorted(),
  addresses: state.addresses.map(({ address, prefix }) => `${address}/${prefix}`).toSorted(),
  routes: state.routes.map(({ network, gateway }) => `${network} ${gateway}`).toSorted(),
});

describe('making an interface', () => {
  it('is one request with what was said, and one for each network', () => {
    const form = { ...newForm('vlan', ['bond0']), name: 'storage0', vlanId: '300', networks: ['storage'] };
    expect(createPlan(form)).toEqual([
      {
        ...{ do: 'interface.create', name: 'storage0', type: 'vlan' },
        fields: { class: 'platform', mtu: 1500, uses: ['bond0'], vlanId: 300 },
      },
      { do: 'network.assign', interface: 'storage0', network: 'storage' },
    ]);
  });

  it('says of VFs how many, and of which driver', () => {
    const vf = { ...newForm('vf', ['sriov0']), name: 'vf1', vfCount: '4', vfDriver: 'vfio' };
    expect(createPlan({ ...vf, dataNetworks: ['group0-mid'] })).toMatchObject([
      { fields: { class: 'pci-sriov', uses: ['sriov0'], vfCount: 4, vfDriver: 'vfio' } },
      { do: 'data-network.assign', interface: 'vf1', network: 'group0-mid' },
    ]);
  });
});

describe('changing an interface', () => {
  it('sends nothing of what is as it was, and only the fields that changed', () => {
    expect(edit('mgmt0', (form) => form)).toEqual([]);
    expect(edit('mgmt0', (form) => ({ ...form, mtu: '1400', maxTxRate: '0' }))).toEqual([
      { do: 'interface.change', name: 'mgmt0', to: { mtu: 1400 } },
    ]);
    expect(edit('bond0', (form) => ({ ...form, uses: ['enp24s0f1', 'enp24s0f0'] }))).toEqual([]);
  });

  it('puts a network on before it takes another off', () => {
    expect(edit('mgmt0', (form) => ({ ...form, networks: ['storage'] })).map(({ do: verb }) => verb)).toEqual(
      [...['network.assign', 'network.remove']],
    );
  });

  it('but network pxeboot, which shares an interface with no other', () => {
    const calls = edit('pxeboot0', (form) => ({ ...form, networks: ['storage'] }));
    expect(calls.map(({ do: verb }) => verb)).toEqual(['network.remove', 'network.assign']);
  });

  it('takes networks off first where another class would drop them unasked', () => {
    const calls = edit('mgmt0', (form) => ({ ...withClass(form, 'data'), dataNetworks: ['group0-mid'] }));
    expect(calls.map(({ do: verb }) => verb)).toEqual([
      ...['network.remove', 'interface.change', 'data-network.assign'],
    ]);
  });

  it('says the new name once there is one', () => {
    const calls = edit('mgmt0', (form) => ({ ...form, name: 'oam1', networks: ['mgmt', 'oam'] }));
    expect(calls).toMatchObject([{ name: 'mgmt0', to: { name: 'oam1' } }, { interface: 'oam1' }]);
  });

  it('deletes routes and addresses by calls of their own where a mode would drop them', () => {
    const given = editFacts({
      interfaces: facts.interfaces.map((one) =>
        one.name === 'pxeboot0' ? { ...one, ipv4Mode: 'static', ipv6Mode: 'static' } : one,
      ),
      addresses: [testAddress('i-pxeboot0', '10.1.0.5', 24), testAddress('i-pxeboot0', 'fd00:1::5', 64)],
      routes: [testRoute('i-pxeboot0', '10.2.0.0', 16, '10.1.0.1')],
    });
    const calls = edit('pxeboot0', (form) => ({ ...form, ipv4Mode: 'disabled' }), given);
    expect(calls.map(interfaceCallTitle)).toEqual([
      'Delete route to 10.2.0.0/16 via 10.1.0.1 of pxeboot0',
      'Delete address 10.1.0.5/24 of pxeboot0',
      'Change IPv4 mode of pxeboot0',
    ]);
    expect(plain(thereAndBack(calls, given))).toEqual(plain(given));
  });

  it.each<[string, (form: InterfaceForm) => InterfaceForm]>([
    ['mgmt0', (form) => ({ ...form, name: 'm1', mtu: '1300', vlanId: '9', networks: ['storage'] })],
    ['mgmt0', (form) => ({ ...withClass(form, 'data'), dataNetworks: ['group0-mid'] })],
    ['sriov0', (form) => ({ ...form, vfCount: '20', vfDriver: 'vfio', dataNetworks: ['group0-mid'] })],
    ['bond0', (form) => ({ ...form, aeMode: 'active_standby', hashPolicy: '', primaryReselect: 'better' })],
    ['enp81s0f2', (form) => ({ ...withClass(form, 'data'), ipv6Mode: 'pool', ipv6Pool: 'pool-6' })],
    ['du-midhaul', (form) => ({ ...form, maxTxRate: '500', vfCount: '2' })],
  ])('of %s is as it was once everything is taken back', (name, change) => {
    const calls = edit(name, change);
    expect(calls.length).toBeGreaterThan(0);
    expect(plain(thereAndBack(calls, facts))).toEqual(plain(facts));
  });

  it('brings back what another class took along', () => {
    const [own] = facts.interfaces.filter(({ name }) => name === 'sriov0');
    const call: InterfaceCall = { do: 'interface.change', name: 'sriov0', to: { class: null } };
    expect(own && interfaceSteps.inverse(call, facts)).toEqual({
      ...{ do: 'interface.change', name: 'sriov0', to: { class: 'pci-sriov', vfCount: 32 } },
    });
  });
});

describe('a list that is asked for again', () => {
  it('sends what is missing', () => {
    const calls: InterfaceCall[] = [
      { do: 'network.assign', interface: 'mgmt0', network: 'mgmt' },
      { do: 'network.assign', interface: 'mgmt0', network: 'storage' },
      { do: 'address.delete', interface: 'mgmt0', address: '10.0.0.1', prefix: 24 },
    ];
    expect(reviewSteps(calls, facts, interfaceSteps).map(({ sent }) => sent?.do ?? null)).toEqual([
      ...[null, 'network.assign', null],
    ]);
  });

  it('does not take an interface of the name, but of another kind, for what it makes', () => {
    const make: InterfaceCall = {
      do: 'interface.create',
      name: 'mgmt0',
      type: 'vlan',
      fields: { vlanId: 9 },
    };
    expect(interfaceSteps.remaining(make, facts)).toBe(make);
    const same: InterfaceCall = { ...make, fields: { vlanId: 204, uses: ['bond0'] } };
    expect(interfaceSteps.remaining(same, facts)).toBeNull();
  });

  it('knows an IPv6 address however it is written', () => {
    const given = { ...facts, addresses: [testAddress('i-mgmt0', 'fd00::5', 64)] };
    const add: InterfaceCall = { do: 'address.add', interface: 'mgmt0', address: 'FD00:0::0005', prefix: 64 };
    expect(interfaceSteps.remaining(add, given)).toBeNull();
  });
});

describe('the same as commands', () => {
  const host = testHost({ hostname: 'worker-2' });
  it.each<[InterfaceCall, string]>([
    [
      {
        ...{ do: 'interface.create', name: 'b1', type: 'ae' },
        fields: { class: 'data', mtu: 9000, uses: ['e0', 'e1'], aeMode: 'balanced', hashPolicy: 'layer2' },
      },
      'system host-if-add -c data -m 9000 -a balanced -x layer2 worker-2 b1 ae e0 e1',
    ],
    [
      { do: 'interface.change', name: 'b1', to: { name: 'b2', class: null } },
      'system host-if-modify -n b2 -c none worker-2 b1',
    ],
    [
      { do: 'interface.change', name: 'b1', to: { mtu: 9000, uses: ['e0'] } },
      'system host-if-modify -m 9000 worker-2 b1\n# system host-if-modify cannot change the interfaces below of worker-2 b1',
    ],
    [
      { do: 'interface.change', name: 'v1', to: { vlanId: 12 } },
      '# system host-if-modify cannot change the VLAN ID of worker-2 v1',
    ],
    [{ do: 'network.remove', interface: 'mgmt0', network: 'mgmt' }, 'system interface-network-remove 2'],
    [
      { do: 'route.add', interface: 'b1', network: 'fd00:2::', prefix: 64, gateway: 'fd00:1::1', metric: 1 },
      'system host-route-add worker-2 b1 fd00:2:: 64 fd00:1::1 1',
    ],
  ])('%j', (call, command) => {
    expect(interfaceCallCli(call, host, facts)).toBe(command);
  });
});
