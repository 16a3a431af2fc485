// @vitest-environment happy-dom
/** What waits for an apply, and how one goes: from accepted to the last host. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClockProvider } from '@/components/ui/clock';
import { startApply } from '@/lib/domain/clock/ptp-apply';
import type { Host } from '@/lib/domain/host';
import { testAlarm, testHost, testViewer } from '@/lib/domain/test-facts';
import { applyRun, unapplied } from '@/lib/queries/clock-config-mutations';
import { ApplyProgress } from './apply-progress';

vi.mock('@/lib/actions/clock-config', () => ({ changeClocks: vi.fn() }));
vi.mock('@/lib/actions/hosts', () => ({ editHost: vi.fn(), runHostAction: vi.fn() }));
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => ({ viewer: testViewer('admin') }) }));
const seen: { hosts: Host[]; asOf: number } = { hosts: [], asOf: 0 };
vi.mock('@/lib/queries/view', () => ({
  useView: (view: string) =>
    view === 'hosts'
      ? { data: { hosts: seen.hosts }, asOf: seen.asOf }
      : { data: { alarms: [testAlarm({ alarmId: '250.001', entity: 'host=worker-1' })] }, asOf: seen.asOf },
}));

const worker = (name: string, change: Partial<Host> = {}) =>
  testHost({ id: name, hostname: name, clockSynchronization: 'ptp', configTarget: '1-old', ...change });
const late = { configStatus: 'Config out-of-date', configTarget: '2-new' };

const host = document.body.appendChild(document.createElement('div'));
let root = createRoot(host);
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(host);
});
afterEach(() => act(() => root.unmount()));

function show(hosts: Host[], asOf: number): string {
  Object.assign(seen, { hosts, asOf });
  act(() =>
    root.render(
      <ClockProvider now={1_000} zone="UTC">
        <ApplyProgress key={asOf} />
      </ClockProvider>,
    ),
  );
  return host.textContent ?? '';
}

it('says that changes wait, and nothing where none do', () => {
  expect(show([], 1)).toBe('');
  act(() => unapplied.set(true));
  expect(show([], 2)).toContain('Changes are not in effect yet.');
  act(() => unapplied.set(false));
});

it('follows an apply host by host, and ends when the last one has it', () => {
  const before = [worker('worker-1'), worker('worker-2'), worker('worker-3', { administrative: 'locked' })];
  act(() => applyRun.set({ ...startApply('r', 0, before), startedAt: 100 }));
  // Read before it was accepted: says nothing of it.
  expect(show(before, 50)).not.toContain('worker-1');
  const during = show([worker('worker-1', late), ...before.slice(1)], 200);
  expect(during).toContain('Applying: 0 of 2 hosts have taken it up');
  expect(during).toContain('Out of date, takes it up. 250.001 stands');
  expect(during).toContain('Nothing has been seen of it yet');
  expect(during).toContain('Not in service: has it once it is unlocked');
  const taken = [
    worker('worker-1', { configTarget: '2-new' }),
    worker('worker-2', { configTarget: '2-new' }),
  ];
  expect(show([...taken, ...before.slice(2)], 300)).toContain('Applied on 2 hosts');
  expect(host.querySelector('h2, h3')?.textContent).toMatch(/^Applied on 2 hosts/);
});
