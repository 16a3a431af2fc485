/** The health report: one text for people, put together from the hosts and the alarms. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';

/** @param upgrade adds the lines that a Kubernetes or platform upgrade asks for */
export function healthReport(world: World, upgrade: boolean): string {
  const { hosts } = world.sysinv;
  const provisioned = hosts.filter(({ row }) => row.invprovision === 'provisioned');
  const unprovisioned = hosts.length - provisioned.length;
  const alarms = world.fm.alarms;
  const lines = [
    'System Health:',
    mark('All hosts are provisioned', unprovisioned === 0),
    ...(unprovisioned > 0 ? [`${unprovisioned} Unprovisioned hosts`] : []),
    ...failing(provisioned, 'All hosts are unlocked/enabled', 'Locked or disabled hosts', isEnabled),
    ...failing(provisioned, 'All hosts have vim enabled', 'Vim disabled hosts', hasServices),
    ...failing(
      provisioned,
      'All hosts have current configurations',
      'Hosts with out of date configurations',
      isCurrent,
    ),
    mark('All hosts are patch current', true),
    mark('Ceph Storage Healthy', world.storage.health() === 'HEALTH_OK'),
    mark('No alarms', alarms.length === 0),
    ...(alarms.length > 0
      ? [
          `[${alarms.length}] alarms found, [${alarms.filter((alarm) => alarm.mgmt_affecting).length}] of which are management affecting and [0] are certificate expiration alarms. Use "fm alarm-list" for details`,
        ]
      : []),
    mark('All kubernetes nodes are ready', true),
    mark('All kubernetes control plane pods are ready', true),
    ...(upgrade ? applications(world) : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Uploaded or applied: while one is in any other state, no upgrade begins (sysinv common/health.py). */
function applications({ sysinv }: World): string[] {
  const odd = sysinv.applications
    .shown()
    .map(({ row }) => row)
    .filter(({ status }) => status !== 'uploaded' && status !== 'applied');
  return [
    mark('All kubernetes applications are in a valid state', odd.length === 0),
    ...(odd.length > 0
      ? [`Kubernetes applications not in a valid state: ${odd.map(({ name }) => name).join(', ')}`]
      : []),
  ];
}

function mark(text: string, good: boolean): string {
  return `${text}: [${good ? 'OK' : 'Fail'}]`;
}

function failing(hosts: Host[], title: string, names: string, good: (host: Host) => boolean): string[] {
  const bad = hosts.filter((host) => !good(host)).map(({ row }) => row.hostname);
  return bad.length === 0 ? [mark(title, true)] : [mark(title, false), `${names}: ${bad.join(', ')}`];
}

const isEnabled = ({ row }: Host) => row.administrative === 'unlocked' && row.operational === 'enabled';
const hasServices = ({ row }: Host) => row.vim_progress_status === 'services-enabled';
const isCurrent = ({ row }: Host) => row.config_applied === row.config_target;
