/**
 * What LLDP says (IEEE 802.1AB): what a port hears of its neighbour, and what the host sends. Resources
 * `/v1/ihosts/{uuid}/lldp_neighbours` and `/lldp_agents` (api/controllers/v1/lldp_neighbour.py, lldp_agent.py). All of it is
 * text that a device on the cable chose.
 */
import type { Unknown } from '../host';

/** TLVs that sysinv keeps, in the order of IEEE 802.1AB, 802.1 and 802.3. */
export const TLVS = [
  'chassisId',
  'portId',
  'ttl',
  'portDescription',
  'systemName',
  'systemDescription',
  'systemCapabilities',
  'managementAddress',
  'lag',
  'portVlanId',
  'vidDigest',
  'managementVlanId',
  'vlanNames',
  'protocolVlanIds',
  'protocolIds',
  'macPhyStatus',
  'powerViaMdi',
  'maxFrameSize',
] as const;
export type Tlv = (typeof TLVS)[number];

export const TLV_WORDS: Record<Tlv, string> = {
  chassisId: 'Chassis ID',
  portId: 'Port ID',
  ttl: 'Time to live, s',
  portDescription: 'Port description',
  systemName: 'System name',
  systemDescription: 'System description',
  systemCapabilities: 'System capabilities',
  managementAddress: 'Management address',
  lag: '802.1 link aggregation',
  portVlanId: '802.1 port VLAN ID',
  vidDigest: '802.1 VID usage digest',
  managementVlanId: '802.1 management VID',
  vlanNames: '802.1 VLAN names',
  protocolVlanIds: '802.1 port and protocol VIDs',
  protocolIds: '802.1 protocol identities',
  macPhyStatus: '802.3 MAC/PHY status',
  powerViaMdi: '802.3 power via MDI',
  maxFrameSize: '802.3 maximum frame size',
};

export type Tlvs = Readonly<Partial<Record<Tlv, Unknown<string>>>>;

export type Neighbour = {
  id: string;
  portId: Unknown<string>;
  /** Linux's name of the port that heard it. */
  port: Unknown<string>;
  /** Which remote device and port, as one word: its MAC service access point. */
  msap: Unknown<string>;
  tlvs: Tlvs;
};

export type Agent = {
  id: string;
  portId: Unknown<string>;
  port: Unknown<string>;
  /** `rx=enabled,tx=enabled`. */
  status: Unknown<string>;
  tlvs: Tlvs;
};

/** A StarlingX host names itself `hostname:system name`, and its port in the port description (sysinv agent/lldp). */
const STATION = /^([\w.-]+):(.+)$/;

/** Who is at the other end, in the words of a person. */
export type FarEnd = {
  name: string;
  /** The port there. */
  port: Unknown<string>;
  /** Another host, without a switch between. */
  direct: boolean;
};

export function farEnd({ tlvs }: Pick<Neighbour, 'tlvs'>): FarEnd {
  const host = isSwitch(tlvs) ? null : STATION.exec(tlvs.systemName ?? '');
  if (host) return { name: host[1] ?? '', port: tlvs.portDescription ?? tlvs.portId ?? null, direct: true };
  const name = tlvs.systemName ?? tlvs.chassisId ?? tlvs.managementAddress ?? 'No name';
  return { name, port: tlvs.portId ?? tlvs.portDescription ?? null, direct: false };
}

/** Says of itself that it forwards: `bridge, router`. */
export const isSwitch = ({ systemCapabilities }: Tlvs): boolean =>
  /\b(?:bridge|router)\b/i.test(systemCapabilities ?? '');

/** Two neighbours are the same device when their chassis are; the name is second best. */
export const deviceOf = ({ tlvs }: Pick<Neighbour, 'tlvs'>): string | null =>
  tlvs.chassisId ?? tlvs.systemName ?? null;

/** Did this port hear it? Rows name the port by uuid and by name; either will do. */
export const isAt = (
  said: { portId: Unknown<string>; port: Unknown<string> },
  port: { id: string; name: string },
): boolean => (said.portId === null ? said.port === port.name : said.portId === port.id);
