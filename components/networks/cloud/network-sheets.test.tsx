// @vitest-environment happy-dom
/** Sheets of changes to networks as a person meets them: what is sent, what a refusal leaves, who may not. */
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, described, drawingPlace, field, press, text, type } from '@/components/action/test-sheet';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import type { NetworkJob } from '@/lib/domain/network/cloud/network-jobs';
import {
  testAssignment,
  testCloud,
  testDataNetwork,
  testNetwork,
  testPool,
} from '@/lib/domain/network/cloud/test-cloud';
import { ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { testHost, testViewer } from '@/lib/domain/test-facts';
import { NetworkJobSheet } from './network-job-sheet';

const sent = vi.fn<(calls: readonly NetworkCall[]) => Promise<Result<StepResult[]>>>();
vi.mock('@/lib/queries/network-mutations', () => ({
  sendNetworkCalls: async (calls: readonly NetworkCall[], show: (all: StepResult[]) => void) => {
    const answer = await sent(calls);
    if (answer.ok) show(answer.data);
    return answer;
  },
}));
const who = { viewer: testViewer('admin') };
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => who }));
vi.mock('@/lib/queries/view', () => ({
  useRefresh: () => async () => {},
  useView: (view: keyof typeof DATA) => ({ data: DATA[view], asOf: 1 }),
}));

const DATA = {
  cloudNetworks: testCloud({
    networks: [testNetwork('oam', { primaryPoolId: 'p-oam', primaryFamily: 'IPv4' })],
    pools: [
      testPool('oam', '10.10.10.0', 24, { ranges: [{ start: '10.10.10.1', end: '10.10.10.254' }] }),
      testPool('spare', 'fd00:9::', 64, { ranges: [{ start: 'fd00:9::1', end: 'fd00:9::ff' }] }),
    ],
    assignments: [testAssignment('oam', 'oam')],
    dataNetworks: [testDataNetwork('physnet0')],
  }),
  poolAddresses: [{ id: 'a', hostNumber: null, interface: null, address: 'fd00:9::80', prefix: 64 }],
  system: { mode: 'duplex' },
  hosts: { hosts: [testHost({ hostname: 'controller-0', personality: 'controller' })] },
};

const closed = vi.fn();
const draw = drawingPlace();
beforeEach(() => {
  sent.mockReset();
  closed.mockReset();
  who.viewer = testViewer('admin');
});

const show = (job: NetworkJob) =>
  act(async () => draw(<NetworkJobSheet request={{ kind: 'networks', job }} opened={1} onClose={closed} />));
describe('a pool', () => {
  it('is made of what was typed, brackets and capitals aside, and given to a network', async () => {
    sent.mockResolvedValue(ok([{ state: 'done' }, { state: 'done' }]));
    await show({ job: 'create-pool', network: 'oam' });
    type('Name', 'oam6');
    type('Network', '[FD00:10::]/64');
    type('Floating address', 'fd00:10::10');
    expect(text()).toContain('the platform takes fd00:10::1 to fd00:10::ffff:ffff:ffff:fffe');
    expect(text()).toContain('system network-addrpool-assign oam oam6');
    await press('Create and assign');
    expect(sent).toHaveBeenCalledWith([
      {
        ...{ do: 'pool.create', name: 'oam6', network: 'fd00:10::', prefix: 64, order: 'random', ranges: [] },
        reserved: { floating: 'fd00:10::10' },
      },
      { do: 'pool.assign', network: 'oam', pool: 'oam6' },
    ]);
    expect(closed).toHaveBeenCalled();
  });

  it('keeps the addresses that somebody has', async () => {
    await show({ job: 'change-pool', name: 'spare' });
    type('Last address of range 1', 'fd00:9::7f');
    expect(text()).toContain('The ranges leave out addresses in use: fd00:9::80.');
    expect(button('Save 1 change').getAttribute('aria-disabled')).toBe('true');
    type('Last address of range 1', 'fd00:9::8f');
    sent.mockResolvedValue(ok([{ state: 'done' }]));
    await press('Save 1 change');
    expect(sent).toHaveBeenCalledWith([
      {
        ...{ do: 'pool.change', name: 'spare' },
        to: { ranges: [{ start: 'fd00:9::1', end: 'fd00:9::8f' }] },
      },
    ]);
  });

  it('says beside each field what is wrong with it', async () => {
    await show({ job: 'create-pool' });
    type('Name', 'oam');
    type('Network', 'fd00:1::1/64');
    expect(described(field('Name'))).toBe('There is an address pool oam already.');
    expect(described(field('Network'))).toMatch(/host bits are zero/);
    type('Network', 'fd00:1::/64');
    type('Gateway', 'fd00:2::1');
    expect(described(field('Gateway'))).toBe('fd00:2::1 is not in fd00:1::/64.');
  });
});

describe('a data network', () => {
  it('that is refused leaves what was typed, with the words of the platform once', async () => {
    const failure = { kind: 'refused', message: 'No room here.', service: 'sysinv', status: 400 } as const;
    sent.mockResolvedValue(ok([{ state: 'failed', failure }]));
    await show({ job: 'create-data' });
    type('Name', 'new');
    await press('Create data network');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Nothing was changed');
    expect(text().split('No room here.')).toHaveLength(2);
    expect(field('Name').value).toBe('new');
    expect(described(field('Name'))).toBe('Refused, see below');
    expect(closed).not.toHaveBeenCalled();
  });

  it('changes in its MTU and description alone', async () => {
    sent.mockResolvedValue(ok([{ state: 'done' }]));
    await show({ job: 'change-data', name: 'physnet0' });
    expect(button('Save 0 changes').getAttribute('aria-disabled')).toBe('true');
    type('MTU', 'x');
    expect(described(field('MTU'))).toContain('A whole number');
    type('MTU', '9000');
    await press('Save 1 change');
    expect(sent).toHaveBeenCalledWith([{ do: 'data.change', name: 'physnet0', to: { mtu: 9000 } }]);
  });
});

it('what is gone is said to be gone', async () => {
  await show({ job: 'delete-data', name: 'gone' });
  expect(text()).toContain('There is no data network gone any more.');
});

it('a reader sees why not', async () => {
  who.viewer = testViewer('reader');
  await show({ job: 'assign', network: 'oam' });
  expect(text()).toContain('Changing networks needs configurator or admin.');
  expect(button('Assign pool').getAttribute('aria-disabled')).toBe('true');
});
