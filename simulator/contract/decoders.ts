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
import { decodeHostInterfaces } from '@/lib/stx/sysinv/host-interfaces';
import { decodeHosts } from '@/lib/stx/sysinv/hosts';
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
  'sysinv/isystems': decodeSystems,
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
  'fm/alarms': decodeAlarms,
  'fm/event_log': decodeEvents,
  'fm/event_suppression': decodeAlarmTypes,
};

/** Collections whose rows come under another key than their path. */
const KEYS: Record<string, string> = {
  helm_charts: 'charts',
  intp: 'intps',
  ptp: 'ptps',
  storage_backend: 'storage_backends',
};

/** Why the console cannot read a body, or undefined. Bodies of collections that it does not read pass. */
export function unreadable(service: string, path: string, body: Json): string | undefined {
  if (service === 'ptp-notification') return unreadableState(path, body);
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
