/** Every collection of the whole cloud, with its irregularities, as recorded. */
import { type Broken, type Kind, no, TIMES } from './kinds';

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
  {
    segment: 'kube_upgrade',
    key: 'kube_upgrades',
    missing: no('Kubernetes Upgrade with id {id} not found'),
  },
  {
    segment: 'kube_rootca_update',
    key: 'kube_rootca_updates',
    missing: no('Kubernetes RootCA Update with id {id} not found'),
  },
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
