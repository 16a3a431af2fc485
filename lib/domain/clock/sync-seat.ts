/** A host as the tree needs it: the ports by which it may take or give time, and what each of them hears. */
import type { Unknown } from '../host';
import type { HostClock } from './host-clock';
import { append, type HostPtp, membersOf, type PtpMember } from './host-ptp';
import { type LldpNeighbour, type PtpLinks, parameterOf } from './ptp-config';

export type SeatPort = {
  /** Linux's name. */
  port: string;
  /** linuxptp's default is 0. */
  domain: number;
  takes: boolean;
  gives: boolean;
  /** It only gives: no other reading of the configuration is possible. */
  onlyGives: boolean;
  /** Hosts of the cloud that it hears, and how LLDP names the port there. */
  hosts: readonly { host: string; remote: readonly string[] }[];
  /** Switches that it hears: how they are told apart, and what they are called. */
  switches: readonly { key: string; name: string }[];
};

export type Seat = {
  host: string;
  clock: HostClock;
  ports: readonly SeatPort[];
  /** PTP interfaces are assigned; their ports may be unknown all the same. */
  members: readonly PtpMember[];
  hasReceiver: boolean;
};

/** "worker-1:lab" and "worker-1" both name worker-1, if there is such a host. */
function hostIn(systemName: Unknown<string>, isHost: (name: string) => boolean): string | undefined {
  if (systemName === null) return undefined;
  const before = systemName.split(':')[0] ?? '';
  return isHost(systemName) ? systemName : isHost(before) ? before : undefined;
}

function domainOf(member: PtpMember): number {
  const text = parameterOf(member.instance, 'domainNumber') ?? '0';
  return /^\d+$/.test(text) ? Number(text) : 0;
}

/** Every host that follows PTP. Linear in hosts, ports and neighbours. */
export function seatsOf(
  clocks: readonly HostClock[],
  ptp: ReadonlyMap<string, HostPtp>,
  links: Unknown<PtpLinks>,
): Seat[] {
  const heard = new Map<string, LldpNeighbour[]>();
  for (const neighbour of links?.neighbours ?? []) {
    append(heard, `${neighbour.hostId} ${neighbour.port}`, neighbour);
  }
  const names = new Set(clocks.map(({ host }) => host));
  const isHost = (name: string) => names.has(name);
  return clocks
    .filter(({ follows }) => follows === 'ptp')
    .map((clock): Seat => {
      const own = ptp.get(clock.host);
      const members = own ? membersOf(own, 'ptp4l') : [];
      const name = clock.role?.name;
      const hasReceiver =
        name === 'T-GM' || (members.length === 0 && clock.chain.some(({ kind }) => kind === 'gnss'));
      const ports = members.flatMap((member) =>
        member.ports.map(({ port, hostId }): SeatPort => {
          const neighbours = heard.get(`${hostId} ${port}`) ?? [];
          const hosts = neighbours.flatMap(({ systemName, remotePort, remotePortDescription }) => {
            const host = hostIn(systemName, isHost);
            const remote = [remotePort, remotePortDescription].flatMap((word) => word ?? []);
            return host === undefined ? [] : [{ host, remote }];
          });
          return {
            ...{ port, domain: domainOf(member), hosts },
            takes: member.direction !== 'server' && !hasReceiver,
            gives: member.direction === 'server' || (member.direction === 'either' && name !== 'T-TSC'),
            onlyGives: member.direction === 'server',
            switches: neighbours.flatMap(({ systemName, chassisId }) => {
              const key = chassisId ?? systemName;
              if (key === null || hostIn(systemName, isHost) !== undefined) return [];
              return [{ key, name: systemName ?? key }];
            }),
          };
        }),
      );
      return { host: clock.host, clock, ports, members, hasReceiver };
    });
}

/** Why a host has no place, in a short clause. */
export function whyUnplaced(
  seat: Seat,
  known: { config: boolean; links: boolean },
  ambiguous: readonly string[] | undefined,
): string {
  if (!known.config) return 'the PTP configuration could not be read';
  if (!known.links) return 'its ports and neighbours could not be read';
  if (seat.members.length === 0) return 'no PTP interface is assigned to it';
  if (seat.ports.length === 0) {
    return `the port below ${seat.members.map((member) => member.interface).join(', ')} is not known`;
  }
  const taking = seat.ports.filter(({ takes }) => takes);
  if (taking.length === 0) return 'its ports only serve, and no satellite receiver is configured';
  if (ambiguous) return `its switch leads to several sources: ${ambiguous.join(', ')}`;
  const port = taking.map((one) => one.port).join(', ');
  const hosts = [...new Set(taking.flatMap((one) => one.hosts.map(({ host }) => host)))];
  if (hosts.length > 0) return `${port} leads to ${hosts.join(', ')}, whose own source is not known`;
  return `${port} hears no neighbour`;
}
