/**
 * Who follows whom: the role of each PTP instance (ITU-T G.8275), and the clock its listening port hears. LLDP says
 * what is at the other end of a port: a host, or a switch that passes time on from a host that gives time to it.
 */

import type { Row } from '../sysinv/rows';
import { hostKind } from '../sysinv/state';
import type { Cloud } from './cloud';
import type { Configuration, HostClocks, Ptp4l } from './config';

/** Telecom grandmaster, boundary clock, time slave clock. */
export type Role = 'T-GM' | 'T-BC' | 'T-TSC';

/** A grandmaster outside the cloud, by the switch or router that announces it. */
export type Upstream = { host: string; instance: string } | { external: string };

export function roleOf(clocks: HostClocks, { ports, clientOnly }: Ptp4l): Role {
  const servers = ports.filter(({ server }) => server).length;
  if (clocks.receiver && !clientOnly && ports.every(({ server }) => server)) return 'T-GM';
  // Without a word on its ports: the instance beside a receiver gives time, one that is told to follow follows.
  if (clocks.receiver && !clientOnly && servers === 0) return 'T-GM';
  return !clientOnly && ports.length > 1 ? 'T-BC' : 'T-TSC';
}

type Giver = { host: string; instance: string; domain: number; systems: Set<string> };

export class Topology {
  private giving: Giver[] | undefined;
  private readonly heard = new Map<Ptp4l, { upstream: Upstream | undefined }>();

  constructor(
    private readonly world: Cloud,
    private readonly configuration: Configuration,
  ) {}

  /** The clock that an instance listens to; undefined for a grandmaster, which listens to nobody. */
  upstreamOf(clocks: HostClocks, ptp: Ptp4l): Upstream | undefined {
    const known = this.heard.get(ptp);
    if (known) return known.upstream;
    const upstream = this.lookUp(clocks, ptp);
    this.heard.set(ptp, { upstream });
    return upstream;
  }

  private lookUp(clocks: HostClocks, ptp: Ptp4l): Upstream | undefined {
    if (roleOf(clocks, ptp) === 'T-GM') return undefined;
    const port = ptp.ports.find(({ server }) => !server) ?? ptp.ports[0];
    const far = port && this.neighbour(clocks.host, port.name);
    const named = far?.split(':')[0] ?? '';
    const direct = named !== clocks.host ? this.configuration.of(named) : undefined;
    const giver = direct?.ptp4l.find((other) => other.domain === ptp.domain && gives(direct, other));
    if (direct && giver) return { host: named, instance: giver.instance };
    const here = this.everybody().find(
      (other) => other.host !== clocks.host && other.domain === ptp.domain && far && other.systems.has(far),
    );
    // A switch that nobody of this cloud gives time to passes on somebody else's.
    return here ? { host: here.host, instance: here.instance } : { external: far ?? 'outside' };
  }

  /** The system name at the other end of a port, as LLDP heard it. */
  private neighbour(host: string, port: string): string | undefined {
    const found = this.neighbours(host).find((row) => row.port_name === port);
    return typeof found?.system_name === 'string' ? found.system_name : undefined;
  }

  private neighbours(host: string): Row[] {
    const [known, kind] = [this.world.sysinv.byName(host), hostKind('lldp_neighbours')];
    return known && kind ? this.world.sysinv.rows(kind, known) : [];
  }

  /** What gives time to a switch: the instance, and the systems at the far ends of the ports that do. */
  private everybody(): Giver[] {
    this.giving ??= [...this.configuration.givers()].flatMap((host) => {
      const clocks = this.configuration.of(host);
      return (clocks?.ptp4l ?? [])
        .filter((ptp) => clocks && gives(clocks, ptp))
        .map(({ instance, domain, ports }) => {
          const serving = ports.some(({ server }) => server) ? ports.filter(({ server }) => server) : ports;
          const far = serving.flatMap(({ name }) => this.neighbour(host, name) ?? []);
          return { host, instance, domain, systems: new Set(far) };
        });
    });
    return this.giving;
  }
}

const gives = (clocks: HostClocks, ptp: Ptp4l): boolean => roleOf(clocks, ptp) !== 'T-TSC';
