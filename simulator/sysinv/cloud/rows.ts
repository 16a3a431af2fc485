/** Every row of the whole cloud, by the segment of its kind. */
import type { Host } from '../host';
import type { Row } from '../rows';
import { hasWorker, type SeedContext } from '../seed/context';
import * as networking from './networking';
import * as settings from './settings';
import * as software from './software';
import { storageRows } from './storage/backends';
import { controllerFs } from './storage/filesystems';
import { ptpInstances, ptpInterfaces, ptpParameters } from './timing';

export function cloudRows(context: SeedContext, hosts: readonly Host[]): Map<string, Row[]> {
  const instances = ptpInstances(context);
  const interfaces = ptpInterfaces(context, instances);
  const firstWorker = hosts.find((host) => hasWorker(host));
  const device = software.deviceRows(context, firstWorker?.row.id ?? 1);
  return new Map<string, Row[]>([
    ['iuser', settings.iuser(context)],
    ['idns', settings.idns(context)],
    ['intp', settings.intp(context)],
    ['ptp', settings.ptp(context)],
    ['iextoam', settings.iextoam(context)],
    ['drbdconfig', settings.drbdconfig(context)],
    ['remotelogging', settings.remotelogging(context)],
    ['service_parameter', settings.serviceParameter(context)],
    ['controller_fs', controllerFs(context)],
    ...storageRows(context, hosts),
    ['addrpools', networking.addrpools(context)],
    ['addresses', networking.floatingAddresses(context)],
    ['networks', networking.networks(context)],
    ['network_addresspools', networking.networkAddresspools(context)],
    ['datanetworks', networking.datanetworks(context)],
    ['ptp_instances', instances],
    ['ptp_interfaces', interfaces],
    ['ptp_parameters', ptpParameters(context, [...instances, ...interfaces])],
    ['certificate', software.certificates(context)],
    ['device_images', software.deviceImages(context)],
    ['device_labels', device.labels],
    ['device_image_state', device.states],
  ]);
}
