// @vitest-environment happy-dom
/** Sheets of changes to the network of a host as a person meets them: what is sent, what is refused beside the field, who may not. */
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  button,
  described,
  dialog,
  drawingPlace,
  field,
  press,
  text,
  tick,
  type,
} from '@/components/action/test-sheet';
import type { Host } from '@/lib/domain/host';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import type { InterfaceJob } from '@/lib/domain/network/interface-jobs';
import { editFacts, testAddress } from '@/lib/domain/network/test-interface-facts';
import { testNetwork } from '@/lib/domain/network/test-network';
import { ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { testViewer } from '@/lib/domain/test-facts';
import { InterfaceJobSheet } from './interface-job-sheet';

const sent = vi.fn<(calls: readonly InterfaceCall[]) => Promise<Result<StepResult[]>>>();
vi.mock('@/lib/queries/interface-mutations', () => ({
  sendInterfaceCalls: async (_: Host, calls: readonly InterfaceCall[], show: (all: StepResult[]) => void) => {
    const answer = await sent(calls);
    if (answer.ok) show(answer.data);
    return answer;
  },
}));
const who = { viewer: testViewer('configurator') };
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => who }));
vi.mock('@/lib/queries/view', () => ({
  useRefresh: () => async () => {},
  useView: (view: string) => ({ data: Reflect.get(data, view), asOf: 1 }),
}));

const facts = editFacts();
const addresses = [testAddress('i-ptp0', '10.1.0.5', 24)];
let data: object;
const readings = () => ({
  hosts: { hosts: [facts.host] },
  system: facts.system,
  hostNetwork: testNetwork({
    ...{ ports: facts.ports, networks: facts.networks, dataNetworks: facts.dataNetworks, addresses },
    interfaces: facts.interfaces.map((one) =>
      one.name === 'ptp0' ? { ...one, class: 'data', ipv4Mode: 'static', ipv6Mode: 'static' } : one,
    ),
  }),
  hostNetworkMore: { agents: [], routes: [], unread: [], unreadable: [] },
  interfaceChoices: facts.choices,
});

const closed = vi.fn();
const draw = drawingPlace();
beforeEach(() => {
  sent.mockReset();
  closed.mockReset();
  who.viewer = testViewer('configurator');
  data = readings();
});

const open = (job: InterfaceJob) => {
  const request = { kind: 'interfaces', hostId: facts.host.id, job } as const;
  act(() => draw(<InterfaceJobSheet request={request} opened={1} onClose={closed} />));
};
const done = (count: number): Result<StepResult[]> =>
  ok(Array.from({ length: count }, () => ({ state: 'done' })));

describe('a new VLAN', () => {
  it('is validated as it is typed, previewed, and sent with its networks', async () => {
    open({ job: 'create' });
    expect(button('Create interface').getAttribute('aria-disabled')).toBe('true');
    expect(text()).toContain('Give it a name');
    type('Name', 'Storage0');
    expect(described(field('Name'))).toContain('all in lower case');
    type('Name', 'storage0');
    type('Over', 'bond0');
    type('VLAN ID', '4095');
    expect(described(field('VLAN ID'))).toBe('Between 1 and 4094');
    type('VLAN ID', '300');
    type('MTU', '9100');
    expect(described(field('MTU'))).toBe('At most 9000, as bond0 below has');
    expect(text()).toContain('Something above is not in order');
    type('MTU', '9000');
    tick('storage');
    expect(text()).toContain('system host-if-add -c platform -m 9000 -V 300 worker-2');
    expect(text()).toContain('system interface-network-assign worker-2 storage0 storage');
    sent.mockResolvedValue(done(2));
    await press('Create interface');
    expect(sent.mock.calls[0]?.[0].map(({ do: verb }) => verb)).toEqual([
      'interface.create',
      'network.assign',
    ]);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('says of each network that it cannot have why', () => {
    open({ job: 'create' });
    expect(field('mgmt').getAttribute('aria-disabled')).toBe('true');
    expect(text()).toContain('On mgmt0');
    expect(text()).toContain('Network admin is for controllers');
  });

  it('keeps what was typed when a step is refused, in the words of the platform', async () => {
    open({ job: 'create' });
    type('Name', 'storage0');
    type('Over', 'bond0');
    type('VLAN ID', '300');
    tick('storage');
    const failure = {
      kind: 'refused',
      service: 'sysinv',
      status: 400,
      message: 'Not in these words',
    } as const;
    sent.mockResolvedValue(ok([{ state: 'undone' }, { state: 'failed', failure }]));
    await press('Create interface');
    expect(closed).not.toHaveBeenCalled();
    expect(field('Name').value).toBe('storage0');
    expect(dialog().querySelector('[role="alert"]')?.textContent).toContain('Not in these words');
    expect(text()).toContain('What was done before has been undone');
    expect(text()).toContain('Refused, see below');
  });

  it.each(['operator', 'reader'] as const)('is not for a %s, who sees why', (role) => {
    who.viewer = testViewer(role);
    open({ job: 'create' });
    expect(text()).toContain(`Your role is ${role}. Changing interfaces needs configurator or admin.`);
  });
});

describe('an interface that is there', () => {
  it('sends only what differs', async () => {
    open({ job: 'edit', name: 'mgmt0' });
    expect(text()).toContain('Nothing has been changed');
    type('MTU', '1400');
    expect(described(field('MTU'))).toContain('was 1500');
    sent.mockResolvedValue(done(1));
    await press('Save');
    expect(sent.mock.calls).toEqual([[[{ do: 'interface.change', name: 'mgmt0', to: { mtu: 1400 } }]]]);
  });

  it('says that it was changed meanwhile, and keeps what is typed until somebody wants to see it', () => {
    open({ job: 'edit', name: 'mgmt0' });
    type('MTU', '1400');
    const now = readings();
    data = {
      ...now,
      hostNetwork: {
        ...now.hostNetwork,
        interfaces: now.hostNetwork.interfaces.map((one) =>
          one.name === 'mgmt0' ? { ...one, vlanId: 99 } : one,
        ),
      },
    };
    const others = { id: '9', name: 'storage', type: 'storage', interfaceId: 'i-mgmt0', interface: null };
    data = {
      ...data,
      hostNetwork: { ...Reflect.get(data, 'hostNetwork'), networks: [...facts.networks, others] },
    };
    open({ job: 'edit', name: 'mgmt0' });
    expect(text()).toContain('The interface was changed meanwhile.');
    expect(field('MTU').value).toBe('1400');
    expect(text(), 'what somebody else put on is not taken off').not.toContain('interface-network-remove');
    act(() => button('Show it as it is').click());
    expect(field('VLAN ID').value).toBe('99');
  });

  it('is not changed from lists that could not be read', () => {
    const now = readings();
    const unread = [{ part: 'networks', message: 'sysinv does not answer' }];
    data = { ...now, hostNetwork: { ...now.hostNetwork, unread } };
    open({ job: 'edit', name: 'mgmt0' });
    expect(text()).toContain('The network could not be read.');
    expect(text()).toContain('sysinv does not answer');
  });

  it('says what goes with it when it is deleted', async () => {
    open({ job: 'delete', name: 'mgmt0' });
    expect(text()).toContain('Platform networks are taken off');
    sent.mockResolvedValue(done(1));
    await press('Delete mgmt0');
    expect(sent.mock.calls).toEqual([[[{ do: 'interface.delete', name: 'mgmt0' }]]]);
  });
});

describe('addresses and routes', () => {
  it('take an IPv6 address with its prefix in one field', async () => {
    open({ job: 'add-address', name: 'ptp0' });
    type('Address', '10.1.0.9/24');
    expect(described(field('Address'))).toContain('10.1.0.5/24');
    type('Address', 'fd00:1::9/64');
    expect(field('Prefix').value).toBe('64');
    expect(text()).toContain('system host-addr-add worker-2 ptp0 fd00:1::9 64');
    sent.mockResolvedValue(done(1));
    await press('Add address');
    expect(sent.mock.calls[0]?.[0]).toEqual([
      { do: 'address.add', interface: 'ptp0', address: 'fd00:1::9', prefix: 64 },
    ]);
  });

  it('lead by a gateway that can be reached', async () => {
    open({ job: 'add-route', name: 'ptp0' });
    type('Network', '10.2.0.0/16');
    type('Gateway', '10.7.0.1');
    expect(described(field('Gateway'))).toBe('No subnet of ptp0 has it');
    type('Gateway', '10.1.0.1');
    sent.mockResolvedValue(done(1));
    await press('Add route');
    expect(sent.mock.calls[0]?.[0]).toMatchObject([{ network: '10.2.0.0', prefix: 16, metric: 1 }]);
  });
});
