// @vitest-environment happy-dom
/** Sheets of changes to labels as a person meets them: what is sent, what a refusal leaves, who may not. */
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  button,
  described,
  drawingPlace,
  field,
  press,
  text,
  tick,
  type,
} from '@/components/action/test-sheet';
import type { LabelJob } from '@/lib/domain/label/label-calls';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { testHost, testViewer } from '@/lib/domain/test-facts';
import { LabelJobSheet } from './label-job-sheet';

const sent = vi.fn<(calls: unknown) => Promise<Result<StepResult[]>>>();
vi.mock('@/lib/queries/label-mutations', () => ({
  sendLabelCalls: async (_: unknown, calls: unknown, show: (all: StepResult[]) => void) => {
    const answer = await sent(calls);
    if (answer.ok) show(answer.data);
    return answer;
  },
}));
const who = { viewer: testViewer('configurator') };
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => who }));
const host = testHost();
const seen: { labels: unknown } = { labels: undefined };
vi.mock('@/lib/queries/view', () => ({
  useRefresh: () => async () => {},
  useView: (view: string) => {
    if (view === 'hosts') return { data: { hosts: [host] }, asOf: 1 };
    return view === 'hostLabels' ? seen.labels : undefined;
  },
}));

const closed = vi.fn();
const draw = drawingPlace();
const open = (job: LabelJob) =>
  act(() =>
    draw(<LabelJobSheet request={{ kind: 'labels', hostId: host.id, job }} opened={1} onClose={closed} />),
  );
const calls = () => sent.mock.calls.map(([list]) => list);
const off = (name: string) => [button(name).getAttribute('aria-disabled'), described(button(name))];

beforeEach(() => {
  sent.mockReset();
  closed.mockReset();
  who.viewer = testViewer('configurator');
  const rows = [
    { id: 'l1', key: 'rack', value: 'r4' },
    { id: 'l2', key: 'sriovdp', value: 'enabled' },
  ];
  seen.labels = { data: { rows, unreadable: [] }, asOf: 1 };
});

describe('assigning labels', () => {
  it('takes typed, known and pasted ones, in one request', async () => {
    open({ job: 'assign' });
    expect(off('Assign 0 labels')).toEqual(['true', 'A label is needed']);
    type('Key 1', 'site');
    type('Value 1', 'oslo');
    type('Add one that the platform knows', 'lvm-csi');
    expect(field('Value 2').value).toBe('enabled');
    await press('Another label');
    type('Key 3', 'row');
    expect(text()).toContain('system host-label-assign worker-0 site=oslo lvm-csi=enabled row=');
    sent.mockResolvedValue(ok([{ state: 'done' }]));
    await press('Assign 3 labels');
    expect(calls()).toEqual([
      [
        {
          do: 'labels.assign',
          labels: [
            { key: 'site', value: 'oslo' },
            { key: 'lvm-csi', value: 'enabled' },
            { key: 'row', value: '' },
          ],
          overwrite: false,
        },
      ],
    ]);
    expect(closed).toHaveBeenCalled();
  });

  it('says beside the field what is wrong, and what is there already', async () => {
    open({ job: 'assign' });
    type('Key 1', 'rack');
    type('Value 1', 'r5');
    expect(described(field('Key 1'))).toMatch(/^rack is there already, as r4/);
    expect(off('Assign label')).toEqual(['true', 'Something is wrong with a label']);
    tick('Overwrite labels that are there');
    expect(described(field('Key 1'))).not.toMatch(/already/);
    type('Value 1', 'no way!');
    expect(described(field('Value 1'))).toMatch(/Letters, digits/);
    type('Value 1', 'r5');
    await press('Another label');
    type('Key 2', 'openvswitch');
    expect(described(field('Key 2'))).toMatch(/^Lock worker-0 first/);
    await press('Leave out label 2');
    sent.mockResolvedValue(fail({ kind: 'refused', message: 'Not now.', service: 'sysinv', status: 400 }));
    await press('Assign label');
    expect(text().split('Not now.')).toHaveLength(2);
    expect(field('Value 1').value).toBe('r5');
    expect(closed).not.toHaveBeenCalled();
  });

  it('changes one whose key stands', () => {
    open({ job: 'assign', first: 'rack' });
    expect(field('Key 1').value).toBe('rack');
    expect(off('Assign label')).toEqual(['true', 'Nothing would change']);
    type('Value 1', 'r9');
    expect(text()).toContain('rack=r9 --overwrite');
  });
});

describe('removing labels', () => {
  it('is one request each, in their order', async () => {
    Object.assign(host, { administrative: 'locked' });
    open({ job: 'remove', keys: ['rack', 'sriovdp'] });
    expect(text()).toContain('rack=r4');
    sent.mockResolvedValue(ok([{ state: 'done' }, { state: 'done' }]));
    await press('Remove 2 labels');
    expect(calls()).toEqual([
      [
        { do: 'label.remove', key: 'rack' },
        { do: 'label.remove', key: 'sriovdp' },
      ],
    ]);
    Object.assign(host, { administrative: 'unlocked' });
  });

  it('waits for a lock, and for the right', () => {
    open({ job: 'remove', keys: ['sriovdp'] });
    expect(off('Remove label')).toEqual(['true', expect.stringMatching(/^Lock worker-0 first/)]);
    who.viewer = testViewer('reader');
    open({ job: 'remove', keys: ['rack'] });
    expect(off('Remove label')).toEqual(['true', expect.stringMatching(/reader/i)]);
  });
});

it('says that labels could not be read', () => {
  seen.labels = { error: { message: 'No answer.' } };
  open({ job: 'assign' });
  expect(text()).toContain('No answer.');
});
