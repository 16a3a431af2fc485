/**
 * What keeps a host's time, as its configuration says: PTP instances and interfaces, NTP servers. Read from the rows
 * that sysinv serves, so that what an operator configures is what fails. Services are those of sysinv
 * common/constants.py (ptp4l, phc2sys, ts2phc, clock, synce4l, gnss-monitor, dpll-mgr).
 */

import type { Host } from '../sysinv/host';
import type { Row } from '../sysinv/rows';
import { primary } from '../sysinv/seed/subnets';
import { hostKind } from '../sysinv/state';
import type { Cloud } from './cloud';
import { numberOf, type Parameters, parametersOf } from './parameters';

/** Per-instance monitoring parameters, with the platform's defaults. Nanoseconds and seconds. */
export type Limits = { minorNs: number; majorNs: number; holdoverS: number; lockedS: number };

export type PtpPort = {
  /** The port below the interface: what linuxptp and the alarms call it. */
  name: string;
  /** It only ever gives time (serverOnly, once masterOnly). */
  server: boolean;
};

export type Ptp4l = {
  instance: string;
  domain: number;
  ports: PtpPort[];
  clientOnly: boolean;
  limits: Limits;
};

/** One source of phc2sys: the interface whose clock it may follow, and the ptp4l instance behind that. */
export type HaSource = { interface: string; instance: string; priority: number };
export type Phc2sys = { instance: string; ha: boolean; sources: HaSource[] };
export type GnssMonitor = { instance: string; device: string; satellites: number; signalDb: number };

export type HostClocks = {
  host: string;
  sync: 'ptp' | 'ntp' | 'none';
  /** Since when it is up, epoch milliseconds; 0 while it is down. */
  upSince: number;
  ptp4l: Ptp4l[];
  phc2sys: Phc2sys | undefined;
  /** A satellite receiver's pulse disciplines the card: ts2phc with a serial port that speaks NMEA. */
  receiver: { instance: string; interface: string; device: string; limits: Limits } | undefined;
  monitor: GnssMonitor | undefined;
  dpll: { instance: string; limits: Limits } | undefined;
  synce: { instance: string; interface: string; holdoverS: number } | undefined;
  ntpServers: string[];
};

/** The rows, by host: looked up once for a thousand hosts. */
export class Configuration {
  private readonly instances = new Map<string, Row[]>();
  private readonly interfaces = new Map<string, Row[]>();
  private readonly known = new Map<string, HostClocks>();
  private giving: ReadonlySet<string> | undefined;

  constructor(private readonly world: Cloud) {
    index(world.sysinv.cloud('ptp_instances'), this.instances);
    index(world.sysinv.cloud('ptp_interfaces'), this.interfaces);
  }

  /** Undefined for a host that has no name yet, or that nobody knows. */
  of(name: string): HostClocks | undefined {
    const known = this.known.get(name);
    if (known) return known;
    const host = this.world.sysinv.byName(name);
    if (!host?.row.hostname) return undefined;
    const clocks = this.read(host, name);
    this.known.set(name, clocks);
    return clocks;
  }

  /** Hosts that a PTP instance is assigned to, or that keep time by NTP. */
  hosts(): string[] {
    return this.world.sysinv.hosts.flatMap(({ row }) =>
      row.hostname && (this.instances.has(row.hostname) || row.clock_synchronization === 'ntp')
        ? [row.hostname]
        : [],
    );
  }

  /** Hosts that may give time: with a receiver's ts2phc, or a port that is told to serve. Asks no host for its ports. */
  givers(): ReadonlySet<string> {
    this.giving ??= new Set(
      [...this.instances.keys()].filter(
        (name) =>
          (this.instances.get(name) ?? []).some((row) => nmeaOf(parametersOf(row))) ||
          (this.interfaces.get(name) ?? []).some((row) => servesTime(parametersOf(row))),
      ),
    );
    return this.giving;
  }

  private read(host: Host, name: string): HostClocks {
    const service = (wanted: string) =>
      (this.instances.get(name) ?? []).filter((row) => row.service === wanted);
    const [receiver, monitor, dpll, synce, phc2sys] = [
      service('ts2phc').find((row) => nmeaOf(parametersOf(row))),
      service('gnss-monitor')[0],
      service('dpll-mgr')[0],
      service('synce4l')[0],
      service('phc2sys')[0],
    ];
    const sync = host.row.clock_synchronization;
    const ptp4l = service('ptp4l').map((row) => this.ptp4lOf(row, host));
    return {
      host: name,
      upSince: host.bootedAt ?? 0,
      sync: sync === 'ptp' || sync === 'ntp' ? sync : 'none',
      ptp4l,
      phc2sys: phc2sys && this.phc2sysOf(phc2sys, host, ptp4l),
      receiver: receiver && {
        instance: textOf(receiver.name),
        interface: this.portsOf(receiver, host)[0]?.name ?? ptp4l[0]?.ports[0]?.name ?? 'gnss0',
        device: nmeaOf(parametersOf(receiver)) ?? '/dev/gnss0',
        limits: limitsOf(parametersOf(receiver)),
      },
      monitor: monitor && monitorOf(monitor),
      dpll: dpll && { instance: textOf(dpll.name), limits: limitsOf(parametersOf(dpll)) },
      synce: synce && {
        instance: textOf(synce.name),
        interface: this.portsOf(synce, host)[0]?.name ?? ptp4l[0]?.ports[0]?.name ?? 'unknown',
        holdoverS: numberOf(parametersOf(synce), 'holdover_timer') ?? 300,
      },
      ntpServers: sync === 'ntp' ? ntpServers(this.world) : [],
    };
  }

  private ptp4lOf(row: Row, host: Host): Ptp4l {
    const parameters = parametersOf(row);
    return {
      instance: textOf(row.name),
      domain: numberOf(parameters, 'domainNumber') ?? 0,
      ports: this.portsOf(row, host),
      clientOnly: (numberOf(parameters, 'clientOnly') ?? numberOf(parameters, 'slaveOnly')) === 1,
      limits: limitsOf(parameters),
    };
  }

  /** With HA its own interfaces are the sources, by `ha_priority`; without, the first ptp4l instance is. */
  private phc2sysOf(row: Row, host: Host, ptp4l: readonly Ptp4l[]): Phc2sys {
    const instance = textOf(row.name);
    const ha = numberOf(parametersOf(row), 'ha_enabled') === 1;
    const first = ptp4l[0];
    if (!ha) {
      const port = first?.ports[0]?.name ?? 'unknown';
      const sources = first ? [{ interface: port, instance: first.instance, priority: 0 }] : [];
      return { instance, ha, sources };
    }
    const sources = this.ownedBy(row, host).flatMap((owned) => {
      const parameters = parametersOf(owned);
      const priority = numberOf(parameters, 'ha_priority') ?? 0;
      return this.portsAt(owned, host).map((port) => {
        const behind = ptp4l.find(({ ports }) => ports.some(({ name }) => name === port));
        return { interface: port, instance: behind?.instance ?? first?.instance ?? '', priority };
      });
    });
    return { instance, ha, sources: sources.sort((a, b) => b.priority - a.priority) };
  }

  private portsOf(instance: Row, host: Host): PtpPort[] {
    return this.ownedBy(instance, host).flatMap((owned) => {
      const server = servesTime(parametersOf(owned));
      return this.portsAt(owned, host).map((name) => ({ name, server }));
    });
  }

  private ownedBy(instance: Row, host: Host): Row[] {
    const rows = this.interfaces.get(host.row.hostname ?? '') ?? [];
    return rows.filter((row) => row.ptp_instance_uuid === instance.uuid);
  }

  private portsAt(owned: Row, host: Host): string[] {
    const places = Array.isArray(owned.interface_names) ? owned.interface_names : [];
    return places.flatMap((place) => {
      const [name, ifname] = String(place).split('/');
      return name === host.row.hostname && ifname ? [portBelow(this.world, host, ifname)] : [];
    });
  }
}

function index(rows: readonly Row[], into: Map<string, Row[]>): void {
  for (const row of rows) {
    // A PTP interface names a host once for each of its interfaces there.
    for (const name of new Set(Array.isArray(row.hostnames) ? row.hostnames : [])) {
      const list = into.get(String(name));
      if (list) list.push(row);
      else into.set(String(name), [row]);
    }
  }
}

/** The port of an interface, the first one below a bond or a VLAN; the interface's name where none is known. */
function portBelow(world: Cloud, host: Host, ifname: string): string {
  const rows = (segment: string): Row[] => {
    const kind = hostKind(segment);
    return kind ? world.sysinv.rows(kind, host) : [];
  };
  const row = rows('iinterfaces').find((candidate) => candidate.ifname === ifname);
  const port = row && rows('ports').find(({ interface_uuid }) => interface_uuid === row.uuid);
  if (typeof port?.name === 'string') return port.name;
  const below = Array.isArray(row?.uses) ? row.uses[0] : undefined;
  return typeof below === 'string' && below !== ifname ? portBelow(world, host, below) : ifname;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function servesTime(parameters: Parameters): boolean {
  return (numberOf(parameters, 'serverOnly') ?? numberOf(parameters, 'masterOnly')) === 1;
}

function nmeaOf(parameters: Parameters): string | undefined {
  return parameters.get('ts2phc.nmea_serialport');
}

function limitsOf(parameters: Parameters): Limits {
  return {
    minorNs: numberOf(parameters, 'offset_threshold_minor_nsec') ?? 1000,
    majorNs: numberOf(parameters, 'offset_threshold_major_nsec') ?? 1_000_000,
    holdoverS: numberOf(parameters, 'holdover_seconds') ?? 14_400,
    lockedS: numberOf(parameters, 'locked_to_holdover_threshold_seconds') ?? 300,
  };
}

function monitorOf(row: Row): GnssMonitor {
  const parameters = parametersOf(row);
  return {
    instance: textOf(row.name),
    device: parameters.get('devices')?.split(/[\s,]+/)[0] || '/dev/gnss0',
    satellites: numberOf(parameters, 'satellite_count') ?? 5,
    signalDb: numberOf(parameters, 'signal_quality_db') ?? 30,
  };
}

/** The addresses that ntpq shows: what is configured as a name has been resolved, here to one of the site's. */
function ntpServers(world: Cloud): string[] {
  const configured = textOf(world.sysinv.cloud('intp')[0]?.ntpservers).split(',').filter(Boolean);
  return configured.map((server, n) =>
    /^[\d.]+$|:/.test(server) ? server : primary(world.sysinv.context, 'servers', 7 + n),
  );
}
