/** Changes to the configuration of time: what is still to do, what takes them back, what they are called, what may stand in the way. */
import { describe, expect, it } from 'vitest';
import { callCli } from './ptp-call-cli';
import { type ClockState, clockSteps } from './ptp-call-effect';
import { mayCall, reviewCalls } from './ptp-call-rules';
import { type ClockCall, callTitle, rightOf } from './ptp-calls';

const STATE: ClockState = {
  config: {
    instances: [
      {
        ...{ id: 'i1', number: 1, name: 'bc', service: 'ptp4l', hosts: ['worker-1'] },
        sections: [{ section: 'global', pairs: [{ name: 'domainNumber', value: '24' }] }],
      },
      {
        id: 'i2',
        number: 2,
        name: 'oc',
        service: 'ptp4l',
        hosts: [],
        sections: [{ section: 'global', pairs: [{ name: 'domainNumber', value: '24' }] }],
      },
      { id: 'i3', number: 3, name: 'gnss', service: 'gnss-monitor', hosts: ['worker-1'], sections: [] },
      { id: 'i4', number: 4, name: 'dpll', service: 'dpll-mgr', hosts: [], sections: [] },
    ],
    interfaces: [
      {
        ...{ id: 'f1', number: 9, name: 'bc-up', instanceId: 'i1', instanceName: 'bc' },
        members: [{ host: 'worker-1', interface: 'data0' }],
        pairs: [{ name: 'masterOnly', value: '0' }],
      },
    ],
    parameters: [{ id: 'p1', section: 'global', name: 'domainNumber', value: '24', owners: ['i1', 'i2'] }],
    legacy: null,
    unreadable: [],
  },
  ntp: { id: 'n', servers: ['10.0.0.1', '10.0.0.2'] },
  follows: { 'worker-1': 'ptp', 'worker-2': 'ntp' },
};

const params = (verb: 'add' | 'remove', ...texts: string[]): ClockCall => ({
  ...{ do: `parameters.${verb}`, of: 'instance', name: 'bc', section: 'global' },
  pairs: texts.map((text) => ({ name: text.split('=')[0] ?? '', value: text.split('=')[1] ?? '' })),
});

describe('what is still to be sent', () => {
  it.each<[string, ClockCall, ClockCall | null | 'all']>([
    ['an instance that is there', { do: 'instance.create', name: 'bc', service: 'ptp4l' }, null],
    [
      'one of the name that runs something else',
      { do: 'instance.create', name: 'bc', service: 'ts2phc' },
      'all',
    ],
    ['one that is not there', { do: 'instance.create', name: 'new', service: null }, 'all'],
    ['deleting what is gone', { do: 'instance.delete', name: 'new' }, null],
    ['a PTP interface of another instance', { do: 'interface.create', name: 'bc-up', instance: 'oc' }, 'all'],
    ['a PTP interface that is there', { do: 'interface.create', name: 'bc-up', instance: 'bc' }, null],
    [
      'parameters, some of which are there',
      params('add', 'domainNumber=24', 'priority2=1'),
      params('add', 'priority2=1'),
    ],
    ['removing what is not there', params('remove', 'priority2=1'), null],
    [
      'a shared value that is so',
      { do: 'parameter.change', id: 'p1', section: 'global', name: 'domainNumber', from: '1', to: '24' },
      null,
    ],
    ['a host that has it', { do: 'instance.assign', name: 'bc', host: 'worker-1' }, null],
    ['a host that has it not', { do: 'instance.remove', name: 'bc', host: 'worker-2' }, null],
    [
      'a place that is taken',
      { do: 'interface.assign', name: 'bc-up', host: 'worker-1', interface: 'data0' },
      null,
    ],
    [
      'another interface of that host',
      { do: 'interface.assign', name: 'bc-up', host: 'worker-1', interface: 'data1' },
      'all',
    ],
    ['the same servers', { do: 'ntp.change', servers: ['10.0.0.1', '10.0.0.2'] }, null],
    ['the same servers in another order', { do: 'ntp.change', servers: ['10.0.0.2', '10.0.0.1'] }, 'all'],
    ['a host that follows it', { do: 'host.follow', host: 'worker-1', to: 'ptp' }, null],
    ['an apply is one', { do: 'apply' }, 'all'],
  ])('%s', (_, call, sent) => {
    expect(clockSteps.remaining(call, STATE)).toEqual(sent === 'all' ? call : sent);
  });
});

describe('what takes a change back', () => {
  it.each<ClockCall>([
    { do: 'instance.create', name: 'new', service: 'clock' },
    { do: 'interface.create', name: 'new-if', instance: 'bc' },
    params('add', 'priority2=1', 'gmCapable=0'),
    params('remove', 'domainNumber=24'),
    { do: 'parameter.change', id: 'p1', section: 'global', name: 'domainNumber', from: '24', to: '31' },
    { do: 'instance.assign', name: 'oc', host: 'worker-2' },
    { do: 'instance.remove', name: 'bc', host: 'worker-1' },
    { do: 'interface.assign', name: 'bc-up', host: 'worker-2', interface: 'data0' },
    { do: 'interface.remove', name: 'bc-up', host: 'worker-1', interface: 'data0' },
    { do: 'ntp.change', servers: ['10.0.0.9'] },
    { do: 'host.follow', host: 'worker-2', to: 'ptp' },
  ])('$do', (call) => {
    const after = clockSteps.after(call, STATE);
    expect(after).not.toEqual(STATE);
    // It is done: nothing of it is left.
    expect(clockSteps.remaining(call, after)).toBeNull();
    const back = clockSteps.inverse(call, STATE);
    if (!back) throw new Error('nothing takes it back');
    expect(clockSteps.remaining(back, after)).not.toBeNull();
    expect(clockSteps.after(back, after)).toEqual(STATE);
  });

  it.each<ClockCall>([
    { do: 'apply' },
    { do: 'instance.delete', name: 'oc' },
    { do: 'interface.delete', name: 'bc-up' },
  ])('$do stands', (call) => {
    expect(clockSteps.inverse(call, STATE)).toBeNull();
  });

  it('a shared row changes every owner', () => {
    const call: ClockCall = {
      do: 'parameter.change',
      id: 'p1',
      section: 'global',
      name: 'domainNumber',
      from: '24',
      to: '31',
    };
    const { instances } = clockSteps.after(call, STATE).config;
    expect(instances.slice(0, 2).map(({ sections }) => sections[0]?.pairs[0]?.value)).toEqual(['31', '31']);
  });
});

describe('a list as the platform will see it', () => {
  it.each<[string, ClockCall[], (string | null)[]]>([
    [
      'what is made first may be filled and assigned',
      [
        { do: 'instance.create', name: 'new', service: 'ptp4l' },
        { ...params('add', 'domainNumber=24'), name: 'new' } as ClockCall,
        { do: 'interface.create', name: 'new-if', instance: 'new' },
        { do: 'instance.assign', name: 'new', host: 'worker-2' },
        { do: 'interface.assign', name: 'new-if', host: 'worker-2', interface: 'data0' },
      ],
      [null, null, null, null, null],
    ],
    [
      'a name that runs something else',
      [{ do: 'instance.create', name: 'bc', service: 'clock' }],
      ['There is an instance bc already.'],
    ],
    [
      'an instance that hosts keep',
      [{ do: 'instance.delete', name: 'bc' }],
      ['It is assigned to 1 host (worker-1). Remove it there first.'],
    ],
    [
      'one that is freed before',
      [
        { do: 'instance.remove', name: 'bc', host: 'worker-1' },
        { do: 'instance.delete', name: 'bc' },
      ],
      [null, null],
    ],
    [
      'a second receiver watch',
      [
        { do: 'instance.create', name: 'gnss2', service: 'gnss-monitor' },
        { do: 'instance.assign', name: 'gnss2', host: 'worker-1' },
      ],
      [null, 'worker-1 has a gnss-monitor instance already (gnss), and takes one only.'],
    ],
    [
      'an interface of dpll-mgr',
      [{ do: 'interface.create', name: 'x', instance: 'dpll' }],
      ['An instance of dpll-mgr has no PTP interfaces.'],
    ],
    [
      'the same table twice in one request',
      [
        {
          ...{ do: 'parameters.add', of: 'instance', name: 'bc', section: 'unicast_master_table_1' },
          pairs: [
            { name: 'table_id', value: '1' },
            { name: 'table_id', value: '2' },
          ],
        },
      ],
      ['unicast_master_table_1 has table_id=1 already, and takes one only.'],
    ],
    [
      'servers that are none',
      [{ do: 'ntp.change', servers: ['not a host'] }],
      ['not a host is neither an IP address nor a host name.'],
    ],
    [
      'nothing to follow',
      [{ do: 'host.follow', host: 'worker-1', to: 'sun' }],
      ['A host follows ntp or ptp, not sun.'],
    ],
  ])('%s', (_, calls, words) => {
    expect(reviewCalls(calls, STATE).map(({ verdict }) => (verdict.ok ? null : verdict.why))).toEqual(words);
  });

  const viewer = (role: string) => ({ userName: 'u', domainName: 'd', projectName: 'admin', roles: [role] });
  it.each([
    ['configurator', [{ do: 'apply' }, { do: 'host.follow', host: 'a', to: 'ptp' }], true],
    ['operator', [{ do: 'host.follow', host: 'a', to: 'ptp' }], true],
    ['operator', [{ do: 'host.follow', host: 'a', to: 'ptp' }, { do: 'apply' }], false],
    ['reader', [{ do: 'apply' }], false],
  ] satisfies [string, ClockCall[], boolean][])('%s %j', (role, calls, may) => {
    expect(mayCall(calls, viewer(role)).ok).toBe(may);
  });
});

describe('words', () => {
  it.each<[ClockCall, string, string]>([
    [
      { do: 'instance.create', name: 'bc', service: 'ptp4l' },
      'Create instance bc (ptp4l)',
      'system ptp-instance-add bc ptp4l',
    ],
    [
      { do: 'instance.delete', name: "it's" },
      "Delete instance it's",
      "system ptp-instance-delete 'it'\\''s'",
    ],
    [
      { do: 'interface.create', name: 'f', instance: 'bc' },
      'Create PTP interface f of bc',
      'system ptp-interface-add f bc',
    ],
    [params('add', 'a=1', 'b=2'), 'Set a and b of bc', 'system ptp-instance-parameter-add bc a=1 b=2'],
    [
      { ...params('remove', 'a=1', 'b=2', 'c=3'), section: 'monitoring' } as ClockCall,
      'Remove 3 parameters of bc in monitoring',
      'system ptp-instance-parameter-delete bc --section monitoring a=1 b=2 c=3',
    ],
    [
      {
        do: 'parameters.add',
        of: 'interface',
        name: 'f',
        section: 'global',
        pairs: [{ name: 'cmdline_opts', value: '-s x' }],
      },
      'Set cmdline_opts of f',
      "system ptp-interface-parameter-add f 'cmdline_opts=-s x'",
    ],
    [
      { do: 'parameter.change', id: 'p1', section: 'global', name: 'd', from: '1', to: '2' },
      'Change d to 2 for all that share it',
      'system ptp-parameter-modify p1 2',
    ],
    [
      { do: 'instance.assign', name: 'bc', host: 'w' },
      'Assign bc to w',
      'system host-ptp-instance-assign w bc',
    ],
    [
      { do: 'interface.remove', name: 'f', host: 'w', interface: 'data0' },
      'Remove f from data0 of w',
      'system host-if-ptp-remove w data0 f',
    ],
    [{ do: 'ntp.change', servers: ['a', 'b'] }, 'Change the NTP servers', 'system ntp-modify ntpservers=a,b'],
    [
      { do: 'host.follow', host: 'w', to: 'ptp' },
      'Let w follow PTP',
      'system host-update w clock_synchronization=ptp',
    ],
    [{ do: 'apply' }, 'Apply the PTP configuration', 'system ptp-instance-apply'],
  ])('%j', (call, title, cli) => {
    expect(callTitle(call)).toBe(title);
    expect(callCli(call)).toBe(cli);
  });

  it('what a host follows is a field of the host', () => {
    expect(rightOf({ do: 'host.follow', host: 'w', to: 'ptp' })).toBe('host.operate');
    expect(rightOf({ do: 'apply' })).toBe('system.configure');
  });
});
