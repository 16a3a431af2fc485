/** The lines of the topology as rows: a cable or an assignment each, and hosts that have neither. */
import type { TopologyHost } from './topology-hosts';

export type TopologyRow = {
  key: string;
  one: TopologyHost;
  /** `none`: nothing was heard on any port, and nothing is assigned. `unknown`: what is heard could not be read. */
  kind: 'cable' | 'data network' | 'none' | 'unknown';
  /** The port or interface there. */
  on: string | null;
  to: string | null;
  farPort: string | null;
};

/** @param heard whether what ports hear could be read */
export function topologyRows(hosts: readonly TopologyHost[], heard = true): TopologyRow[] {
  return hosts.flatMap((one): TopologyRow[] => {
    const cables = one.cables.map(({ port, name, farPort }, n): TopologyRow => {
      return { key: `${one.host.id} cable ${n}`, one, kind: 'cable', on: port, to: name, farPort };
    });
    const assignments = one.assignments.map((assignment, n): TopologyRow => {
      const { interface: on, network: to } = assignment;
      return { key: `${one.host.id} network ${n}`, one, kind: 'data network', on, to, farPort: null };
    });
    if (cables.length + assignments.length > 0) return [...cables, ...assignments];
    return [{ key: one.host.id, one, kind: heard ? 'none' : 'unknown', on: null, to: null, farPort: null }];
  });
}
