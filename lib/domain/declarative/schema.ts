/**
 * The resources of the StarlingX Deployment Manager (group starlingx.windriver.com, version v1), as far as Roost writes and compares
 * them: fields, words and bounds of its custom resource definitions (cloud-platform-deployment-manager api/v1/*_types.go), in the
 * order in which they are written.
 */
import { MAC, NAME, PROFILE, PTP_SERVICES } from './schema-profile';
import type { Shape } from './shape';
import { flag, like, list, object, set, text, whole } from './shape-words';

export const API_VERSION = 'starlingx.windriver.com/v1';

export const KINDS = [
  'System',
  'AddressPool',
  'PlatformNetwork',
  'DataNetwork',
  'PtpInstance',
  'PtpInterface',
  'HostProfile',
  'Host',
] as const;
export type Kind = (typeof KINDS)[number];

const PLACE = like(/^[a-zA-Z0-9\-_. ]{1,255}$/);
const COORDINATE = like(/^[a-zA-Z0-9\-_. ]{1,30}$/);

export const SPECS: Readonly<Record<Kind, Shape>> = {
  Host: object(
    {
      profile: text(),
      match: object({
        bootMAC: MAC,
        boardManagement: object({ address: text(), type: text('none', 'bmc', 'dynamic', 'ipmi', 'redfish') }),
        dmi: object({ serialNumber: text(), assetTag: text() }),
      }),
      overrides: PROFILE,
    },
    'profile',
  ),
  HostProfile: PROFILE,
  PlatformNetwork: object(
    {
      type: text(
        ...['mgmt', 'pxeboot', 'oam', 'multicast', 'system-controller', 'cluster-host', 'cluster-pod'],
        ...['cluster-service', 'storage', 'admin', 'other'],
      ),
      dynamic: flag,
      associatedAddressPools: list(text()),
    },
    ...['type', 'dynamic', 'associatedAddressPools'],
  ),
  AddressPool: object(
    {
      subnet: text(),
      prefix: whole(1, 128),
      floatingAddress: text(),
      controller0Address: text(),
      controller1Address: text(),
      gateway: text(),
      allocation: object({
        order: text('sequential', 'random'),
        ranges: list(object({ start: text(), end: text() }, 'start', 'end')),
      }),
    },
    ...['subnet', 'prefix', 'allocation'],
  ),
  DataNetwork: object(
    {
      type: text('flat', 'vlan', 'vxlan'),
      description: text(),
      mtu: whole(576, 9216),
      vxlan: object({
        multicastGroup: text(),
        udpPortNumber: { kind: 'whole', oneOf: [4789, 8472] },
        ttl: whole(1, 255),
        endpointMode: text('static', 'dynamic'),
      }),
    },
    'type',
  ),
  PtpInstance: object(
    {
      service: text(...PTP_SERVICES),
      parameters: { kind: 'map', of: list(text()) },
    },
    'service',
  ),
  PtpInterface: object({ ptpinstance: NAME, parameters: list(text()) }, 'ptpinstance'),
  System: object({
    description: text(),
    location: PLACE,
    latitude: COORDINATE,
    longitude: COORDINATE,
    contact: like(/^[a-zA-Z0-9@\-_. ]{1,255}$/),
    dnsServers: list(text()),
    ntpServers: list(text()),
    ptp: object({
      mode: text('hardware', 'software', 'legacy'),
      transport: text('l2', 'udp'),
      mechanism: text('p2p', 'e2e'),
    }),
    storage: object({
      backends: list(
        object(
          {
            name: NAME,
            type: text('file', 'lvm', 'ceph', 'ceph-rook'),
            services: set(text()),
            deployment: text('controller', 'dedicated', 'open'),
            replicationFactor: whole(1),
            network: text('mgmt', 'cluster-host'),
          },
          ...['name', 'type'],
        ),
        'name',
      ),
      drbd: object({ linkUtilization: whole(20, 100) }, 'linkUtilization'),
      filesystems: list(object({ name: text(), size: whole(1) }, 'name', 'size'), 'name'),
    }),
    vswitchType: text(),
  }),
};
