/** What is configured of the whole cloud, and what of it a single host refers to. */
import 'server-only';
import type { CloudSource, HostContext, Said } from '@/lib/domain/declarative/source';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from '../../connection';
import { decodeAssignments, decodeDataNetworks, decodeNetworks, decodePools } from '../network/cloud-rows';
import { decodeNtpServers } from '../ntp';
import { decodeLegacyPtp } from '../ptp-config';
import { decodePtpInstances } from '../ptp-instances';
import { decodePtpInterfaces } from '../ptp-interfaces';
import type { Decode } from '../read-rows';
import { decodeBackends, decodeClusters, decodeMonitors, decodeTiers } from '../storage/backends';
import { decodeControllerFs } from '../storage/filesystems';
import { decodeSystems } from '../systems';
import { saidOf } from './host-lists';
import { decodeDns, decodeDrbd, decodeSystemSettings } from './rows';

const lister =
  (connection: Connection) =>
  async <T>(path: string, decode: Decode<T>, key = path): Promise<Said<T>> =>
    saidOf(await collect(connection, `/${path}`, key), decode);

/** Six requests. */
export async function readHostContext(connection: Connection): Promise<HostContext> {
  const list = lister(connection);
  const [pools, monitors, clusters, tiers, ptpInstances, ptpInterfaces] = await Promise.all([
    list('addrpools', decodePools),
    list('ceph_mon', decodeMonitors),
    list('clusters', decodeClusters),
    list('storage_tiers', decodeTiers),
    list('ptp_instances', decodePtpInstances),
    list('ptp_interfaces', decodePtpInterfaces),
  ]);
  return { pools, monitors, clusters, tiers, ptpInstances, ptpInterfaces };
}

/** Sixteen requests, however many hosts there are. */
export async function readCloud(connection: Connection): Promise<Result<CloudSource>> {
  const list = lister(connection);
  const [context, systems, networks, assignments, dataNetworks, ...rest] = await Promise.all([
    readHostContext(connection),
    collect(connection, '/isystems', 'isystems'),
    list('networks', decodeNetworks),
    list('network_addresspools', decodeAssignments),
    list('datanetworks', decodeDataNetworks),
    list('idns', decodeDns, 'idnss'),
    list('intp', decodeNtpServers, 'intps'),
    list('ptp', decodeLegacyPtp, 'ptps'),
    list('drbdconfig', decodeDrbd, 'drbdconfigs'),
    list('storage_backend', decodeBackends, 'storage_backends'),
    list('controller_fs', decodeControllerFs),
  ]);
  if (!systems.ok) return systems;
  const system = decodeSystems(systems.data).rows[0];
  const [settings] = decodeSystemSettings(systems.data).rows;
  if (!system) {
    const message = 'sysinv names no system.';
    return fail({ kind: 'unreadable', service: 'sysinv', requestId: connection.requestId, message });
  }
  const [dns, ntp, ptp, drbdLinkUtilization, backends, controllerFilesystems] = rest;
  return ok({
    ...context,
    system: { ...system, ...(settings ?? { latitude: null, longitude: null }) },
    ...{ networks, assignments, dataNetworks, dns, drbdLinkUtilization, backends, controllerFilesystems },
    ntp: 'rows' in ntp ? { rows: ntp.rows.flatMap(({ servers }) => servers), odd: ntp.odd } : ntp,
    ptp:
      'rows' in ptp
        ? {
            rows: ptp.rows.map(({ mode, transport, mechanism }) => ({ mode, transport, mechanism })),
            odd: ptp.odd,
          }
        : ptp,
  });
}
