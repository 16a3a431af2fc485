/**
 * The health reports: one text for people, put together from hosts, alarms, Kubernetes and applications (sysinv
 * common/health.py). Lines and their order are the recorded ones.
 */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { type Check, failing, mark } from './health-line';
import { appChecks, controlPlanePods, deployment, nodes, pods, upgradeChecks } from './health-parts';

export type HealthKind = 'general' | 'upgrade' | 'kube-upgrade';
export type HealthQuery = {
  kind: HealthKind;
  /** Alarms that do not affect management are passed over. */
  relaxed?: boolean;
  /** Also what an update of Kubernetes' root CA asks for. */
  rootca?: boolean;
  /** Alarms that do not count, by id. */
  ignore?: readonly string[];
};

export function health(world: World, query: HealthQuery): { healthy: boolean; report: string } {
  const checks = [...generalChecks(world, query), ...furtherChecks(world, query)];
  return {
    healthy: checks.every(({ good, counts = true }) => good || !counts),
    report: `${['System Health:', ...checks.flatMap(mark)].join('\n')}\n`,
  };
}

function furtherChecks(world: World, { kind, rootca }: HealthQuery): Check[] {
  if (kind === 'upgrade') return upgradeChecks(world);
  if (kind === 'general') return [];
  return [appChecks(world), ...(rootca ? [pods(world)] : [])];
}

function generalChecks(world: World, query: HealthQuery): Check[] {
  const { hosts, context } = world.sysinv;
  const provisioned = hosts.filter(({ row }) => row.invprovision === 'provisioned' && row.hostname !== null);
  const missing = hosts.length - provisioned.length;
  const ceph = context.storage.kind === 'ceph' || context.storage.kind === 'rook';
  return [
    { title: 'All hosts are provisioned', good: missing === 0, more: [`${missing} Unprovisioned hosts`] },
    // Not counted: a locked host shows again in the line after it.
    {
      ...failing(provisioned, 'All hosts are unlocked/enabled', 'Locked or disabled hosts', isEnabled),
      counts: false,
    },
    failing(provisioned, 'All hosts have vim enabled', 'Vim disabled hosts', hasServices),
    failing(
      provisioned,
      'All hosts have current configurations',
      'Hosts with out of date configurations',
      isCurrent,
    ),
    deployment(world),
    ...(ceph ? [{ title: 'Ceph Storage Healthy', good: world.storage.health() === 'HEALTH_OK' }] : []),
    alarms(world, query),
    nodes(world),
    controlPlanePods(world),
  ];
}

/** Alarms of certificates are counted apart. */
const CERTIFICATES = ['500.200', '500.210'];

function alarms(world: World, { relaxed = false, ignore = [] }: HealthQuery): Check {
  const counted = world.fm.alarms.filter(({ alarm_id }) => !ignore.includes(alarm_id));
  const certificates = counted.filter(({ alarm_id }) => CERTIFICATES.includes(alarm_id)).length;
  const affecting = counted.filter(
    ({ alarm_id, mgmt_affecting }) => mgmt_affecting && !CERTIFICATES.includes(alarm_id),
  ).length;
  return {
    title: 'No alarms',
    good: relaxed ? affecting === 0 : counted.length === 0,
    more: [
      `[${counted.length}] alarms found, [${affecting}] of which are management affecting and [${certificates}] are certificate expiration alarms. Use "fm alarm-list" for details`,
    ],
  };
}

const isEnabled = ({ row }: Host) => row.administrative === 'unlocked' && row.operational === 'enabled';
const hasServices = ({ row }: Host) => row.vim_progress_status === 'services-enabled';
const isCurrent = ({ row }: Host) => row.config_target === null || row.config_applied === row.config_target;
