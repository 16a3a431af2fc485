/**
 * Who gets time from whom, as far as configuration and LLDP show: a receiver or a grandmaster, then T-GM, T-BC and T-TSC. A host hangs
 * on what its port hears: another host directly, a host on the same switch and domain when there is one alone, or a
 * grandmaster beyond the switch. Of several ways up the shortest is drawn: which one the best-master algorithm took, no
 * service of the platform says. What cannot be placed is listed with its reason.
 */
import type { Unknown } from '../host';
import { isBroken } from './chain';
import type { HostClock } from './host-clock';
import { append, type HostPtp, ptpByHost } from './host-ptp';
import type { PtpConfig, PtpLinks } from './ptp-config';
import type { SyncNode, SyncTree } from './sync-node';
import { type Seat, type SeatPort, seatsOf, whyUnplaced } from './sync-seat';

export type SyncTreeInputs = {
  clocks: readonly HostClock[];
  config: Unknown<PtpConfig>;
  links: Unknown<PtpLinks>;
};

type Node = Omit<SyncNode, 'children' | 'firstBroken' | 'belowBreak' | 'unknownBecauseUpstream'> & {
  seat: Seat | null;
  children: Node[];
};
type Place = Pick<Node, 'port' | 'via' | 'domain' | 'proof'>;
type Way = { seat: Seat; port: SeatPort };
type Hearing = Way & { remote: readonly string[] };
/** Who is on a switch, in one domain. */
type Meeting = { name: string; domain: number; givers: Way[]; takers: Way[]; isAmbiguous: boolean };

class Planting {
  private readonly rootOf = new Map<string, Node>();
  readonly ambiguous = new Map<string, string[]>();
  private readonly placed = new Map<Seat, Node>();
  private readonly hearing = new Map<string, Hearing[]>();
  private readonly meetings = new Map<string, Meeting>();
  /** Placed, in this order, and whoever hears them not looked at yet. */
  private readonly fresh = new Set<Seat>();
  /** Switches on which somebody who gives time was placed. */
  private readonly due = new Set<string>();

  constructor(readonly seats: readonly Seat[]) {
    for (const seat of seats) {
      for (const port of seat.ports) {
        for (const { host, remote } of port.takes ? port.hosts : [])
          append(this.hearing, host, { seat, port, remote });
        for (const { key, name } of port.switches) {
          const meeting = this.meeting(`${key} ${port.domain}`, name, port.domain);
          if (port.gives) meeting.givers.push({ seat, port });
          if (port.takes) meeting.takers.push({ seat, port });
        }
      }
    }
  }

  run(): void {
    for (const seat of this.seats) {
      if (!seat.hasReceiver) continue;
      const root = this.root(`gnss ${seat.host}`, 'gnss', `GNSS on ${seat.host}`, null);
      this.place(seat, root, { port: null, via: null, domain: null, proof: 'configuration' });
    }
    this.grow();
    // Boundary clocks first: what hangs on them is not hung beside them.
    for (const isTurn of [isBoundary, () => true]) {
      for (const seat of this.seats) {
        if (!this.placed.has(seat) && isTurn(seat)) this.beyondSwitch(seat);
        this.grow();
      }
    }
  }

  get roots(): Node[] {
    return [...this.rootOf.values()];
  }

  isPlaced = (seat: Seat): boolean => this.placed.has(seat);

  private meeting(key: string, name: string, domain: number): Meeting {
    const known = this.meetings.get(key) ?? { name, domain, givers: [], takers: [], isAmbiguous: false };
    this.meetings.set(key, known);
    return known;
  }

  private root(key: string, kind: 'gnss' | 'grandmaster', name: string, domain: Unknown<number>): Node {
    const known = this.rootOf.get(key);
    if (known) return known;
    const root: Node = {
      ...{ key, kind, name, domain, host: null, port: null, via: null, proof: 'none', depth: 0 },
      ...{ seat: null, children: [] },
    };
    this.rootOf.set(key, root);
    return root;
  }

  private place(seat: Seat, parent: Node, place: Place): void {
    const node: Node = {
      ...{ key: `host ${seat.host}`, kind: 'host', name: seat.host, host: seat.host, ...place },
      ...{ depth: parent.depth + 1, seat, children: [] },
    };
    parent.children.push(node);
    this.placed.set(seat, node);
    this.fresh.add(seat);
    for (const port of seat.ports) {
      for (const { key } of port.gives ? port.switches : []) this.due.add(`${key} ${port.domain}`);
    }
  }

  /** Each host is placed once, and each switch served once: this ends, whatever leads in a ring. */
  private grow(): void {
    for (;;) {
      const [seat] = this.fresh;
      const [key] = this.due;
      if (seat) {
        this.fresh.delete(seat);
        this.directly(seat);
      } else if (key !== undefined) {
        this.due.delete(key);
        this.overSwitch(key);
      } else return;
    }
  }

  private directly(above: Seat): void {
    const parent = this.placed.get(above);
    if (!parent) return;
    for (const { seat, port, remote } of this.hearing.get(above.host) ?? []) {
      const facing = above.ports.filter((one) => remote.includes(one.port));
      const gives = (facing.length > 0 ? facing : above.ports).some(
        (one) => one.gives && one.domain === port.domain,
      );
      if (!gives || this.placed.has(seat)) continue;
      this.place(seat, parent, { port: port.port, via: null, domain: port.domain, proof: 'lldp' });
    }
  }

  private overSwitch(key: string): void {
    const meeting = this.meetings.get(key);
    if (!meeting || meeting.takers.length === 0) return;
    const takesHere = new Set(meeting.takers.map(({ seat }) => seat));
    const givers = [
      ...new Set(
        meeting.givers.flatMap(({ seat, port }) =>
          // A port that may go either way, of a host that takes time here, is taken for the taking one.
          this.placed.has(seat) && (port.onlyGives || !takesHere.has(seat)) ? [seat] : [],
        ),
      ),
    ];
    const [only, another] = givers;
    if (!only) return;
    const takers = meeting.takers.filter(({ seat }) => !this.placed.has(seat) && seat !== only);
    meeting.takers = [];
    if (another) {
      meeting.isAmbiguous = true;
      const names = givers.slice(0, 4).map(({ host }) => host);
      for (const { seat } of takers) this.ambiguous.set(seat.host, names);
      return;
    }
    const parent = this.placed.get(only);
    if (!parent) return;
    for (const { seat, port } of takers) {
      if (this.placed.has(seat)) continue;
      this.place(seat, parent, { port: port.port, via: meeting.name, domain: port.domain, proof: 'switch' });
    }
  }

  private beyondSwitch(seat: Seat): void {
    for (const port of seat.ports) {
      if (!port.takes) continue;
      for (const { key } of port.switches) {
        const meeting = this.meetings.get(`${key} ${port.domain}`);
        if (!meeting || meeting.isAmbiguous) continue;
        const name = `Grandmaster beyond ${meeting.name}`;
        const root = this.root(`grandmaster ${key} ${port.domain}`, 'grandmaster', name, port.domain);
        this.place(seat, root, { port: port.port, via: meeting.name, domain: port.domain, proof: 'switch' });
        return;
      }
    }
  }
}

const isBoundary = ({ clock }: Seat): boolean => clock.role?.name === 'T-BC';

/**
 * Does time not come through to what hangs on this host? Its system clock alone may be in trouble: then its ports still
 * serve. A state without a link that explains it (the sum of a node) counts as the worst.
 */
function breaksBelow({ chain, state }: HostClock): boolean {
  const ofPorts = chain.filter(({ kind }) => kind !== 'phc2sys' && kind !== 'system-clock');
  if (ofPorts.some((link) => isBroken(link.state))) return true;
  return isBroken(state) && !chain.some((link) => isBroken(link.state));
}

const hasOwnWord = ({ evidence }: HostClock): boolean =>
  evidence.some(({ source, stale }) => source === 'live' && !stale);

/** Marks breaks from the roots down, and gives the tree its final shape. No recursion: a chain may be long. */
function marked(roots: readonly Node[]): SyncNode[] {
  type Final = Omit<SyncNode, 'children'> & { children: Final[] };
  const finals: Final[] = [];
  const work: { node: Node; into: Final[]; belowBreak: boolean }[] = [];
  for (const node of roots) work.push({ node, into: finals, belowBreak: false });
  for (let at = 0; at < work.length; at += 1) {
    const one = work[at];
    if (!one) break;
    const { node, into, belowBreak } = one;
    const { seat, children, ...rest } = node;
    const isBreak = seat !== null && breaksBelow(seat.clock);
    const final: Final = {
      ...rest,
      firstBroken: isBreak && !belowBreak,
      belowBreak,
      unknownBecauseUpstream:
        belowBreak && seat !== null && seat.clock.state === 'no-fault' && !hasOwnWord(seat.clock),
      children: [],
    };
    into.push(final);
    for (const child of children) {
      work.push({ node: child, into: final.children, belowBreak: belowBreak || isBreak });
    }
  }
  return finals;
}

/** Linear in hosts, ports and neighbours. */
export function syncTree({ clocks, config, links }: SyncTreeInputs): SyncTree {
  const hosts = clocks.map(({ hostId, host }) => ({ id: hostId, hostname: host }));
  const ptp = config ? ptpByHost(config, links?.ports ?? [], hosts) : new Map<string, HostPtp>();
  const planting = new Planting(seatsOf(clocks, ptp, links));
  planting.run();
  const known = { config: config !== null, links: links !== null };
  return {
    roots: marked(planting.roots),
    unplaced: planting.seats
      .filter((seat) => !planting.isPlaced(seat))
      .map((seat) => ({ host: seat.host, why: whyUnplaced(seat, known, planting.ambiguous.get(seat.host)) })),
    ntp: clocks.flatMap(({ follows, host }) => (follows === 'ntp' ? [host] : [])),
    none: clocks.flatMap(({ follows, host }) => (follows === 'none' ? [host] : [])),
  };
}

/** The nodes of a tree in the order in which a table shows them: each before what hangs on it. */
export function nodesInOrder(tree: SyncTree): SyncNode[] {
  const found: SyncNode[] = [];
  const work = tree.roots.toReversed();
  for (let node = work.pop(); node; node = work.pop()) {
    found.push(node);
    work.push(...node.children.toReversed());
  }
  return found;
}
