/**
 * Which readings a write makes outdated, by the beginning of a view's name: `host` stands for `hosts`, `hostStorage` and the
 * like too. Whoever looks at one of them gets it anew with the next poll.
 */
import 'server-only';
import { forgetEvents } from './events';
import { sharedReads } from './platform';

/** Readings that a change to hosts makes outdated. */
export function invalidateHosts(): void {
  sharedReads().invalidate(['host', 'alarms', 'events']);
}

/** Readings that a change to PTP, NTP or what a host follows makes outdated. */
export function invalidateClocks(): void {
  sharedReads().invalidate(['ptpConfig', 'ptpLinks', 'ntpServers', 'host', 'alarms']);
}

/** What is told of networks and who uses them. */
const NETWORK_USE = [
  'cloudNetworks',
  'networkPlaces',
  'poolAddresses',
  'interfaceChoices',
  'topology',
  'cloudFact',
];

/** Readings that a change to networks, address pools or data networks makes outdated. */
export function invalidateNetworks(): void {
  sharedReads().invalidate([...NETWORK_USE, 'hostNetwork']);
}

/** Readings that a change to the network of a host makes outdated: its parts, and what PTP and preflights make of them. */
export function invalidateHostNetwork(): void {
  sharedReads().invalidate([...NETWORK_USE, 'host', 'ptpConfig', 'ptpLinks', 'alarms']);
}

/** Readings that acting on an application makes outdated: preflights look at it too. */
export function invalidateApplications(): void {
  sharedReads().invalidate(['application', 'chartValues', 'cloudFact', 'alarms']);
}

/** Readings that a change to the registry makes outdated: collecting its garbage configures a controller anew. */
export function invalidateRegistry(): void {
  sharedReads().invalidate(['registry', 'host', 'alarms']);
}

/** Readings that a change to Kubernetes makes outdated: hosts are followed too, and preflights look at it. */
export function invalidateKubernetes(): void {
  sharedReads().invalidate(['kube', 'health', 'applications', 'host', 'cloudFact', 'alarms', 'events']);
}

/** Readings that a change to the storage of a host or of the cloud makes outdated: preflights look at both. */
export function invalidateStorage(): void {
  sharedReads().invalidate(['hostStorage', 'cloudStorage', 'hostFilesystems', 'host', 'cloudFact', 'alarms']);
}

/** Readings that a change to the labels of a host makes outdated. */
export function invalidateLabels(): void {
  sharedReads().invalidate(['hostLabels', 'hosts', 'alarms']);
}

/** Readings that a change to devices or their images makes outdated: what is said of a host with them. */
export function invalidateDevices(): void {
  sharedReads().invalidate(['hostDevices', 'deviceImages', 'host', 'alarms', 'events']);
}

/** Readings that hiding a type of alarm, or showing it again, makes outdated. */
export function invalidateSuppressions(): void {
  forgetEvents();
  sharedReads().invalidate(['alarms', 'event', 'timingEvents', 'suppressions']);
}
