/** How rules look at facts: a value, or the reason why there is none. */
import { type Check, type CheckSource, cannotTell } from '../check';
import { type Host, isController, isStorage } from '../host';
import type { MonitorFact, StorageBackendFact } from '../host-facts';
import { ok, type Result } from '../result';
import { isAllInOne } from '../system';
import type { RuleContext } from './context';

type Make = (id: string, words: ReturnType<typeof cannotTell>) => Check;

/**
 * Turns a fact into checks; a fact without a value becomes one line "Cannot tell: …" with the reason.
 * @param what completes "Cannot tell: …"
 */
export function fromFact<T>(
  fact: Result<T> | undefined,
  unknown: Make,
  id: string,
  what: string,
  source: CheckSource,
  decide: (value: T) => Check | Check[],
): Check[] {
  if (!fact) return [unknown(id, cannotTell(what, 'It was not read.', source))];
  if (!fact.ok) {
    const wayOut = { kind: 'read', label: 'Retry' } as const;
    return [unknown(id, { ...cannotTell(what, fact.error.message, source), wayOut })];
  }
  const checks = decide(fact.data);
  return Array.isArray(checks) ? checks : [checks];
}

/** Is bare-metal Ceph a backend (constants.SB_TYPE_CEPH)? */
export const cephBackend = (backends: readonly StorageBackendFact[]): StorageBackendFact | undefined =>
  backends.find((backend) => backend.backend === 'ceph');

/** Several facts as one: a value when all were read, else the first that was not. */
export function bothFacts<A, B>(
  a: Result<A> | undefined,
  b: Result<B> | undefined,
): Result<[A, B]> | undefined {
  if (a?.ok === false) return a;
  if (b?.ok === false) return b;
  return a && b ? ok([a.data, b.data]) : undefined;
}

/** `ihost_action` of a host on its way to locked: it no longer counts as a monitor (ceph.py get_monitors_status). */
const isOnItsWayDown = (host: Host): boolean =>
  /^(lock|force-lock|force-unsafe-lock)/.test(host.lastAction ?? '') &&
  host.task !== null &&
  host.task !== '';

/**
 * Monitors that the inventory counts as in service: at most these take part in the quorum, perhaps fewer
 * (ceph.py get_monitors_status also asks Ceph, which this console cannot).
 */
export function monitorsInService(monitors: readonly MonitorFact[], hosts: readonly Host[]): string[] {
  return monitors
    .map((monitor) => hosts.find((host) => host.hostname === monitor.hostname))
    .filter((host) => host !== undefined)
    .filter(
      (host) => host.administrative === 'unlocked' && host.operational === 'enabled' && !isOnItsWayDown(host),
    )
    .map((host) => host.hostname ?? '');
}

/** constants.MIN_STOR_MONITORS_AIO and MIN_STOR_MONITORS_MULTINODE; null without the system. */
export const monitorsNeeded = (context: RuleContext): number | null =>
  context.system === null ? null : isAllInOne(context.system) ? 1 : 2;

export const storageHosts = (context: RuleContext): Host[] => context.hosts.filter(isStorage);
export const activeController = (context: RuleContext): Host | undefined =>
  context.hosts.find((host) => isController(host) && host.activity === 'active');

/** constants.DEPLOY_STATE_TRANSIENT_STATES */
export const isTransientDeploy = (state: string | null): boolean =>
  state === 'start' || state === 'activate' || state === 'activate-rollback';
/** constants.DEPLOY_HOST_DEPLOYED_STATES, DEPLOY_HOST_PENDING_STATES */
export const isDeployed = (state: string): boolean => state === 'deployed' || state === 'rollback-deployed';
export const isDeployPending = (state: string): boolean =>
  state === 'pending' || state === 'rollback-pending';
