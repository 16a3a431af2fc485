/** Presets, forms of parameters and the course of an apply: what they come to, and when they are over. */
import { describe, expect, it } from 'vitest';
import { testHost } from '../test-facts';
import { applyHosts, isApplied, startApply } from './ptp-apply';
import type { ClockState } from './ptp-call-effect';
import { reviewCalls } from './ptp-call-rules';
import { PTP_SERVICES, type PtpConfig } from './ptp-config';
import { appliedWords, instanceRows } from './ptp-instance-rows';
import { changeCount, NO_CHANGES, parameterCalls, parameterFields } from './ptp-parameter-form';
import { knownInterfaceParameters, knownParameters, knownSections, valueRemark } from './ptp-parameter-help';
import { PRESETS, type PresetChoice, presetCalls, presetGap } from './ptp-presets';

const EMPTY: ClockState = {
  config: { instances: [], interfaces: [], parameters: [], legacy: null, unreadable: [] },
  ...{ ntp: null, follows: { 'worker-1': 'ntp', 'worker-2': 'ptp' } },
};

const choiceOf = ({ id, prefix, fields, ports }: (typeof PRESETS)[number]): PresetChoice => ({
  ...{ id, prefix },
  fields: Object.fromEntries(fields.map((field) => [field.id, field.value || 'ptp-a'])),
  hosts: ['worker-1', 'worker-2'].map((host) => ({
    host,
    ports: Object.fromEntries(ports.map((port, index) => [port.id, `data${index}`])),
  })),
});

describe.each(PRESETS)('$label', (spec) => {
  const choice = choiceOf(spec);

  it('is complete, and nothing of it is refused on an empty cloud', () => {
    expect(presetGap(choice)).toBeNull();
    const reviewed = reviewCalls(presetCalls(choice, true), EMPTY);
    expect(reviewed.filter(({ verdict }) => !verdict.ok)).toEqual([]);
    expect(reviewed.at(-1)?.call).toEqual({ do: 'apply' });
    // worker-2 follows PTP already.
    expect(reviewed.filter(({ sent }) => sent === null).map(({ call }) => call)).toEqual([
      { do: 'host.follow', host: 'worker-2', to: 'ptp' },
    ]);
  });

  it('uses names that are known, of the service that it is set on', () => {
    const services = new Map<string, string | null>();
    const owners = new Map<string, string>();
    for (const call of presetCalls(choice, false)) {
      if (call.do === 'instance.create') services.set(call.name, call.service);
      if (call.do === 'interface.create') owners.set(call.name, call.instance);
      if (call.do !== 'parameters.add') continue;
      const known =
        call.of === 'instance'
          ? knownParameters(services.get(call.name) ?? null, call.section)
          : knownInterfaceParameters(services.get(owners.get(call.name) ?? '') ?? null);
      for (const { name, value } of call.pairs) {
        const help = known.find((one) => one.name === name);
        expect(help, `${call.name} ${name}`).toBeDefined();
        expect(valueRemark(help, value), `${name}=${value}`).toBeNull();
      }
    }
  });

  it.each([
    ['no host', { hosts: [] }, 'Choose a host.'],
    ['no prefix', { prefix: ' ' }, 'Say what the names start with.'],
    ['a port is missing', { hosts: [{ host: 'worker-1', ports: {} }] }, /of worker-1 is missing\.$/],
    ['a field is missing', { fields: {} }, /is missing\.$/],
  ])('says that %s', (_, change, words) => {
    expect(presetGap({ ...choice, ...change })).toMatch(words);
  });
});

it('one interface cannot be two ports', () => {
  const spec = PRESETS.find(({ id }) => id === 't-bc');
  if (!spec) throw new Error('no preset');
  const choice = { ...choiceOf(spec), hosts: [{ host: 'worker-1', ports: { up: 'data0', down: 'data0' } }] };
  expect(presetGap(choice)).toBe('worker-1 has one interface for two ports.');
});

describe('what parameters mean', () => {
  it.each(PTP_SERVICES)('%s: every name once in its section, and a sentence for each', (service) => {
    for (const section of knownSections(service)) {
      const names = knownParameters(service, section).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { help, choices, kind } of knownParameters(service, section)) {
        expect(help).toMatch(/^[A-Z].*[.\w]$/);
        expect(kind === 'choice').toBe(choices !== undefined);
      }
    }
  });

  it.each([
    ['domainNumber', '24', null],
    ['domainNumber', '256', 'Between 0 and 255.'],
    ['domainNumber', 'abc', 'Usually a number.'],
    ['slaveOnly', 'yes', 'Usually 0 or 1.'],
    ['network_transport', 'L3', 'Usually one of L2, UDPv4, UDPv6.'],
    ['nosuch', 'x', null],
  ])('%s=%s', (name, value, remark) => {
    const help = knownParameters('ptp4l', 'global').find((one) => one.name === name);
    expect(valueRemark(help, value)).toBe(remark);
  });
});

it.each([
  ['10.20.40.9', 'UDPv4'],
  ['2001:db8:4a1c:2040::9', 'UDPv6'],
])('a grandmaster at %s is asked over %s', (server, transport) => {
  const spec = PRESETS.find(({ id }) => id === 'g8275-2');
  const choice = spec && choiceOf(spec);
  const calls = choice ? presetCalls({ ...choice, fields: { ...choice.fields, server } }, false) : [];
  const pairs = calls.flatMap((call) => (call.do === 'parameters.add' ? call.pairs : []));
  expect(pairs).toContainEqual({ name: 'network_transport', value: transport });
  expect(pairs).toContainEqual({ name: transport, value: server });
});

const CONFIG: PtpConfig = {
  instances: [
    {
      ...{ id: 'i1', number: 1, name: 'bc', service: 'ptp4l', hosts: ['worker-1', 'worker-2'] },
      sections: [
        {
          section: 'global',
          pairs: [
            { name: 'domainNumber', value: '24' },
            { name: 'priority2', value: '9' },
          ],
        },
        { section: 'monitoring', pairs: [{ name: 'holdover_seconds', value: '14400' }] },
      ],
    },
    {
      id: 'i2',
      number: 2,
      name: 'oc',
      service: 'ptp4l',
      hosts: [],
      sections: [{ section: 'global', pairs: [{ name: 'domainNumber', value: '24' }] }],
    },
  ],
  interfaces: [],
  parameters: [{ id: 'p1', section: 'global', name: 'domainNumber', value: '24', owners: ['i1', 'i2'] }],
  ...{ legacy: null, unreadable: [] },
};

describe('a form of parameters', () => {
  const owner = { of: 'instance', name: 'bc' } as const;
  const fields = parameterFields(owner, CONFIG) ?? [];
  const [domain, priority, holdover] = fields.map(({ key }) => key);

  it('says who else has a row', () => {
    expect(fields.map(({ sharedWith }) => sharedWith)).toEqual([['oc'], [], []]);
  });

  it('comes to what changed and to nothing else', () => {
    expect(parameterCalls(owner, fields, NO_CHANGES)).toEqual([]);
    const draft = {
      values: { [domain ?? '']: '31', [priority ?? '']: '9', [holdover ?? '']: '7200' },
      removed: [],
      added: [
        { id: 'a', section: 'global', name: 'gmCapable', value: '0' },
        { id: 'b', section: 'global', name: '', value: '' },
      ],
      forAll: [],
    };
    expect(changeCount(fields, draft)).toBe(3);
    const of = (verb: 'add' | 'remove', section: string, ...pairs: [string, string][]) => ({
      ...{ do: `parameters.${verb}`, ...owner, section },
      pairs: pairs.map(([name, value]) => ({ name, value })),
    });
    expect(parameterCalls(owner, fields, draft)).toEqual([
      of('remove', 'global', ['domainNumber', '24']),
      of('remove', 'monitoring', ['holdover_seconds', '14400']),
      of('add', 'global', ['domainNumber', '31'], ['gmCapable', '0']),
      of('add', 'monitoring', ['holdover_seconds', '7200']),
    ]);
    expect(
      parameterCalls(owner, fields, {
        ...NO_CHANGES,
        values: { [domain ?? '']: '31' },
        forAll: [domain ?? ''],
      }),
    ).toEqual([
      { do: 'parameter.change', id: 'p1', section: 'global', name: 'domainNumber', from: '24', to: '31' },
    ]);
    expect(
      parameterCalls(owner, fields, {
        ...NO_CHANGES,
        values: { [priority ?? '']: '1' },
        removed: [priority ?? ''],
      }),
    ).toEqual([of('remove', 'global', ['priority2', '9'])]);
  });
});

describe('a shared value that becomes one that has a row already', () => {
  it('is changed owner by owner, since the platform cannot tell two rows apart', () => {
    const owner = { of: 'instance', name: 'bc' } as const;
    const [domain] = parameterFields(owner, CONFIG) ?? [];
    if (!domain) throw new Error('no field');
    const draft = { ...NO_CHANGES, values: { [domain.key]: '31' }, forAll: [domain.key] };
    const row = { id: 'p9', section: 'global', name: 'domainNumber', value: '31', owners: ['i3'] };
    const calls = parameterCalls(owner, [domain], draft, [...CONFIG.parameters, row]);
    expect(calls.map((call) => [call.do, 'name' in call ? call.name : ''])).toEqual([
      ['parameters.remove', 'bc'],
      ['parameters.add', 'bc'],
      ['parameters.remove', 'oc'],
      ['parameters.add', 'oc'],
    ]);
    expect(parameterCalls(owner, [domain], draft, CONFIG.parameters)).toMatchObject([
      { do: 'parameter.change' },
    ]);
  });
});

describe('hosts and what they have taken up', () => {
  const host = (name: string, change: object) =>
    testHost({ id: name, hostname: name, clockSynchronization: 'ptp', configTarget: '1-old', ...change });
  const before = [host('worker-1', {}), host('worker-2', {})];
  const run = startApply('r', 0, before);
  const late = { configStatus: 'Config out-of-date' };

  it.each([
    ['nothing seen yet', {}, 'waiting', false],
    ['out of date', { ...late, configTarget: '2-new' }, 'out-of-date', false],
    ['taken up', { configTarget: '2-new' }, 'taken-up', true],
    ['waits for a reboot', { ...late, configTarget: 'a-new' }, 'needs-reboot', true],
    ['locked', { administrative: 'locked' }, 'at-unlock', true],
    ['out of service', { operational: 'disabled' }, 'at-unlock', true],
  ])('%s', (_, change, state, over) => {
    const [first] = applyHosts(run, [host('worker-1', change)]);
    expect(first?.state).toBe(state);
    expect(isApplied(first ? [first] : [])).toBe(over);
  });

  it('counts only those that follow PTP', () => {
    expect(applyHosts(run, [host('worker-1', { clockSynchronization: 'ntp' })])).toEqual([]);
  });

  it.each([
    [null, null],
    [[host('worker-1', {}), host('worker-2', {})], 'Up to date'],
    [[host('worker-1', late), host('worker-2', {})], 'Out of date on 1 of 2'],
    [[host('worker-1', late), host('worker-2', late)], 'Out of date'],
  ])('%#', (hosts, words) => {
    const [row, other] = instanceRows(CONFIG, hosts);
    expect(row && appliedWords(row)).toBe(words);
    expect(other && appliedWords(other)).toBe('Not assigned');
  });
});
