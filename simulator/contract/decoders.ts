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
import { decodeHostInterfaces } from '@/lib/stx/sysinv/host-interfaces';
import { decodeHosts } from '@/lib/stx/sysinv/hosts';
import { decodeLldpNeighbours } from '@/lib/stx/sysinv/lldp-neighbours';
import { decodeNtpServers } from '@/lib/stx/sysinv/ntp';
import { decodeLegacyPtp } from '@/lib/stx/sysinv/ptp-config';
import { decodePtpInstances } from '@/lib/stx/sysinv/ptp-instances';
import { decodePtpInterfaces } from '@/lib/stx/sysinv/ptp-interfaces';
import { decodeCloudInterfaces, decodeCloudPorts } from '@/lib/stx/sysinv/ptp-links';
import { decodePtpParameters } from '@/lib/stx/sysinv/ptp-parameters';
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
  'sysinv/ptp_interfaces': decodePtpInterfaces,
  'sysinv/ptp_parameters': decodePtpParameters,
  'sysinv/lldp_neighbours': decodeLldpNeighbours,
  // Read in two ways: of all hosts for their cabling, of one host to choose from.
  'sysinv/iinterfaces': (rows) => ({
    unreadable: [...decodeCloudInterfaces(rows).unreadable, ...decodeHostInterfaces(rows).unreadable],
  }),
  'sysinv/ports': decodeCloudPorts,
  'fm/alarms': decodeAlarms,
  'fm/event_log': decodeEvents,
  'fm/event_suppression': decodeAlarmTypes,
};

/** Collections whose rows come under another key than their path. */
const KEYS: Record<string, string> = { intp: 'intps', ptp: 'ptps' };

/** Why the console cannot read a body, or undefined. Bodies of collections that it does not read pass. */
export function unreadable(service: string, path: string, body: Json): string | undefined {
  if (service === 'ptp-notification') return unreadableState(path, body);
  const [, , collection = '', id, below] = path.split('?')[0]?.split('/') ?? [];
  const decode = DECODERS[`${service}/${collection}`];
  if (!decode || below || body === null || typeof body !== 'object' || Array.isArray(body)) return undefined;
  const list = body[KEYS[collection] ?? collection];
  const rows = Array.isArray(list) ? list : id && id !== 'detail' && 'uuid' in body ? [body] : [];
  const [first] = decode(rows).unreadable;
  return first ? `the console cannot read ${first.name ?? first.id ?? 'a row'}: ${first.why}` : undefined;
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
