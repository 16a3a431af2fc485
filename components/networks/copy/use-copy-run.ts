'use client';
/** Starts a copy, and reads anew what it changed: of a few hosts each once it has been asked, of many all at the end. */
import { useQueryClient } from '@tanstack/react-query';
import { interfaceCallTitle } from '@/lib/domain/network/interface-calls';
import { type CopyRun, copyRun, runCopy } from '@/lib/queries/copy-run';
import { sendInterfaceCalls } from '@/lib/queries/interface-mutations';
import { viewKey } from '@/lib/queries/keys';
import { useStore } from '@/lib/queries/store';
import { useRefresh } from '@/lib/queries/view';
import type { Target } from './use-copy';

const AFFECTED = ['hostLayouts', 'interfaceChoices', 'hosts', 'alarms'] as const;

export type CopyRunner = { run: CopyRun | null; busy: boolean; start: (targets: readonly Target[]) => void };

/** Those that something can be sent to now. */
export const canRun = ({ plan }: Target): boolean =>
  plan !== undefined && plan.blocked === null && plan.proposal.calls.length > 0;

/** @param from uuid of the source; undefined: none is chosen */
export function useCopyRun(from: string | undefined): CopyRunner {
  const newest = useStore(copyRun);
  // One that is over is told where it was begun; one under way is in the way everywhere.
  const run = newest && (newest.from === from || !newest.over) ? newest : null;
  const client = useQueryClient();
  const refresh = useRefresh();
  const busy = run !== null && !run.over;
  const start = async (targets: readonly Target[]) => {
    if (from === undefined) return;
    const orders = targets.filter(canRun).flatMap(({ host, plan }) => {
      if (!plan) return [];
      const { calls } = plan.proposal;
      const titles = calls.map(interfaceCallTitle);
      return [
        {
          host,
          titles,
          send: (show: Parameters<typeof sendInterfaceCalls>[2]) => sendInterfaceCalls(host, calls, show),
        },
      ];
    });
    await runCopy(from, orders, ({ id }) =>
      client.refetchQueries(
        { queryKey: viewKey('hostLayout', { hostId: id }), type: 'active' },
        { cancelRefetch: false },
      ),
    );
    await refresh(AFFECTED);
  };
  return { run, busy, start: (targets) => void start(targets) };
}
