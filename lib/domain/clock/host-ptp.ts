/** The PTP configuration as it concerns one host: its instances, and the ports they run on. */
import type { Unknown } from '../host';
import {
  type PtpConfig,
  type PtpInstance,
  type PtpInterface,
  type PtpPort,
  pairValue,
  parameterOf,
} from './ptp-config';

/** server: it only gives time; client: it only takes it; either: the best-master algorithm decides. */
export type PortDirection = 'server' | 'client' | 'either';

/** A PTP interface of an instance on an interface of the host. */
export type PtpMember = {
  instance: PtpInstance;
  ptpInterface: PtpInterface;
  /** sysinv's name of the interface. */
  interface: string;
  /** Ports below it; empty when they could not be read. */
  ports: readonly PtpPort[];
  direction: PortDirection;
};

export type HostPtp = { instances: readonly PtpInstance[]; members: readonly PtpMember[] };

export const NO_PTP: HostPtp = { instances: [], members: [] };

const isOn = (value: string | undefined): boolean => value === '1';

/**
 * Which way time goes through a port. linuxptp: `clientOnly` (older: `slaveOnly`) holds for the whole instance,
 * `serverOnly` (older: `masterOnly`) for a port, and in the global section for all ports that do not say otherwise.
 */
export function portDirection(instance: PtpInstance, ptpInterface: PtpInterface): PortDirection {
  if (isOn(parameterOf(instance, 'clientOnly')) || isOn(parameterOf(instance, 'slaveOnly'))) return 'client';
  const own = pairValue(ptpInterface.pairs, 'serverOnly') ?? pairValue(ptpInterface.pairs, 'masterOnly');
  const serverOnly = own ?? parameterOf(instance, 'serverOnly') ?? parameterOf(instance, 'masterOnly');
  return isOn(serverOnly) ? 'server' : 'either';
}

/**
 * The configuration by hostname. A PTP interface counts on a host when its instance is assigned there too: without
 * that the platform does not run it.
 */
export function ptpByHost(
  config: PtpConfig,
  ports: readonly PtpPort[],
  hosts: readonly { id: string; hostname: Unknown<string> }[],
): Map<string, HostPtp> {
  const nameOf = new Map(hosts.map(({ id, hostname }) => [id, hostname]));
  const portsAt = new Map<string, PtpPort[]>();
  for (const port of ports) append(portsAt, place(nameOf.get(port.hostId) ?? '', port.interface), port);

  const byHost = new Map<string, { instances: PtpInstance[]; members: PtpMember[] }>();
  const of = (host: string) => {
    const known = byHost.get(host) ?? { instances: [], members: [] };
    byHost.set(host, known);
    return known;
  };
  const instances = new Map<string, { instance: PtpInstance; hosts: ReadonlySet<string> }>();
  for (const instance of config.instances) {
    instances.set(instance.id, { instance, hosts: new Set(instance.hosts) });
    for (const host of instance.hosts) of(host).instances.push(instance);
  }
  for (const ptpInterface of config.interfaces) {
    const owner = instances.get(ptpInterface.instanceId ?? '');
    if (!owner) continue;
    const direction = portDirection(owner.instance, ptpInterface);
    for (const { host, interface: name } of ptpInterface.members) {
      if (!owner.hosts.has(host)) continue;
      of(host).members.push({
        ...{ instance: owner.instance, ptpInterface, interface: name, direction },
        ports: portsAt.get(place(host, name)) ?? [],
      });
    }
  }
  return byHost;
}

const place = (host: string, name: string): string => `${host}/${name}`;

/** Appends to the list of a key. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export const instancesOf = ({ instances }: HostPtp, service: string): PtpInstance[] =>
  instances.filter((instance) => instance.service === service);

export const membersOf = ({ members }: HostPtp, service: string): PtpMember[] =>
  members.filter(({ instance }) => instance.service === service);

/** Satellite receivers that the configuration names, e.g. `/dev/gnss0`; `null` in it for one without a name. */
export function receivers(ptp: HostPtp): readonly (string | null)[] {
  const found = new Set<string | null>();
  for (const instance of instancesOf(ptp, 'ts2phc')) {
    const device = parameterOf(instance, 'ts2phc.nmea_serialport');
    if (device) found.add(device);
    else if (/-s\s+nmea\b/.test(parameterOf(instance, 'cmdline_opts') ?? '')) found.add(null);
  }
  for (const instance of instancesOf(ptp, 'gnss-monitor')) {
    const devices = (parameterOf(instance, 'devices') ?? '').split(/[\s,]+/).filter(Boolean);
    for (const device of devices) found.add(device);
    if (devices.length === 0) found.add(null);
  }
  if (found.size > 1) found.delete(null);
  return [...found];
}

/** Drivers of network cards that a hypervisor makes up. */
const VIRTUAL_DRIVERS: readonly string[] = [
  'virtio_net',
  'virtio-pci',
  'vmxnet3',
  'hv_netvsc',
  'xen-netfront',
];

/**
 * Does a host look virtual? The platform does not say; its monitoring asks facter on the host itself and then raises no
 * alarm about PTP (collectd ptp.py). A card of a hypervisor under PTP is what can be seen from here.
 */
export function looksVirtual({ members }: HostPtp): string | null {
  const drivers = members.flatMap(({ ports }) => ports.map(({ driver }) => driver));
  const [first] = drivers;
  return first && drivers.every((driver) => driver !== null && VIRTUAL_DRIVERS.includes(driver))
    ? first
    : null;
}
