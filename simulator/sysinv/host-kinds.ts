/**
 * Every collection of hosts, with its irregularities: the key of the list is not always the name in the URL, some columns
 * show only in an item, and some listings of the real API are broken. All of it as recorded.
 */
import { type Broken, type HostKind, no, TIMES } from './kinds';
import { addresses, interfaceDatanetworks, interfaceNetworks, routes } from './seed/addressing';
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
  { segment: 'imemorys', seed: imemorys, hidden: ['node_memtotal_mib'], detail: COMPARE },
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
  {
    segment: 'kube_host_upgrades',
    seed: kubeHostUpgrades,
    links: 'kube_host_upgrade',
    itemOnly: TIMES,
    missing: no('Kubernetes Host Upgrade with id {id} not found'),
  },
];
