/** GET of what is not made of rows: version documents, services, what is routed for writing only. */
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import { fault } from '../../kernel/service';
import { serviceGroups, serviceNodes, serviceRows } from '../cloud/services';
import { httpError, refuse } from '../faults';
import type { RouteOn } from './collections';
import { ok } from './wire';

export function platformRoutes(on: RouteOn): void {
  on('GET', '/v1/services', (_call, { world }) => ok({ services: serviceRows(world) }));
  on('GET', '/v1/services/:name', (call, { world }) => byName(call, serviceRows(world), 'name'));
  on('GET', '/v1/servicenodes', (_call, { world }) => ok({ nodes: serviceNodes(world) }));
  on('GET', '/v1/servicenodes/:name', (call, { world }) => byName(call, serviceNodes(world), 'name'));
  on('GET', '/v1/servicegroup', (_call, { world }) => ok({ sm_servicegroup: serviceGroups(world) }));
  on('GET', '/v1/servicegroup/:name', (call, { world }) => byName(call, serviceGroups(world), 'uuid'));

  on('GET', '/v1/ceph_mon/ip_addresses', (_call, { world }) => {
    const address = (name: string) => world.sysinv.byName(name)?.row.mgmt_ip ?? null;
    const floating = world.sysinv.cloud('addrpools')[0]?.floating_address ?? null;
    return ok({
      'ceph-floating-mon-ip': floating,
      ...Object.fromEntries(
        world.sysinv.context.monitors.map((name, n) => [`ceph-mon-${n}-ip`, address(name)]),
      ),
    });
  });
  on('GET', '/v1/restore', () => ok('Restore procedure is not in progress'));
  on('GET', '/v1/upgrade', () => fault(500, 'This API is deprecated.'));
  on('GET', '/v1/upgrade/:id/in_upgrade', () => fault(500, 'This API is deprecated.'));
  for (const word of ['check_reinstall', 'get_upgrade_msg']) {
    on('GET', `/v1/upgrade/${word}`, () => ({
      status: 500,
      body: '',
      headers: { 'Content-Type': 'text/plain' },
    }));
  }
  // Routed for writing only: the router knows the path, and refuses to read it.
  for (const path of [
    '/v1/license',
    '/v1/kube_config_kubelet',
    '/v1/flux',
    '/v1/registry_image/:a/:b/:c',
    '/v1/ihosts/:id/vim',
  ]) {
    on('GET', path, () => httpError(405));
  }
}

function byName(call: Call, rows: { [key: string]: Json }[], column: string): Reply {
  const found = rows.find((row) => row[column] === call.params.name);
  return found ? ok(found) : refuse(404, `Server ${call.params.name} could not be found.`);
}

/** What the version document names: not the names in the URLs throughout (`inode`, `network_addrpools`). */
const NAMED =
  'isystems ihosts helm_charts inode icpu imemory iuser idns intp ptp ptp_instances ptp_interfaces ptp_parameters iextoam controller_fs storage_backend storage_lvm storage_file storage_external storage_ceph storage_ceph_external storage_ceph_rook ceph_mon drbdconfig addresses addrpools upgrade networks network_addrpools datanetworks interface_datanetworks interface_networks service_parameter clusters lldp_agents lldp_neighbours services servicenodes servicegroup health registry_image remotelogging sdn_controller license fernet_repo apps query_compatible_apps reorder_apps host_fs kube_clusters kube_versions kube_cmd_versions kube_upgrade kube_rootca_update kube_host_upgrades kube_config_kubelet device_images device_image_state device_labels restore evaluate_apps_reapply vim flux'.split(
    ' ',
  );

/** GET / and GET /v1: what there is, for anybody who asks with a token. */
export function versionRoutes(on: RouteOn): void {
  on('GET', '/', (call) =>
    ok({
      name: 'Titanium SysInv API',
      description: 'Simulated: the inventory and configuration API of one cloud.',
      versions: [{ id: 'v1', links: [{ href: `${call.origin}/v1/`, rel: 'self' }] }],
      default_version: { id: 'v1', links: [{ href: `${call.origin}/v1/`, rel: 'self' }] },
    }),
  );
  on('GET', '/v1', (call) => {
    const body: { [key: string]: Json } = {
      id: 'v1',
      media_types: [{ base: 'application/json', type: 'application/vnd.openstack.sysinv.v1+json' }],
      links: [
        { href: `${call.origin}/v1/`, rel: 'self' },
        {
          href: 'http://www.windriver.com/developer/sysinv/dev/api-spec-v1.html',
          rel: 'describedby',
          type: 'text/html',
        },
      ],
    };
    for (const name of NAMED) {
      body[name] = [
        { href: `${call.origin}/v1/${name}/`, rel: 'self' },
        { href: `${call.origin}/${name}/`, rel: 'bookmark' },
      ];
    }
    return ok(body);
  });
}
