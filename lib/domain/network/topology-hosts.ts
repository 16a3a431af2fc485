/** The hosts of a cloud with what they are plugged into, what they are assigned to, how they are and what is wrong there. */
import type { Alarm, Severity } from '../alarm';
import { type Host, type HostCondition, hostCondition, hostName } from '../host';
import { natural } from '../natural';
import type { TopologyDevice, TopologyFacts } from './topology-facts';

export type Cable = {
  port: string;
  /** `device:CHASSIS`, or `host:UUID` of a host of this cloud. */
  to: string;
  /** What is there, by name. */
  name: string;
  farPort: string | null;
};

export type Assignment = { interface: string; network: string };

export type TopologyHost = {
  host: Host;
  name: string;
  /** `none` for a node that nobody has claimed. */
  personality: string;
  condition: HostCondition;
  /** The worst first; null while they could not be read. */
  alarms: readonly Alarm[] | null;
  worst: Severity | null;
  cables: readonly Cable[];
  assignments: readonly Assignment[];
};

export const deviceKey = ({ id }: Pick<TopologyDevice, 'id'>): string => `device:${id}`;
export const hostKey = ({ id }: Pick<Host, 'id'>): string => `host:${id}`;
export const networkKey = (name: string): string => `network:${name}`;

/** @param alarms by hostname, the worst first, without what is suppressed; null: they could not be read */
export function topologyHosts(
  facts: TopologyFacts,
  hosts: readonly Host[],
  alarms: ReadonlyMap<string, readonly Alarm[]> | null,
): TopologyHost[] {
  const byName = new Map(hosts.flatMap((host) => (host.hostname ? [[host.hostname, host] as const] : [])));
  return hosts
    .map((host): TopologyHost => {
      const own = alarms === null ? null : (alarms.get(host.hostname ?? '') ?? []);
      return {
        ...{ host, name: hostName(host), personality: host.personality ?? 'none' },
        ...{ condition: hostCondition(host), alarms: own, worst: own?.[0]?.severity ?? null },
        cables: cablesOf(facts, host, byName),
        assignments: (facts.uses[String(host.number)] ?? [])
          .map(([on, network]) => ({ interface: on ?? 'unknown interface', network }))
          .toSorted((a, b) => natural(a.network, b.network) || natural(a.interface, b.interface)),
      };
    })
    .toSorted((a, b) => natural(a.name, b.name));
}

function cablesOf(facts: TopologyFacts, host: Host, byName: ReadonlyMap<string, Host>): Cable[] {
  return (facts.cables[host.id] ?? [])
    .flatMap(([port, place, farPort]): Cable[] => {
      const device = facts.devices[place];
      if (!device) return [];
      const other = device.hostname === null ? undefined : byName.get(device.hostname);
      return [
        {
          ...{ port: port ?? 'unknown port', farPort, name: other?.hostname ?? device.name },
          to: other ? hostKey(other) : deviceKey(device),
        },
      ];
    })
    .toSorted((a, b) => natural(a.port, b.port));
}

/** A cable or an assignment in words. */
export const cableWords = ({ port, name, farPort }: Cable): string =>
  `${port} to ${name}${farPort === null ? '' : `, ${farPort}`}`;
export const assignmentWords = ({ interface: on, network }: Assignment): string => `${on} in ${network}`;
