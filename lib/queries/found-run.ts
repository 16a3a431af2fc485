import { acceptRun, startRun } from '@/lib/domain/action-progress';
import type { Host } from '@/lib/domain/host';
import type { PreflightAction } from './action-store';
import { hostRuns } from './host-mutations';

/**
 * An action whose answer got lost was accepted after all: it is followed like one whose answer came.
 * @param at when it was sent, in epoch ms of the server's clock
 * @param group the run of several hosts that it belongs to
 */
export function followFound(
  host: Host,
  action: PreflightAction,
  at: number,
  group: string | null = null,
): void {
  const run = startRun(crypto.randomUUID(), action, host, at, group);
  hostRuns.set([...hostRuns.get(), acceptRun(run, at, null)]);
}
