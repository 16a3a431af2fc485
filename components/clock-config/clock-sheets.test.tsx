// @vitest-environment happy-dom
/** Sheets of changes to clocks as a person meets them: what is sent, what a refusal leaves, who may not. */
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
  type,
} from '@/components/action/test-sheet';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { ClockJob } from '@/lib/domain/clock/ptp-jobs';
import { ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { testHost, testViewer } from '@/lib/domain/test-facts';
import { ClockJobSheet } from './clock-job-sheet';

const sent = vi.fn<(calls: readonly ClockCall[]) => Promise<Result<StepResult[]>>>();
vi.mock('@/lib/queries/clock-config-mutations', () => ({
  sendClockCalls: async (calls: readonly ClockCall[], _: unknown, show: (all: StepResult[]) => void) => {
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
  ptpConfig: {
    instances: [
      {
        ...{ id: 'i1', number: 1, name: 'bc', service: 'ptp4l', hosts: ['worker-1'] },
        sections: [{ section: 'global', pairs: [{ name: 'domainNumber', value: '24' }] }],
      },
      {
        ...{ id: 'i2', number: 2, name: 'oc', service: 'ptp4l', hosts: [] },
        sections: [{ section: 'global', pairs: [{ name: 'domainNumber', value: '24' }] }],
      },
    ],
    interfaces: [],
    parameters: [{ id: 'p1', section: 'global', name: 'domainNumber', value: '24', owners: ['i1', 'i2'] }],
    ...{ legacy: null, unreadable: [] },
  },
  ntpServers: { id: 'n', servers: ['10.0.0.1', '10.0.0.2'] },
  hosts: { hosts: [testHost({ id: 'h1', hostname: 'worker-1', clockSynchronization: 'ptp' })] },
  hostInterfaces: [{ id: 'f', name: 'data0', type: 'ethernet', class: 'data' }],
};

const closed = vi.fn();
const draw = drawingPlace();
beforeEach(() => {
  sent.mockReset();
  closed.mockReset();
  who.viewer = testViewer('admin');
});

const open = (job: ClockJob) =>
  act(() => draw(<ClockJobSheet request={{ kind: 'clocks', job }} opened={1} onClose={closed} />));
const refusal = (message: string): StepResult => ({
  state: 'failed',
  failure: { kind: 'refused', service: 'sysinv', status: 400, message },
});

describe('parameters', () => {
  const job: ClockJob = { job: 'parameters', owner: { of: 'instance', name: 'bc' } };

  it('say who shares a value before it changes, and change it for all when that is wanted', async () => {
    open(job);
    expect(text()).not.toContain('is shared with');
    type('domainNumber', '31');
    expect(text()).toContain('domainNumber is shared with 1 other.');
    expect(text()).toContain('oc');
    sent.mockResolvedValue(ok([{ state: 'done' }]));
    act(() => dialog().querySelector<HTMLInputElement>('input[type="checkbox"]')?.click());
    await press('Save 1 change');
    expect(sent.mock.calls).toEqual([
      [[{ do: 'parameter.change', id: 'p1', section: 'global', name: 'domainNumber', from: '24', to: '31' }]],
    ]);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('keep what was typed when the platform refuses, with its words beside the field', async () => {
    open(job);
    type('domainNumber', '999');
    sent.mockResolvedValue(ok([{ state: 'undone' }, refusal('Not in these words')]));
    await press('Save 1 change');
    expect(closed).not.toHaveBeenCalled();
    expect(field('domainNumber').value).toBe('999');
    expect(field('domainNumber').getAttribute('aria-invalid')).toBe('true');
    expect(described(field('domainNumber'))).toContain('Not in these words');
    expect(dialog().querySelector('[role="alert"]')?.textContent).toContain('sysinv, HTTP 400');
    expect(text()).toContain('What was done before has been undone');
  });

  it('ask before what was typed is lost', async () => {
    open(job);
    type('domainNumber', '31');
    await press('Cancel');
    expect(closed).not.toHaveBeenCalled();
    expect(text()).toContain('What you typed is not saved.');
    await press('Discard what I typed');
    expect(closed).toHaveBeenCalledOnce();
  });
});

describe('a new instance', () => {
  it('is sent with what it starts with, and not under a name that is taken', async () => {
    open({ job: 'create-instance' });
    expect(button('Create instance').getAttribute('aria-disabled')).toBe('true');
    type('Name', 'oc');
    type('Service', 'phc2sys');
    expect(described(field('Name'))).toContain('There is an instance oc already.');
    type('Name', 'phc');
    await press('Add parameter');
    type('Parameter', 'ha_enabled');
    type('Value', '1');
    expect(text()).toContain('system ptp-instance-add phc phc2sys');
    sent.mockResolvedValue(ok([{ state: 'done' }, { state: 'done' }]));
    await press('Create instance');
    expect(sent.mock.calls[0]?.[0]).toEqual([
      { do: 'instance.create', name: 'phc', service: 'phc2sys' },
      {
        ...{ do: 'parameters.add', of: 'instance', name: 'phc', section: 'global' },
        pairs: [{ name: 'ha_enabled', value: '1' }],
      },
    ]);
  });

  it.each(['operator', 'reader'] as const)('is not for a %s, who sees why', async (role) => {
    who.viewer = testViewer(role);
    open({ job: 'create-instance' });
    type('Name', 'phc');
    await press('Create instance');
    expect(sent).not.toHaveBeenCalled();
    expect(text()).toContain(`Your role is ${role}. Changing PTP and NTP needs configurator or admin.`);
  });
});

describe('a preset', () => {
  it('is reviewed, run, and shows what came of each step', async () => {
    open({ job: 'preset', preset: 't-tsc' });
    expect(text()).toContain('Choose a host.');
    type('Add a host', 'worker-1');
    await press('Add host');
    type('Port that takes time, worker-1', 'data0');
    const rows = () =>
      [...dialog().querySelectorAll('[aria-label="Steps"] li')].map((one) => one.textContent);
    const count = rows().length;
    expect(rows()[0]).toContain('Create instance ttsc-ptp4l (ptp4l)');
    expect(rows().at(-1)).toContain('So already, nothing will be sent');
    sent.mockResolvedValue(
      ok(
        rows().map((_, index) =>
          index === 0 ? { state: 'undone' } : index === 1 ? refusal('No') : { state: 'not-sent' },
        ),
      ),
    );
    await press('Run these steps');
    expect(sent.mock.calls[0]?.[0]).toHaveLength(count);
    expect(rows()[0]).toContain('Undone');
    expect(rows()[1]).toContain('Refused');
    expect(rows().at(-1)).toContain('Not sent');
    expect(closed).not.toHaveBeenCalled();
    expect(field('Names start with').value).toBe('ttsc');
  });
});

describe('NTP servers', () => {
  it('keep their order as it is set', async () => {
    open({ job: 'ntp' });
    await press('Move server 2 up');
    sent.mockResolvedValue(ok([{ state: 'done' }]));
    await press('Save');
    expect(sent.mock.calls).toEqual([[[{ do: 'ntp.change', servers: ['10.0.0.2', '10.0.0.1'] }]]]);
  });

  it('are refused beside the field before they are sent', () => {
    open({ job: 'ntp' });
    type('Server 1', 'no host');
    expect(described(field('Server 1'))).toContain('no host is neither an IP address nor a host name.');
    expect(button('Save').getAttribute('aria-disabled')).toBe('true');
  });
});
