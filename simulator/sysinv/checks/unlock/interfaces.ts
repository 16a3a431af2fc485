/** check_unlock_interfaces of sysinv api/controllers/v1/host.py: the platform's networks, and PTP. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { networkTypesOf, rowsOn, textsOf } from '../../network/rows';

export function checkUnlockInterfaces(world: World, host: Host): void {
  const simplex = world.sysinv.isSimplex() && world.sysinv.system.system_type === 'All-in-one';
  const all = rowsOn(world, 'iinterfaces', host);
  const on = (type: string) => all.find((row) => networkTypesOf(world, host, row).includes(type));
  const mgmt = on('mgmt');
  const name = nameOf(host);
  if (!mgmt) refuse(400, `Cannot unlock host ${name} without configuring a management interface.`);
  if (mgmt.iftype === 'virtual' && !simplex) {
    refuse(400, `Cannot unlock host ${name} when management interface is configured on a virtual interface.`);
  }
  const cluster = on('cluster-host');
  if (!cluster) refuse(400, `Cannot unlock host ${name} without configuring a cluster-host interface.`);
  if (cluster.iftype === 'virtual' && !simplex) {
    refuse(
      400,
      `Cannot unlock host ${name} when cluster-host interface is configured on a virtual interface.`,
    );
  }
  const admin = world.sysinv.cloud('networks').some(({ type }) => type === 'admin');
  if (host.row.personality === 'controller' && admin && !on('admin')) {
    refuse(400, `Cannot unlock host ${name} without assigning the admin network to an interface`);
  }
  checkPtp(world, host);
}

function checkPtp(world: World, host: Host): void {
  if (host.row.clock_synchronization !== 'ptp') return;
  const roles = rowsOn(world, 'iinterfaces', host).filter(({ ptp_role }) => ptp_role && ptp_role !== 'none');
  const instance = world.sysinv
    .cloud('ptp_instances')
    .some(({ hostnames }) => textsOf(hostnames).includes(host.row.hostname ?? ''));
  if (roles.length === 0 && !instance) {
    refuse(
      400,
      'Hosts with PTP clock synchronization must have at least one PTP interface or instance configured',
    );
  }
  if (world.sysinv.cloud('ptp')[0]?.transport !== 'udp') return;
  const addressed = new Set(rowsOn(world, 'addresses', host).map(({ ifname }) => ifname));
  if (roles.every(({ ifname }) => addressed.has(ifname))) return;
  refuse(400, 'All PTP interfaces must have an associated address when PTP transport is UDP');
}
