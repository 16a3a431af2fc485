import { describe, expect, it } from 'vitest';
import { testHost, testSystem, testViewer } from '../test-facts';
import { addAddressVerdict, addressFaults, deleteAddressVerdict, routeFaults } from './address-rules';
import type { InterfaceCall } from './interface-calls';
import type { InterfaceFacts } from './interface-facts';
import * as rules from './interface-rules';
import { editFacts, testAddress, testRoute } from './test-interface-facts';

const locked = editFacts();
const running = editFacts({ host: testHost({ hostname: 'worker-2', administrative: 'unlocked' }) });
const simplex = { ...running, system: testSystem({ type: 'All-in-one', mode: 'simplex' }) };
const named = (facts: InterfaceFacts, name: string) => {
  const own = facts.interfaces.find((one) => one.name === name);
  if (!own) throw new Error(`no ${name}`);
  return own;
};
const WHY = /^Lock worker-2 first/;
const no = (why: RegExp) => ({ ok: false, why: expect.stringMatching(why) });
const yes = { ok: true };

describe('who', () => {
  it('is configurator and admin', () => {
    expect(rules.mayChangeInterfaces(testViewer('configurator'))).toEqual(yes);
    expect(rules.mayChangeInterfaces(testViewer('operator'))).toEqual(no(/needs configurator or admin/));
  });
});

describe('the lock', () => {
  it('is asked for, but for VFs of a running simplex', () => {
    expect(rules.createVerdict(locked)).toEqual(yes);
    expect(rules.createVerdict(running)).toMatchObject(no(WHY));
    expect(rules.createVerdict(simplex)).toEqual(yes);
    expect(rules.typeVerdict(simplex, 'vf')).toEqual(yes);
    expect(rules.typeVerdict(simplex, 'vlan')).toMatchObject(no(WHY));
    const plain = simplex.interfaces.filter(({ class: word }) => word !== 'pci-sriov');
    expect(rules.createVerdict({ ...simplex, interfaces: plain })).toMatchObject(
      no(/no interface of class pci-sriov/),
    );
    expect(rules.createVerdict({ ...running, system: null }), 'nobody knows').toEqual(yes);
  });

  it.each<[string, InterfaceFacts, string, boolean]>([
    ['a data port', running, 'ptp0', false],
    ['rates of a platform VLAN', running, 'mgmt0', true],
    ['a port of a simplex', simplex, 'ptp0', true],
    ['VFs of a simplex', simplex, 'du-midhaul', true],
    ['VFs of a worker', running, 'du-midhaul', false],
  ])('allows to edit %s: %#', (_, facts, name, ok) => {
    expect(rules.editVerdict(named(facts, name), facts)).toMatchObject(ok ? yes : no(WHY));
  });

  it.each<[string, InterfaceFacts, InterfaceCall, boolean]>([
    ['rates of platform', running, { do: 'interface.change', name: 'mgmt0', to: { maxTxRate: 5 } }, true],
    ['an MTU', running, { do: 'interface.change', name: 'mgmt0', to: { mtu: 1400 } }, false],
    [
      'pci-sriov',
      simplex,
      { do: 'interface.change', name: 'ptp0', to: { class: 'pci-sriov', vfCount: 2 } },
      true,
    ],
    [
      'pci-sriov',
      running,
      { do: 'interface.change', name: 'ptp0', to: { class: 'pci-sriov', vfCount: 2 } },
      false,
    ],
    ['another VF count', simplex, { do: 'interface.change', name: 'sriov0', to: { vfCount: 40 } }, false],
    ['a data network', running, { do: 'data-network.remove', interface: 'du-midhaul', network: 'x' }, false],
    [
      'a data network of VFs',
      simplex,
      { do: 'data-network.remove', interface: 'du-midhaul', network: 'x' },
      true,
    ],
    ['a platform network', running, { do: 'network.assign', interface: 'mgmt0', network: 'storage' }, true],
    ['VFs', simplex, { do: 'interface.delete', name: 'du-midhaul' }, true],
    ['VFs', running, { do: 'interface.delete', name: 'du-midhaul' }, false],
  ])('is judged of %s', (_, facts, call, ok) => {
    expect(rules.callVerdict(call, facts)).toMatchObject(ok ? yes : no(WHY));
  });
});

describe('deleting', () => {
  it('is not for what belongs to a port, nor for a bond that carries something', () => {
    expect(rules.deleteVerdict(named(locked, 'ptp0'), locked)).toMatchObject(no(/belongs to its port/));
    expect(rules.deleteVerdict(named(locked, 'bond0'), locked)).toMatchObject(no(/used by mgmt0, cluster0/));
    expect(rules.deleteVerdict(named(locked, 'mgmt0'), locked)).toEqual(yes);
  });

  it('says what goes with it', () => {
    const facts = editFacts({ addresses: [testAddress('i-mgmt0', '10.1.0.5', 24)] });
    expect(rules.deletedWith(named(facts, 'mgmt0'), facts)).toEqual([
      { title: 'Platform networks are taken off', detail: 'mgmt' },
      { title: 'Addresses go', detail: '10.1.0.5/24' },
    ]);
  });
});

describe('addresses and routes', () => {
  const facts = editFacts({
    interfaces: locked.interfaces.map((one) =>
      one.name === 'ptp0' ? { ...one, class: 'data', ipv4Mode: 'static', ipv6Mode: 'static' } : one,
    ),
    addresses: [testAddress('i-ptp0', '10.1.0.5', 24), testAddress('i-ptp0', 'fd00:1::5', 64)],
    routes: [testRoute('i-ptp0', '10.2.0.0', 16, '10.1.0.1')],
  });
  const own = named(facts, 'ptp0');

  it('need a static mode, and the lock', () => {
    expect(addAddressVerdict(own, facts)).toEqual(yes);
    expect(addAddressVerdict(named(facts, 'enp81s0f2'), facts)).toMatchObject(no(/has to be static/));
    expect(addAddressVerdict(named(facts, 'pxeboot0'), facts)).toMatchObject(no(/network pxeboot/));
    expect(addAddressVerdict(own, { ...facts, host: running.host })).toMatchObject(no(WHY));
  });

  it.each<[string, string, string, RegExp | null]>([
    ['10.9.0.7', '24', 'address', null],
    ['fd00:9::7', '64', 'address', null],
    ['10.9.0.256', '24', 'address', /Not an IPv4 or IPv6/],
    ['10.9.0.0', '24', 'address', /host bits are zero/],
    ['fd00:9::', '64', 'address', /host bits are zero/],
    ['10.1.0.9', '24', 'address', /10.1.0.5\/24 on .* same subnet/],
    ['FD00:1::0005', '64', 'address', /has it already/],
    ['ff02::1', '64', 'address', /multicast/],
    ['10.9.0.7', '33', 'prefix', /Between 1 and 32/],
    ['fd00:9::7', '0', 'prefix', /Between 1 and 128/],
  ])('%s/%s is judged', (address, prefix, field, why) => {
    const faults = addressFaults({ address, prefix }, own, facts);
    if (why === null) expect(faults).toEqual({});
    else expect(faults).toMatchObject({ [field]: expect.stringMatching(why) });
  });

  it.each<[string, string, string, string, RegExp | null]>([
    ['10.3.0.0', '16', '10.1.0.1', 'gateway', null],
    ['0.0.0.0', '0', '10.1.0.1', 'gateway', null],
    ['fd00:3::', '64', 'fd00:1::1', 'gateway', null],
    ['::', '0', 'fd00:1::1', 'gateway', null],
    ['10.3.0.1', '16', '10.1.0.1', 'network', /host bits: 10.3.0.0\/16/],
    ['fd00:3::1', '64', 'fd00:1::1', 'network', /host bits/],
    ['10.3.0.0', '16', 'fd00:1::1', 'gateway', /one IP version/],
    ['10.3.0.0', '16', '10.8.0.1', 'gateway', /No subnet of ptp0/],
    ['10.1.0.0', '16', '10.1.0.1', 'gateway', /not within the network/],
    ['10.2.0.0', '16', '10.1.0.1', 'gateway', /already/],
  ])('a route to %s/%s via %s is judged', (network, prefix, gateway, field, why) => {
    const faults = routeFaults({ network, prefix, gateway, metric: '1' }, own, facts);
    if (why === null) expect(faults).toEqual({});
    else expect(faults).toMatchObject({ [field]: expect.stringMatching(why) });
  });

  it('keep an address that a route needs, and one of a pool', () => {
    const [four, six] = facts.addresses;
    if (!four || !six) throw new Error('no addresses');
    expect(deleteAddressVerdict(four, own, facts)).toMatchObject(
      no(/The route to 10.2.0.0\/16 via 10.1.0.1/),
    );
    expect(deleteAddressVerdict(six, own, facts)).toEqual(yes);
    expect(deleteAddressVerdict({ ...six, poolId: 'p' }, own, facts)).toMatchObject(no(/address pool/));
  });
});
