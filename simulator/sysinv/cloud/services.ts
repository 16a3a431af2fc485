/** What the service manager says through sysinv: services, nodes and groups, as the controllers are now. */

import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { type Host, isActiveController } from '../host';
import { rowUuid } from '../rows';

const SERVICES = [
  'drbd-pg',
  'drbd-rabbit',
  'drbd-platform',
  'pg-fs',
  'rabbit-fs',
  'platform-fs',
  'postgres',
  'rabbit',
  'sysinv-inv',
  'sysinv-conductor',
  'mtc-agent',
  'hw-mon',
  'dnsmasq',
  'fm-mgr',
  'keystone',
  'open-ldap',
  'lighttpd',
  'horizon',
  'vim',
  'vim-api',
  'haproxy',
  'drbd-extension',
  'extension-fs',
  'etcd',
  'barbican-api',
  'barbican-keystone-listener',
  'barbican-worker',
];

const GROUPS = [
  'oam-services',
  'controller-services',
  'cloud-services',
  'patching-services',
  'directory-services',
  'web-services',
  'vim-services',
];

type Wire = { [key: string]: Json };

function controllers(world: World): Host[] {
  return world.sysinv.hosts.filter(({ row }) => row.personality === 'controller');
}

export function serviceRows(world: World): Wire[] {
  const active = controllers(world).find(isActiveController);
  const state = active?.row.operational === 'enabled' ? 'enabled-active' : 'disabled';
  return SERVICES.map((name, n) => ({
    id: n + 1,
    status: '',
    state,
    desired_state: 'enabled-active',
    name,
    node_name: active?.row.hostname ?? null,
  }));
}

export function serviceNodes(world: World): Wire[] {
  return controllers(world).map(({ row }) => ({
    id: row.id,
    name: row.hostname,
    administrative_state: row.administrative,
    ready_state: row.operational,
    operational_state: row.operational,
    availability_status: row.availability,
  }));
}

/** One row per group and controller. Directory and web run on both controllers. */
export function serviceGroups(world: World): Wire[] {
  return GROUPS.flatMap((group, g) =>
    controllers(world).map((host) => {
      const both = group === 'directory-services' || group === 'web-services';
      const up = host.row.operational === 'enabled';
      const state = !up ? 'disabled' : both || isActiveController(host) ? 'active' : 'standby';
      return {
        status: host.row.availability === 'degraded' ? 'degraded' : '',
        state,
        desired_state: state,
        name: 'controller',
        service_group_name: group,
        node_name: host.row.hostname,
        condition: '',
        uuid: rowUuid('servicegroup', host.row.id, g),
      };
    }),
  );
}
