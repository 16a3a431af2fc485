/**
 * What tests of the sheets stand on: a person, what the views answer, and what would be sent. Import it before anything else
 * of the editor: it puts its own in place of the session's and the platform's.
 */
import { act } from 'react';
import { beforeEach, vi } from 'vitest';
import { drawingPlace } from '@/components/action/test-sheet';
import type { Host } from '@/lib/domain/host';
import { ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import type { StorageCall } from '@/lib/domain/storage/editor/calls';
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import { storageFacts } from '@/lib/domain/storage/editor/test-facts';
import { testViewer } from '@/lib/domain/test-facts';
import { actionStore } from '@/lib/queries/action-store';
import { StorageJobSheet } from './storage-job-sheet';
import { readings } from './test-readings';

export const sent =
  vi.fn<(calls: readonly StorageCall[], typed: string | undefined) => Promise<Result<StepResult[]>>>();
vi.mock('@/lib/queries/host-storage-mutations', () => ({
  sendStorageCalls: async (
    _: Host,
    calls: readonly StorageCall[],
    typed: string | undefined,
    show: (all: StepResult[]) => void,
  ) => {
    const answer = await sent(calls, typed);
    if (answer.ok) show(answer.data);
    return answer;
  },
}));
export const who = { viewer: testViewer('configurator') };
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => who }));
vi.mock('@/lib/queries/view', () => ({
  useRefresh: () => async () => {},
  useView: (view: string) => Reflect.get(seen.data, view),
}));

/** What the views answer; a test may put its own. */
export const seen: { data: object } = { data: {} };
export const closed = vi.fn();
const draw = drawingPlace();
beforeEach(() => {
  sent.mockReset();
  closed.mockReset();
  actionStore.set(null);
  who.viewer = testViewer('configurator');
  seen.data = readings();
});

export const open = (job: HostStorageJob) => {
  const request = { kind: 'hostStorage', hostId: storageFacts().host.id, job } as const;
  act(() => draw(<StorageJobSheet request={request} opened={1} onClose={closed} />));
};
export const done = (count: number): Result<StepResult[]> =>
  ok(Array.from({ length: count }, () => ({ state: 'done' })));
export const calls = () => sent.mock.calls.map(([list]) => list);
