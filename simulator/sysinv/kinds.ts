/**
 * Every collection, with its irregularities: the key of the list is not always the name in the URL, some columns
 * show only in an item, and some listings of the real API are broken. All of it as recorded.
 */

import { addresses, interfaceDatanetworks, interfaceNetworks, routes } from './seed/addressing';
import type { Seeder } from './seed/context';
import { kubeHostUpgrades, labels, pciDevices } from './seed/devices';
import { iinterfaces } from './seed/interfaces';
import { lldpAgents, lldpNeighbours } from './seed/lldp';
import { ethernetPorts, ports } from './seed/ports';
import { icpus, imemorys, inodes } from './seed/processors';
import { isensorgroups, isensors } from './seed/sensors';
import { idisks, partitions } from './seed/storage/disks';
import { hostFs } from './seed/storage/filesystems';
import { ilvgs, ipvs } from './seed/storage/groups';
import { cephMon, istors } from './seed/storage/stors';

/** How the listing over all hosts (or `/detail`) answers where it does not answer rows. */
export type Broken = { status: number; faultstring: string };

export type Kind = {
  /** The name in the URL. */
  segment: string;
  /** The key of the list; the name in the URL unless it differs. */
  key?: string;
  /** The name in the rows' links; no links at all when null. */
  links?: string | null;
  /** Columns that only an item (and a /detail row) has. */
  itemOnly?: readonly string[];
  /** Columns that the wire never shows; they say whose row it is. */
  hidden?: readonly string[];
  /** The column that a list is sorted by unless it is told otherwise; the id without it. */
  sortKey?: string;
  /** Collections below a row that every row links to. */
  below?: readonly string[];
  /** The same, for items only. */
  itemBelow?: readonly string[];
  /** `/detail` answers items, or this. Without it the word is taken for an id. */
  detail?: 'items' | Broken;
  /** How the listing over all hosts fails. */
  everywhere?: Broken | 'empty';
  /** What an unknown id gets; `{id}` stands for it. Default: 404 "Server {id} could not be found." */
  missing?: Broken;
  /** A first argument of the wrong form is refused with this name of it; see err-095. */
  uuidName?: string;
};

export type HostKind = Kind & { seed: Seeder };

const TIMES = ['created_at', 'updated_at'];
const COMPARE: Broken = {
  status: 500,
  faultstring: "'<' not supported between instances of 'str' and 'int'",
};
const NO_LABEL_LIST: Broken = {
  status: 500,
  faultstring: "'Connection' object has no attribute 'label_get_list'",
};
const NO_SENSOR_GROUPS: Broken = {
  status: 500,
  faultstring: '(psycopg2.errors.UndefinedTable) missing FROM-clause entry for table "i_sensorgroups_analog"',
};
const no = (faultstring: string, status = 404): Broken => ({ status, faultstring });

/** Kinds whose rows belong to a host: `/v1/ihosts/<id>/<segment>` and, mostly, `/v1/<segment>` over all hosts. */
export const HOST_KINDS: readonly HostKind[] = [
  {
    segment: 'inodes',
    seed: inodes,
    itemOnly: TIMES,
    hidden: ['ihost_uuid'],
    itemBelow: ['icpus', 'imemorys', 'ports'],
    detail: 'items',
  },
  {
    segment: 'icpus',
    seed: icpus,
    itemOnly: [
      'cpulist',
      'function',
      'num_cores_on_processor0',
      'num_cores_on_processor1',
      'num_cores_on_processor2',
      'num_cores_on_processor3',
    ],
    detail: COMPARE,
  },
  { segment: 'imemorys', seed: imemorys, detail: COMPARE },
  {
    segment: 'iinterfaces',
    seed: iinterfaces,
    itemOnly: ['ifcapabilities'],
    itemBelow: ['ports'],
    detail: 'items',
    everywhere: 'empty',
    missing: no('No entry found for interface {id}', 400),
    uuidName: 'interface_uuid',
  },
  { segment: 'ports', seed: ports, below: ['lldp_agents', 'lldp_neighbours'], detail: COMPARE },
  { segment: 'ethernet_ports', seed: ethernetPorts, missing: no('Port {id} could not be found.') },
  { segment: 'istors', seed: istors, itemOnly: ['fortierid'], itemBelow: ['idisks'], detail: 'items' },
  { segment: 'idisks', seed: idisks, itemBelow: ['partitions'], detail: COMPARE },
  {
    segment: 'partitions',
    seed: partitions,
    detail: COMPARE,
    everywhere: 'empty',
    missing: no('No disk partition with id {id}'),
  },
  { segment: 'ceph_mon', seed: cephMon },
  {
    segment: 'ipvs',
    seed: ipvs,
    itemBelow: ['idisks', 'partitions'],
    detail: 'items',
    missing: no('No LVM Physical Volume with id {id}'),
  },
  {
    segment: 'ilvgs',
    seed: ilvgs,
    itemBelow: ['ipvs'],
    detail: 'items',
    missing: no('No LVM Local Volume Group with id {id}'),
  },
  { segment: 'host_fs', seed: hostFs, detail: 'items', missing: no('Host FS with id {id} not found') },
  {
    segment: 'addresses',
    seed: addresses,
    links: null,
    itemOnly: ['id', 'name', ...TIMES],
    missing: no('Address {id} could not be found.'),
  },
  {
    segment: 'routes',
    seed: routes,
    links: null,
    itemOnly: ['id', ...TIMES],
    missing: no('Route {id} could not be found.'),
  },
  {
    segment: 'isensors',
    seed: isensors,
    detail: no('Resource could not be found.'),
    missing: no('No entry found for interface {id}', 400),
  },
  {
    segment: 'isensorgroups',
    seed: isensorgroups,
    below: ['isensors'],
    detail: no('Resource could not be found.'),
    everywhere: NO_SENSOR_GROUPS,
    missing: no('No entry found for sensorgroup {id}', 400),
  },
  { segment: 'pci_devices', seed: pciDevices, detail: 'items' },
  { segment: 'lldp_agents', seed: lldpAgents, itemBelow: ['tlvs'], detail: 'items' },
  { segment: 'lldp_neighbours', seed: lldpNeighbours, itemBelow: ['tlvs'], detail: 'items' },
  {
    segment: 'labels',
    seed: labels,
    links: null,
    detail: NO_LABEL_LIST,
    everywhere: NO_LABEL_LIST,
    missing: no('No label entry found for {id}', 400),
  },
  {
    segment: 'interface_networks',
    seed: interfaceNetworks,
    links: null,
    itemOnly: TIMES,
    missing: no('Interface network {id} could not be found.'),
  },
  {
    segment: 'interface_datanetworks',
    seed: interfaceDatanetworks,
    links: null,
    itemOnly: TIMES,
    missing: no('Interface datanetwork {id} could not be found.'),
  },
  { segment: 'kube_host_upgrades', seed: kubeHostUpgrades, links: 'kube_host_upgrade', itemOnly: TIMES },
];

const SYSTEM_ONLY = ['action', 'forisystemid'];
const UNFOUND: Broken = { status: 404, faultstring: 'Resource could not be found.' };

/** Kinds of the whole cloud. Their rows are in `SysinvState.cloud`, by segment. */
export const CLOUD_KINDS: readonly Kind[] = [
  { segment: 'iuser', key: 'iusers', links: 'iusers', itemOnly: SYSTEM_ONLY, detail: UNFOUND },
  { segment: 'idns', key: 'idnss', links: 'idnss', itemOnly: SYSTEM_ONLY, detail: UNFOUND },
  {
    segment: 'intp',
    key: 'intps',
    links: 'intps',
    itemOnly: SYSTEM_ONLY,
    detail: UNFOUND,
    missing: no('No NTP with id {id} found.'),
  },
  { segment: 'ptp', key: 'ptps', links: 'ptps', detail: UNFOUND },
  { segment: 'iextoam', key: 'iextoams', links: 'iextoams', itemOnly: SYSTEM_ONLY, detail: UNFOUND },
  { segment: 'drbdconfig', key: 'drbdconfigs', links: 'drbdconfigs', itemOnly: SYSTEM_ONLY, detail: UNFOUND },
  {
    segment: 'remotelogging',
    key: 'remoteloggings',
    links: 'remoteloggings',
    itemOnly: ['action'],
    detail: UNFOUND,
  },
  {
    segment: 'service_parameter',
    key: 'parameters',
    links: 'parameters',
    itemOnly: TIMES,
    missing: no('No service parameter entry found for {id}', 400),
  },
  {
    segment: 'controller_fs',
    itemOnly: SYSTEM_ONLY,
    detail: 'items',
    missing: no('No ControllerFS with name {id} found.'),
  },
  {
    segment: 'storage_backend',
    key: 'storage_backends',
    links: 'storage_backends',
    itemOnly: ['confirmed', 'forisystemid'],
    detail: { status: 400, faultstring: 'detail not implemented.' },
    uuidName: 'storage_backend_uuid',
  },
  {
    segment: 'storage_ceph',
    itemOnly: ['confirmed'],
    uuidName: 'storage_ceph_uuid',
    missing: no('No entry found for storage backend {id}', 400),
  },
  ...['storage_lvm', 'storage_file', 'storage_external', 'storage_ceph_external', 'storage_ceph_rook'].map(
    (segment): Kind => ({
      segment,
      itemOnly: ['confirmed', 'forisystemid', 'deployment', 'failure_domain'],
      uuidName: `${segment}_uuid`,
      missing: no('No entry found for storage backend {id}', 400),
    }),
  ),
  { segment: 'sdn_controller', key: 'sdn_controllers' },
  { segment: 'kube_upgrade', key: 'kube_upgrades' },
  { segment: 'kube_rootca_update', key: 'kube_rootca_updates' },
  { segment: 'storage_tiers', hidden: ['id'], itemBelow: ['istors'] },
  {
    segment: 'clusters',
    itemOnly: ['id', 'peers', 'tiers', ...TIMES],
    itemBelow: ['storage_tiers'],
    missing: no('Cluster {id} not found'),
  },
  {
    segment: 'addrpools',
    links: null,
    itemOnly: ['id', ...TIMES],
    missing: no('Address pool {id} not found'),
  },
  { segment: 'networks', links: null, itemOnly: TIMES, missing: no('Network {id} could not be found.') },
  {
    segment: 'network_addresspools',
    links: null,
    itemOnly: TIMES,
    missing: no('Network addrpool {id} could not be found.'),
  },
  {
    segment: 'datanetworks',
    links: null,
    itemOnly: TIMES,
    missing: no('DataNetwork {id} could not be found.'),
  },
  {
    segment: 'ptp_instances',
    links: null,
    sortKey: 'name',
    missing: no('No PTP instance with id {id} found.'),
  },
  { segment: 'ptp_interfaces', links: null, missing: no('No PTP interface with id {id} found.') },
  {
    segment: 'ptp_parameters',
    links: null,
    sortKey: 'name',
    itemOnly: ['id'],
    missing: no('No PTP parameter with id {id} found.'),
  },
  {
    segment: 'certificate',
    key: 'certificates',
    links: null,
    hidden: TIMES,
    missing: no('No certificate found for {id}', 400),
  },
  {
    segment: 'device_images',
    links: null,
    itemOnly: TIMES,
    missing: no('Device image {id} could not be found.'),
  },
  { segment: 'device_image_state', links: null, itemOnly: ['created_at'] },
  { segment: 'device_labels', links: null, itemOnly: ['id', ...TIMES] },
];
