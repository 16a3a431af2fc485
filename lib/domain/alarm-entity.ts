/**
 * What an alarm concerns, read from its entity instance id. Forms: fault/fm-doc/fm_doc/events.yaml and what the
 * services really send; the list of both is in the test. An unknown form stays readable as it is.
 */
import { parseEntity } from './alarm';
import { applicationHref, KUBERNETES_HREF } from './application/application-href';
import { type RowKind, storageHref } from './storage/storage-href';

export type EntityPart = {
  /** `Host`, `PTP instance`; empty for text of an unknown form. */
  label: string;
  /** What a person reads. */
  text: string;
  /** Where the console shows it; null while it has no room for such things. */
  href: string | null;
};

/** Where the rooms of the console are. A new room is added here, and every alarm links to it. */
const ROOMS: Partial<Record<string, (name: string) => string | null>> = {
  host: (name) => `/hosts/${encodeURIComponent(name)}`,
  cluster: () => '/storage',
  storage_backend: () => '/storage',
  k8s_application: applicationHref,
  kubernetes: () => KUBERNETES_HREF,
  // Strategies of the VIM: kube-upgrade, kube-rootca-update, sw-deploy and others.
  orchestration: (name) => (name.startsWith('kube-') ? KUBERNETES_HREF : null),
};

/** What the Storage tab of a host opens by the value of a part: alarm 100.104 names mount directories and volume groups. */
const STORED: Partial<Record<string, RowKind>> = { filesystem: 'fs', volumegroup: 'vg' };

/** The words for a key; what is not listed is written from the key itself: `server-group` is "Server group". */
const LABELS: Record<string, string> = {
  agent: 'Agent',
  'bgp-peer': 'BGP peer',
  cluster: 'Storage cluster',
  controllerfs: 'Controller filesystem',
  device_path: 'Device',
  fs_name: 'Filesystem',
  'gnss-monitor': 'PTP instance',
  k8s_application: 'Application',
  kubernetes: 'Kubernetes',
  itenant: 'Tenant',
  ml2driver: 'ML2 driver',
  name: 'Name',
  ntp: 'NTP server',
  numa: 'NUMA node',
  'openflow-controller': 'OpenFlow controller',
  'openflow-network': 'OpenFlow network',
  peergroup: 'Replication group',
  'sdn-controller': 'SDN controller',
  providernet: 'Data network',
  unsupported: 'Unsupported',
  uuid: 'UUID',
  volumegroup: 'Volume group',
};

const fromKey = (key: string): string => {
  const words = key.replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Not a host: maintenance raises alarms of the whole system on it (mtce, backup: 210.001, 400.003 and others). */
const SYSTEM_HOST = 'controller';

type Part = { key: string; value: string };

/** Keys whose meaning hangs on their neighbours. */
function labelOf({ key, value }: Part, index: number, all: readonly Part[]): string {
  const has = (name: string) => all.some((part) => part.key === name);
  if (key === 'instance')
    return has('tenant') || has('itenant') || has('image') ? 'Instance' : 'PTP instance';
  // The first names the instance, the last says what is wrong with it.
  if (key === 'phc2sys')
    return all.findIndex((part) => part.key === key) === index ? 'PTP instance' : 'Condition';
  if (key === 'ptp') return has('unsupported') ? 'Interface' : value === '' ? 'Clock' : 'Condition';
  if (key === 'ntp' && value === '') return 'Clock';
  if (key === 'mode' && all[0]?.value === 'system.certificate') return 'Certificate';
  return LABELS[key] ?? fromKey(key);
}

const CLOCKS: Record<string, string> = { ntp: 'NTP', ptp: 'PTP' };

/**
 * The parts of an entity instance id in its order, with words and links. FM swaps the name of a port for its uuid
 * (fm-rest-api controllers/v1/alarm.py): that is what a port's part says.
 * @param isHost whether the inventory has a host of that name; without it every name is taken for one
 */
export function entityParts(entity: string, isHost: (name: string) => boolean = () => true): EntityPart[] {
  return parseEntity(entity).map((part, index, all): EntityPart => {
    const { key, value } = part;
    if (key === '') return systemPart(value);
    if (key === 'host' && value === SYSTEM_HOST) return { label: 'Host', text: value, href: null };
    const known = key !== 'host' || isHost(value);
    return {
      label: labelOf(part, index, all),
      text: value === '' ? (CLOCKS[key] ?? '') : value,
      href: value !== '' && known ? (ROOMS[key]?.(value) ?? storedHref(part, all, isHost)) : null,
    };
  });
}

function storedHref(
  { key, value }: Part,
  all: readonly Part[],
  isHost: (name: string) => boolean,
): string | null {
  const kind = STORED[key];
  const host = all.find((part) => part.key === 'host')?.value;
  return kind && host && host !== SYSTEM_HOST && isHost(host)
    ? storageHref(host, { kind, what: value })
    : null;
}

/** The certificate that everything in Kubernetes trusts. */
const ROOT_CA = 'k8sRootCA';

/** `system.certificate` and `system.certificate.k8sRootCA`; any other bare text as it is. */
function systemPart(text: string): EntityPart {
  const certificate = /^system\.certificate(?:\.(.+))?$/.exec(text);
  if (!certificate) return { label: '', text, href: null };
  return {
    label: certificate[1] ? 'Certificate' : 'System',
    text: certificate[1] ?? 'certificate',
    href: certificate[1] === ROOT_CA ? KUBERNETES_HREF : null,
  };
}

/** Which part stands for the whole in a narrow column, best first. */
const LEADING = [
  ...['host', 'subcloud', 'k8s_application', 'certificate', 'secret', 'storage_backend', 'service_group'],
  ...['peer_group', 'tenant', 'itenant', 'image', 'fs_name', 'name', 'providernet', 'peer'],
];
/** Kinds that are one for the whole cloud: their value says what is wrong, not on what. */
const WHOLE: Record<string, string> = {
  kubernetes: 'Kubernetes',
  orchestration: 'Orchestration',
  cluster: 'Storage cluster',
  subsystem: 'System',
};

/** The shortest true name of what an alarm stands on: `worker-3`, `cert-manager`, `System`. */
export function entityPlace(entity: string): string {
  const parts = parseEntity(entity);
  for (const key of LEADING) {
    const value = parts.find((part) => part.key === key)?.value;
    if (value) return value === SYSTEM_HOST && key === 'host' ? 'System' : value;
  }
  const first = parts[0];
  if (!first) return entity;
  if (first.key === '' && /^system\b/.test(first.value)) return 'System';
  return WHOLE[first.key] ?? (first.value || entity);
}
