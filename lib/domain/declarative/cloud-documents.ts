/** What is of the whole cloud: networks, address pools, data networks, PTP, and the system itself. */
import type { PtpInstance, PtpInterface } from '../clock/ptp-config';
import { natural } from '../natural';
import { type Declared, declared } from './document';
import { filled, ifAny, type Json, listed } from './json';
import { knownInterfaces } from './ptp-known';
import { type CloudSource, rowsOf, type Said } from './source';

/** In the order of kinds, and by name within one. @returns and sentences on what could not be read */
export function declareCloud(cloud: CloudSource): { documents: Declared[]; notes: string[] } {
  const documents = [
    declareSystem(cloud),
    ...named(cloud.pools, (pool) => [
      'AddressPool',
      filled({
        ...{ subnet: pool.network, prefix: pool.prefix, gateway: pool.reserved.gateway },
        floatingAddress: pool.reserved.floating,
        controller0Address: pool.reserved.controller0,
        controller1Address: pool.reserved.controller1,
        allocation: filled({
          order: pool.order,
          ranges: listed(pool.ranges.map(({ start, end }) => ({ start, end }))),
        }),
      }),
    ]),
    ...named(cloud.networks, (network) => [
      'PlatformNetwork',
      filled({
        ...{ type: network.type, dynamic: network.dynamic },
        associatedAddressPools: poolNames(cloud, network),
      }),
    ]),
    ...named(cloud.dataNetworks, ({ type, description, mtu, mode, multicastGroup, port, ttl }) => [
      'DataNetwork',
      filled({
        ...{ type, description, mtu },
        vxlan:
          type === 'vxlan'
            ? ifAny(
                filled({
                  multicastGroup: mode === 'dynamic' ? multicastGroup : null,
                  ...{ udpPortNumber: port, ttl, endpointMode: mode },
                }),
              )
            : null,
      }),
    ]),
    ...named(cloud.ptpInstances, (instance) => ['PtpInstance', ptpInstanceSpec(instance)]),
    ...named({ rows: knownInterfaces(cloud), odd: 0 }, (one) => ['PtpInterface', ptpInterfaceSpec(one)]),
  ];
  return {
    documents: documents.flatMap((one) => (typeof one === 'string' || one === null ? [] : [one])),
    notes: [...documents.filter((one) => typeof one === 'string'), ...unreadNotes(cloud)],
  };
}

type Named = { name: string };

/** Documents of rows; a sentence for a row that the definition takes nothing of. */
function named<T extends Named>(
  said: Said<T>,
  write: (row: T) => [kind: Declared['kind'], spec: Parameters<typeof declared>[2]],
): (Declared | string)[] {
  return rowsOf(said)
    .toSorted((a, b) => natural(a.name, b.name))
    .map((row) => {
      const [kind, spec] = write(row);
      return (
        declared(kind, row.name, spec) ??
        `${kind} "${row.name}" is left out: the definition has no such ${kind}.`
      );
    });
}

function poolNames(
  { pools, assignments }: CloudSource,
  { id, name, primaryPoolId }: { id: string } & CloudNetwork,
) {
  const all = rowsOf(pools);
  const names = rowsOf(assignments)
    .filter((one) => (one.networkId === null ? one.network === name : one.networkId === id))
    .flatMap((one) => {
      const pool = all.find(
        (pool) => pool.id === one.poolId || (one.poolId === null && pool.name === one.pool),
      );
      return pool ? [pool] : [];
    })
    // The first one says the family that the network began with.
    .toSorted(
      (a, b) => Number(b.id === primaryPoolId) - Number(a.id === primaryPoolId) || natural(a.name, b.name),
    );
  return names.map((pool) => pool.name);
}
type CloudNetwork = { name: string; primaryPoolId: string | null };

const pairText = ({ name, value }: { name: string; value: string }): string => `${name}=${value}`;

function ptpInstanceSpec({ service, sections }: PtpInstance) {
  const known = sections.filter(({ pairs }) => pairs.length > 0);
  const parameters = Object.fromEntries(known.map(({ section, pairs }) => [section, pairs.map(pairText)]));
  return filled({ service, parameters: ifAny(parameters) });
}

const ptpInterfaceSpec = ({ instanceName, pairs }: PtpInterface) =>
  filled({ ptpinstance: instanceName, parameters: listed(pairs.map(pairText)) });

function declareSystem(cloud: CloudSource): Declared | null {
  const { system, backends, controllerFilesystems } = cloud;
  const [ptp] = rowsOf(cloud.ptp);
  const [linkUtilization] = rowsOf(cloud.drbdLinkUtilization);
  return declared(
    'System',
    system.name,
    filled({
      ...{ description: system.description, location: system.location, contact: system.contact },
      ...{ latitude: system.latitude, longitude: system.longitude, vswitchType: system.vswitch },
      dnsServers: 'rows' in cloud.dns ? cloud.dns.rows : null,
      ntpServers: 'rows' in cloud.ntp ? cloud.ntp.rows : null,
      ptp: ptp ? ifAny(filled(ptp)) : null,
      storage: ifAny(
        filled({
          backends: listed(rowsOf(backends).map(backendSpec)),
          drbd: linkUtilization === undefined ? null : { linkUtilization },
          filesystems: listed(
            rowsOf(controllerFilesystems).map(({ name, sizeGib }) => filled({ name, size: sizeGib })),
          ),
        }),
      ),
    }),
    ['Certificates, licence and service parameters are left out: they are secrets, or may hold some.'],
  );
}

const backendSpec = (one: {
  name: string | null;
  kind: string;
  services: readonly string[];
  deploymentModel: string | null;
  replication: number | null;
  network: string | null;
}): Json =>
  filled({
    ...{ name: one.name, type: one.kind, services: listed(one.services) },
    deployment: one.kind === 'ceph-rook' ? one.deploymentModel : null,
    ...{ replicationFactor: one.replication, network: one.network },
  });

const CLOUD_WORDS = {
  pools: 'Address pools',
  networks: 'Platform networks',
  assignments: 'Address pools of networks',
  dataNetworks: 'Data networks',
  ptpInstances: 'PTP instances',
  ptpInterfaces: 'PTP interfaces',
  dns: 'Name servers',
  ntp: 'NTP servers',
  ptp: 'The mode of PTP',
  drbdLinkUtilization: 'Settings of DRBD',
  backends: 'Storage backends',
  controllerFilesystems: 'Filesystems of the controllers',
} as const satisfies Partial<Record<keyof CloudSource, string>>;

function unreadNotes({ system: _, ...cloud }: CloudSource): string[] {
  const parts: Readonly<Record<string, Said<unknown>>> = cloud;
  return Object.entries(CLOUD_WORDS).flatMap(([part, words]) => {
    const said = parts[part];
    return said && 'unread' in said
      ? [`${words} could not be read and are missing here: ${said.unread}`]
      : [];
  });
}
