/**
 * The one place where the simulator's side meets the console's: every 200 body, recorded or simulated, must be
 * readable to the console.
 */
import type { UnreadableRow } from '@/lib/domain/host';
import { decodeAlarms } from '@/lib/stx/fm/alarms';
import { decodeEvents } from '@/lib/stx/fm/events';
import { decodeAlarmTypes } from '@/lib/stx/fm/suppression';
import { decodeStates, decodeV1State } from '@/lib/stx/ptp-notification/current-state';
import { decodeSubscriptions } from '@/lib/stx/ptp-notification/subscriptions';
import { decodeApplications } from '@/lib/stx/sysinv/applications/applications';
import { decodeCharts } from '@/lib/stx/sysinv/applications/charts';
import {
  decodeDns,
  decodeDrbd,
  decodeMemoryPlans,
  decodeSystemSettings,
} from '@/lib/stx/sysinv/configuration/rows';
import {
  decodeDeviceImages,
  decodeDeviceLabels,
  decodeImageStates,
} from '@/lib/stx/sysinv/devices/device-images';
import { decodeHostInterfaces } from '@/lib/stx/sysinv/host-interfaces';
import { decodePart, devices, labels } from '@/lib/stx/sysinv/host-parts';
import { decodeHosts } from '@/lib/stx/sysinv/hosts';
import { decodeBulkAnswer, decodeBulkFile } from '@/lib/stx/sysinv/hosts-bulk';
import { decodeClusters as decodeKubeClusters } from '@/lib/stx/sysinv/kubernetes/cluster';
import {
  decodeHosts as decodeKubeHosts,
  decodeRootca,
  decodeUpgrades,
  decodeVersions,
} from '@/lib/stx/sysinv/kubernetes/rows';
import { decodeLldpNeighbours } from '@/lib/stx/sysinv/lldp-neighbours';
import { decodeAddresses, decodeRoutes } from '@/lib/stx/sysinv/network/addresses';
import {
  decodeDataUses,
  decodeInterfaces,
  decodeNetworkUses,
  decodeTimingUses,
} from '@/lib/stx/sysinv/network/interfaces';
import { decodeAgents, decodeNeighbours } from '@/lib/stx/sysinv/network/lldp';
import { decodePorts } from '@/lib/stx/sysinv/network/ports';
import { decodeNtpServers } from '@/lib/stx/sysinv/ntp';
import { decodeLegacyPtp } from '@/lib/stx/sysinv/ptp-config';
import { decodePtpInstances } from '@/lib/stx/sysinv/ptp-instances';
import { decodePtpInterfaces } from '@/lib/stx/sysinv/ptp-interfaces';
import { decodeCloudInterfaces, decodeCloudPorts } from '@/lib/stx/sysinv/ptp-links';
import { decodePtpParameters } from '@/lib/stx/sysinv/ptp-parameters';
import { decodeImages } from '@/lib/stx/sysinv/registry';
import { decodeSensorGroups, decodeSensors } from '@/lib/stx/sysinv/sensors';
import {
  decodeBackends,
  decodeCephBackends,
  decodeClusters,
  decodeMonitors,
  decodeTiers,
} from '@/lib/stx/sysinv/storage/backends';
import { decodeDisks } from '@/lib/stx/sysinv/storage/disks';
import { decodeControllerFs, decodeHostFs } from '@/lib/stx/sysinv/storage/filesystems';
import { decodePartitions } from '@/lib/stx/sysinv/storage/partitions';
import { decodeStorageFunctions } from '@/lib/stx/sysinv/storage/storage-functions';
import { decodePhysicalVolumes, decodeVolumeGroups } from '@/lib/stx/sysinv/storage/volumes';
import { decodeSystems } from '@/lib/stx/sysinv/systems';
import type { Json } from '../kernel/json';

type Decoder = (rows: readonly unknown[]) => { unreadable: UnreadableRow[] };

/** By service and collection. */
const DECODERS: Record<string, Decoder> = {
  'sysinv/ihosts': decodeHosts,
  'sysinv/isystems': (rows) => ({
    unreadable: [...decodeSystems(rows).unreadable, ...decodeSystemSettings(rows).unreadable],
  }),
  'sysinv/idns': decodeDns,
  'sysinv/drbdconfig': decodeDrbd,
  'sysinv/imemorys': decodeMemoryPlans,
  'sysinv/intp': decodeNtpServers,
  'sysinv/ptp': decodeLegacyPtp,
  'sysinv/ptp_instances': decodePtpInstances,
  'sysinv/ptp_interfaces': (rows) => ({
    unreadable: [...decodePtpInterfaces(rows).unreadable, ...decodeTimingUses(rows).unreadable],
  }),
  'sysinv/ptp_parameters': decodePtpParameters,
  // Read in several ways: of all hosts for their cabling, of one host to choose from, of one host in full.
  'sysinv/lldp_neighbours': (rows) => ({
    unreadable: [...decodeLldpNeighbours(rows).unreadable, ...decodeNeighbours(rows).unreadable],
  }),
  'sysinv/iinterfaces': (rows) => ({
    unreadable: [decodeCloudInterfaces, decodeHostInterfaces, decodeInterfaces].flatMap(
      (decode) => decode(rows).unreadable,
    ),
  }),
  'sysinv/ports': decodeCloudPorts,
  'sysinv/ethernet_ports': decodePorts,
  'sysinv/lldp_agents': decodeAgents,
  'sysinv/addresses': decodeAddresses,
  'sysinv/routes': decodeRoutes,
  'sysinv/interface_networks': decodeNetworkUses,
  'sysinv/interface_datanetworks': decodeDataUses,
  'sysinv/apps': decodeApplications,
  'sysinv/helm_charts': decodeCharts,
  'sysinv/registry_image': decodeImages,
  'sysinv/kube_clusters': decodeKubeClusters,
  'sysinv/kube_versions': decodeVersions,
  'sysinv/kube_upgrade': decodeUpgrades,
  'sysinv/kube_host_upgrades': decodeKubeHosts,
  'sysinv/kube_rootca_update': decodeRootca,
  'sysinv/isensors': decodeSensors,
  'sysinv/isensorgroups': decodeSensorGroups,
  'sysinv/idisks': decodeDisks,
  'sysinv/partitions': decodePartitions,
  'sysinv/ipvs': decodePhysicalVolumes,
  'sysinv/ilvgs': decodeVolumeGroups,
  'sysinv/istors': decodeStorageFunctions,
  'sysinv/host_fs': decodeHostFs,
  'sysinv/controller_fs': decodeControllerFs,
  'sysinv/storage_backend': decodeBackends,
  'sysinv/storage_ceph': decodeCephBackends,
  'sysinv/storage_tiers': decodeTiers,
  'sysinv/clusters': decodeClusters,
  'sysinv/ceph_mon': decodeMonitors,
  'sysinv/labels': (rows) => decodePart(labels, rows),
  'sysinv/pci_devices': (rows) => decodePart(devices, rows),
  'sysinv/device_images': decodeDeviceImages,
  'sysinv/device_labels': decodeDeviceLabels,
  'sysinv/device_image_state': decodeImageStates,
  'fm/alarms': decodeAlarms,
  'fm/event_log': decodeEvents,
  'fm/event_suppression': decodeAlarmTypes,
};

/** Collections whose rows come under another key than their path. */
const KEYS: Record<string, string> = {
  drbdconfig: 'drbdconfigs',
  helm_charts: 'charts',
  idns: 'idnss',
  intp: 'intps',
  registry_image: 'registry_images',
  kube_rootca_update: 'kube_rootca_updates',
  kube_upgrade: 'kube_upgrades',
  ptp: 'ptps',
  storage_backend: 'storage_backends',
};

/** Why the console cannot read a body, or undefined. Bodies of collections that it does not read pass. */
export function unreadable(service: string, path: string, body: Json): string | undefined {
  if (service === 'ptp-notification') return unreadableState(path, body);
  if (service === 'sysinv' && path.startsWith('/v1/ihosts/bulk_')) return unreadableBulk(path, body);
  const [, , first = '', owner, below, item] = path.split('?')[0]?.split('/') ?? [];
  // A collection of one host has the rows of the collection of all hosts.
  const ofHost = first === 'ihosts' && below !== undefined;
  const [collection, id] = ofHost ? [below, item] : [first, owner];
  const decode = DECODERS[`${service}/${collection}`];
  if (!decode || (below && !ofHost) || body === null || typeof body !== 'object' || Array.isArray(body))
    return undefined;
  const list = body[KEYS[collection] ?? collection];
  const rows = Array.isArray(list) ? list : id && id !== 'detail' && 'uuid' in body ? [body] : [];
  const [odd] = decode(rows).unreadable;
  return odd ? `the console cannot read ${odd.name ?? odd.id ?? 'a row'}: ${odd.why}` : undefined;
}

/** Hosts in bulk: a file in a text, and two texts about one. */
function unreadableBulk(path: string, body: Json): string | undefined {
  const read = path.endsWith('bulk_export') ? decodeBulkFile(body) : decodeBulkAnswer(body);
  return read === null ? 'the console cannot read it' : undefined;
}

/** The O-Cloud notification API has states, alone or in lists, and lists of subscriptions. */
function unreadableState(path: string, body: Json): string | undefined {
  if (path.endsWith('/subscriptions')) {
    const all = Array.isArray(body) ? body.length : 0;
    return decodeSubscriptions(body).length < all ? 'the console cannot read a subscription' : undefined;
  }
  if (!path.endsWith('/CurrentState')) return undefined;
  const {
    said,
    unreadable: [odd],
  } = path.includes('/v1/') ? decodeV1State(body) : decodeStates(body);
  if (odd) return `the console cannot read ${odd.name ?? 'a state'}: ${odd.why}`;
  return said.length === 0 ? 'the console finds no state' : undefined;
}
