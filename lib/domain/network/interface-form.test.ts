import { describe, expect, it } from 'vitest';
import { testHost } from '../test-facts';
import type { InterfaceFacts } from './interface-facts';
import { interfaceFaults, interfaceGap } from './interface-faults';
import { formOf, type InterfaceForm, newForm, shownFields, withAeMode, withClass } from './interface-form';
import { classOptions, lowerOptions, modeOptions, networkOptions } from './interface-options';
import { editFacts } from './test-interface-facts';

const facts = editFacts();
const vlan = (more: Partial<InterfaceForm> = {}): InterfaceForm => ({
  ...newForm('vlan', ['bond0']),
  ...{ name: 'storage0', vlanId: '300' },
  ...more,
});
const faultsOf = (form: InterfaceForm, own?: string, given: InterfaceFacts = facts) =>
  interfaceFaults(
    form,
    given,
    given.interfaces.find(({ name }) => name === own),
  );
const edited = (name: string, more: Partial<InterfaceForm> = {}): InterfaceForm => {
  const own = facts.interfaces.find((one) => one.name === name);
  const form = own && formOf(own, facts);
  if (!form) throw new Error(`no form of ${name}`);
  return { ...form, ...more };
};

describe('the fields of an interface', () => {
  it('are those of its type, class and mode', () => {
    expect(shownFields(newForm('vlan'))).toEqual([
      ...['name', 'class', 'uses', 'vlanId', 'mtu', 'networks', 'ipv4Mode', 'ipv6Mode'],
      ...['maxTxRate', 'maxRxRate'],
    ]);
    const bond = newForm('ae');
    expect(shownFields(bond)).toContain('primaryReselect');
    const hashed = withAeMode(bond, '802.3ad');
    expect(shownFields(hashed)).toContain('hashPolicy');
    expect(shownFields(hashed)).not.toContain('primaryReselect');
    expect(shownFields(newForm('vf'))).toEqual([
      ...['name', 'class', 'uses', 'vfCount', 'vfDriver', 'mtu', 'dataNetworks', 'maxTxRate'],
    ]);
  });

  it('take with them what another class does not have', () => {
    const data = withClass(vlan({ networks: ['storage'] }), 'data');
    expect(data).toMatchObject({ networks: [], ipv4Mode: 'disabled', ipv6Mode: 'disabled' });
    const bond = withClass(withAeMode(newForm('ae'), 'balanced'), 'data');
    expect(bond.hashPolicy).toBe('layer2');
    expect(withClass(edited('sriov0'), 'none')).toMatchObject({
      vfCount: '',
      vfDriver: '',
      dataNetworks: [],
    });
  });

  it('hold what is there', () => {
    expect(edited('mgmt0')).toMatchObject({
      vlanId: '204',
      uses: ['bond0'],
      networks: ['mgmt'],
      maxTxRate: '',
    });
  });

  it('are none for an interface of a kind that the console does not know', () => {
    const [own] = facts.interfaces;
    expect(own && formOf({ ...own, type: 'virtual' }, facts)).toBeNull();
  });
});

describe('faults beside the fields', () => {
  it('are none of what is in order', () => {
    expect(faultsOf(vlan())).toEqual({});
    expect(interfaceGap(vlan())).toBeNull();
  });

  it.each<[string, Partial<InterfaceForm>, string, RegExp]>([
    ['capitals', { name: 'Storage0' }, 'name', /lower case/],
    ['digits alone', { name: '0123' }, 'name', /lower case/],
    ['a long name', { name: 'a-name-of-sixteen'.replaceAll('-', '_') }, 'name', /At most 15/],
    ['a dash of a VLAN', { name: 'storage-0' }, 'name', /No -/],
    ['markup', { name: '<b>x' }, 'name', /No </],
    ['a name that is taken', { name: 'cluster0' }, 'name', /already/],
    ['VLAN 0', { vlanId: '0' }, 'vlanId', /Between 1 and 4094/],
    ['VLAN 4095', { vlanId: '4095' }, 'vlanId', /Between 1 and 4094/],
    ['VLAN x', { vlanId: 'x' }, 'vlanId', /Between 1 and 4094/],
    ['the VLAN of another below', { vlanId: '204' }, 'vlanId', /mgmt0 has it over bond0/],
    ['a small MTU', { mtu: '575' }, 'mtu', /Between 576 and 9216/],
    ['no MTU', { mtu: '' }, 'mtu', /Between 576 and 9216/],
    ['more MTU than below', { mtu: '9001' }, 'mtu', /At most 9000, as bond0/],
    ['two below', { uses: ['bond0', 'sriov0'] }, 'uses', /over one/],
    ['a member of a bond below', { uses: ['enp24s0f0'] }, 'uses', /In bond bond0/],
    ['a network that is elsewhere', { networks: ['mgmt'] }, 'networks', /On mgmt0/],
    ['a network of controllers', { networks: ['admin'] }, 'networks', /for controllers/],
    [
      'rates of an internal network',
      { networks: ['cluster-host'], maxTxRate: '100' },
      'maxTxRate',
      /internal/,
    ],
    ['a rate that is none', { maxRxRate: '-1' }, 'maxRxRate', /whole number/],
  ])('say %s', (_, more, field, words) => {
    expect(faultsOf(vlan(more))).toMatchObject({ [field]: expect.stringMatching(words) });
  });

  it('lets a platform VLAN number be used once over all', () => {
    expect(faultsOf(vlan({ uses: ['pxeboot0'], vlanId: '204' })).vlanId).toMatch(/Platform interface mgmt0/);
    const data = withClass(vlan({ uses: ['enp81s0f2'], vlanId: '204', dataNetworks: [] }), 'data');
    expect(faultsOf(data)).toEqual({});
  });

  it('let VFs be as many as are free: one is the host’s own', () => {
    const vf = (vfCount: string): InterfaceForm => ({ ...newForm('vf', ['sriov0']), name: 'vf1', vfCount });
    // 32, one of them the host's, 8 and 8 taken.
    expect(faultsOf(vf('15'))).toEqual({});
    expect(faultsOf(vf('16')).vfCount).toBe('sriov0 has 15 free');
    expect(faultsOf(vf('0')).vfCount).toMatch(/1 or more/);
    expect(faultsOf({ ...vf('10'), maxTxRate: '9001' }).maxTxRate).toMatch(/at most 90000 Mbit/);
    expect(interfaceGap(vf(''))).toBe('Say how many virtual functions');
  });

  it('let a port have no more VFs than it can, and not fewer than are taken', () => {
    expect(faultsOf(edited('sriov0', { vfCount: '65' }), 'sriov0').vfCount).toBe(
      'Port enp81s0f0 has 64 at most',
    );
    expect(faultsOf(edited('sriov0', { vfCount: '16' }), 'sriov0').vfCount).toMatch(/More than 16/);
    expect(faultsOf(edited('sriov0', { vfCount: '17' }), 'sriov0')).toEqual({});
  });

  it('keep an MTU that is needed on top', () => {
    expect(faultsOf(edited('bond0', { mtu: '1400' }), 'bond0').mtu).toMatch(/At least 1500, as mgmt0/);
  });

  it('hash data by layer2 alone', () => {
    const bond = { ...withAeMode(newForm('ae', ['enp81s0f2']), '802.3ad'), name: 'b1' };
    expect(faultsOf({ ...bond, class: 'data', hashPolicy: 'layer3+4' }).hashPolicy).toMatch(/layer2/);
    expect(faultsOf(bond)).toEqual({});
  });
});

describe('choices', () => {
  const whyOf = (options: readonly { value: string; why: string | null }[], value: string) =>
    options.find((one) => one.value === value)?.why;

  it('say why they are none', () => {
    const own = facts.interfaces.find(({ name }) => name === 'enp81s0f2');
    const form = edited('enp81s0f2');
    expect(whyOf(classOptions(form, facts, own), 'pci-sriov')).toBe('Port enp81s0f2 has no SR-IOV');
    const storage = { ...facts, host: testHost({ personality: 'storage', subfunctions: ['storage'] }) };
    expect(whyOf(classOptions(vlan(), storage, undefined), 'data')).toMatch(/worker function/);
    const member = facts.interfaces.find(({ name }) => name === 'enp24s0f0');
    expect(whyOf(classOptions(edited('enp24s0f0'), facts, member), 'platform')).toBe('It is in bond bond0');
    expect(whyOf(lowerOptions(newForm('ae'), facts, undefined), 'pxeboot0')).toMatch(/class platform/);
    expect(lowerOptions(newForm('vf'), facts, undefined).map(({ value }) => value)).toEqual([
      ...['sriov0', 'du-fronthaul', 'du-midhaul'],
    ]);
    expect(whyOf(networkOptions(vlan({ networks: ['storage'] }), facts, undefined), 'pxeboot')).toMatch(
      /pxeboot0/,
    );
  });

  it('of modes include none only where none is set', () => {
    const values = (own: Parameters<typeof modeOptions>[1], word: 'data' | 'platform') =>
      modeOptions(6, own, word).map(({ value }) => value);
    const [own] = facts.interfaces;
    if (!own) throw new Error('no interface');
    expect(values(undefined, 'platform')[0]).toBe('');
    expect(values(undefined, 'data')).toEqual(['disabled', 'static', 'pool', 'auto', 'link-local']);
    expect(values({ ...own, class: 'data' }, 'data')[0]).toBe('');
    expect(values({ ...own, class: 'data', ipv6Mode: 'static' }, 'data')).not.toContain('');
  });

  it('include network admin, of controllers', () => {
    const controller = {
      ...facts,
      host: testHost({ personality: 'controller', subfunctions: ['controller'] }),
    };
    expect(whyOf(networkOptions(vlan(), controller, undefined), 'admin')).toBeNull();
  });
});
