/**
 * What sysinv knows of time: configuration, never state. Resources `/v1/ptp_instances`, `/v1/ptp_interfaces`,
 * `/v1/ptp_parameters`, `/v1/ptp` (the older single instance), `/v1/intp` (api/controllers/v1/ptp_*.py, ntp.py).
 */
import type { Unknown, UnreadableRow } from '../host';

/** Services of a PTP instance (sysinv common/constants.py PTP_INSTANCE_TYPE_*). */
export const PTP_SERVICES = [
  'ptp4l',
  'phc2sys',
  'ts2phc',
  'clock',
  'synce4l',
  'gnss-monitor',
  'dpll-mgr',
] as const;
export type PtpService = (typeof PTP_SERVICES)[number];

/** `name=value` as configured. The platform takes any name and any value, the same name twice as well. */
export type PtpPair = { name: string; value: string };
/** A section of an instance's file: `global`, `monitoring`, `unicast_master_table_1`, an interface. */
export type PtpSection = { section: string; pairs: readonly PtpPair[] };

export type PtpInstance = {
  id: string;
  /** The integer by which an instance is assigned to a host: a uuid there is answered with 500. */
  number: Unknown<number>;
  name: string;
  /** One of `PTP_SERVICES`; a word this console does not know is kept. null: the platform lets it be left out. */
  service: Unknown<string>;
  /** Hostnames it is assigned to. */
  hosts: readonly string[];
  sections: readonly PtpSection[];
};

export type PtpInterface = {
  id: string;
  /** The integer by which it is assigned to an interface. */
  number: Unknown<number>;
  name: string;
  instanceId: Unknown<string>;
  instanceName: Unknown<string>;
  /** Interfaces it is assigned to: hostname, and sysinv's name of the interface there. */
  members: readonly { host: string; interface: string }[];
  /** One list: parameters of an interface have no sections of their own. */
  pairs: readonly PtpPair[];
};

/** A shared row: whoever has the same section, name and value has the same row; changing its value changes all of them. */
export type PtpParameter = PtpPair & {
  id: string;
  section: string;
  /** uuids of instances and PTP interfaces. */
  owners: readonly string[];
};

/** `/v1/ptp`, deprecated: a change is refused with 400. */
export type LegacyPtp = {
  id: string;
  mode: Unknown<string>;
  transport: Unknown<string>;
  mechanism: Unknown<string>;
};

/** A row that came and cannot be read, and what it is a row of. `single`: the older single instance. */
export type PtpOddRow = UnreadableRow & { kind: 'instance' | 'interface' | 'parameter' | 'single' };

export type PtpConfig = {
  instances: readonly PtpInstance[];
  interfaces: readonly PtpInterface[];
  parameters: readonly PtpParameter[];
  /** null: there is none, or it could not be read. */
  legacy: Unknown<LegacyPtp>;
  unreadable: readonly PtpOddRow[];
};

export type NtpServers = {
  /** uuid of the one row that holds them. */
  id: string;
  /** Names and addresses, in the order of the list. Empty: none is configured. */
  servers: readonly string[];
};

/** A port below an interface that carries PTP. An aggregate has several; so may two interfaces share one. */
export type PtpPort = {
  /** Host uuid: rows of ports and interfaces do not name their host. */
  hostId: string;
  /** sysinv's name of the interface, as in `PtpInterface.members`. */
  interface: string;
  /** Linux's name of the port, as alarms and LLDP have it. */
  port: string;
  driver: Unknown<string>;
};

/** What LLDP heard on a port (IEEE 802.1AB), `/v1/lldp_neighbours`. */
export type LldpNeighbour = {
  hostId: string;
  /** Linux's name of the port that heard it. */
  port: Unknown<string>;
  /** Of the neighbour. A StarlingX host says `hostname:system name`. */
  systemName: Unknown<string>;
  chassisId: Unknown<string>;
  remotePort: Unknown<string>;
  /** A StarlingX host says the port's name here and its MAC in `remotePort`. */
  remotePortDescription: Unknown<string>;
};

export type LldpList = { neighbours: readonly LldpNeighbour[]; unreadable: readonly UnreadableRow[] };

/** A row of the inventory that came and cannot be read, and what it is a row of. */
export type LinkOddRow = UnreadableRow & { kind: 'link-interface' | 'port' | 'neighbour' };

/** Where PTP may run, and who is at the other end of the cable: of every host, interfaces of the names that PTP uses. */
export type PtpLinks = {
  ports: readonly PtpPort[];
  /** On those ports alone. */
  neighbours: readonly LldpNeighbour[];
  /** Of every host: which of them PTP uses, a row that cannot be read does not say. */
  unreadable: readonly LinkOddRow[];
};

/** The last value of a parameter in a section: linuxptp lets a later line override an earlier one. */
export const parameterOf = (
  { sections }: Pick<PtpInstance, 'sections'>,
  name: string,
  section = 'global',
): string | undefined => pairValue(sections.find((one) => one.section === section)?.pairs ?? [], name);

/** The last value that a list of pairs has under a name. */
export const pairValue = (pairs: readonly PtpPair[], name: string): string | undefined =>
  pairs.findLast((pair) => pair.name === name)?.value;
