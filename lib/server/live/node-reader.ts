/**
 * One shared reading of the nodes' O-Cloud notification API for all viewers. A node is asked only while somebody looks,
 * by at most so many requests at once; one that does not answer costs itself, and the others do not wait for it.
 */
import 'server-only';
import type { LiveClocks, LiveReading, LiveSource } from '@/lib/domain/clock/live-reading';
import type { Unknown } from '@/lib/domain/host';
import type { Result } from '@/lib/domain/result';
import type { Said, SaidList } from '@/lib/stx/ptp-notification/current-state';
import type { LiveAdapter } from './adapter';
import { atMost } from './at-most';

export type NodeReaderOptions = {
  /** What a person calls the address of a host's API; undefined for a name that cannot be asked. */
  sourceName: (host: string) => string | undefined;
  ask: (host: string) => Promise<Result<SaidList>>;
  /** Milliseconds after which a node is asked again; longer for one that tells by itself. */
  intervalMs: (host: string) => number;
  /** Told of each node that answered, and of each that nobody asked for any more. */
  onAnswer?: (host: string) => void;
  onForgotten?: (host: string) => void;
  now?: () => number;
  /** How long whoever reads waits for nodes that are being asked. */
  patienceMs?: number;
};

type NodeState = {
  readings: Map<string, LiveReading>;
  answeredAt: Unknown<number>;
  trouble: Unknown<string>;
  dueAt: number;
  failures: number;
  usedAt: number;
  inFlight?: Promise<void>;
};

const AT_ONCE = 16;
const PATIENCE_MS = 2_000;
const IDLE_MS = 60 * 60_000;
/** Between tries of a node that does not answer, at most. */
const LONGEST_PAUSE_MS = 60_000;

const keyOf = ({ quantity, instance }: { quantity: string; instance: Unknown<string> }) =>
  `${quantity} ${instance ?? ''}`;

export class NodeReader implements LiveAdapter {
  private readonly nodes = new Map<string, NodeState>();
  private readonly inTurn = atMost(AT_ONCE);
  private readonly now: () => number;

  constructor(private readonly options: NodeReaderOptions) {
    this.now = options.now ?? Date.now;
  }

  async read(hosts: readonly string[]): Promise<LiveClocks> {
    const asked = hosts.filter((host) => this.options.sourceName(host) !== undefined);
    const pending = asked.flatMap((host) => this.bringUpToDate(host));
    if (pending.length > 0) await Promise.race([Promise.all(pending), this.patience()]);
    this.forgetIdle();
    return {
      readings: asked.flatMap((host) => this.readingsOf(host)),
      sources: hosts.map((host) => this.sourceOf(host)),
    };
  }

  /** Takes in what a node told by itself. */
  accept(host: string, said: readonly Said[]): void {
    const node = this.nodeOf(host);
    for (const one of said) node.readings.set(keyOf(one), this.readingFrom(host, one));
    node.answeredAt = this.now();
  }

  private nodeOf(host: string): NodeState {
    const known = this.nodes.get(host);
    if (known) return known;
    const made: NodeState = {
      ...{ readings: new Map(), answeredAt: null, trouble: 'It has not answered yet.' },
      ...{ dueAt: 0, failures: 0, usedAt: this.now() },
    };
    this.nodes.set(host, made);
    return made;
  }

  private bringUpToDate(host: string): Promise<void>[] {
    const node = this.nodeOf(host);
    node.usedAt = this.now();
    if (!node.inFlight && node.dueAt <= this.now()) {
      node.inFlight = this.inTurn(() => this.ask(host, node)).finally(() => {
        delete node.inFlight;
      });
    }
    return node.inFlight ? [node.inFlight] : [];
  }

  private async ask(host: string, node: NodeState): Promise<void> {
    const startedAt = this.now();
    const answer = await this.options.ask(host).catch(unforeseen);
    const interval = this.options.intervalMs(host);
    if (!answer.ok) {
      node.failures += 1;
      node.trouble = answer.error.message;
      const pause = Math.min(LONGEST_PAUSE_MS, interval * 2 ** Math.min(node.failures - 1, 6));
      node.dueAt = this.now() + pause * (0.75 + Math.random() / 2);
      return;
    }
    const { said, unreadable } = answer.data;
    // What the node told by itself meanwhile is newer than what it was asked before.
    const told = [...node.readings].filter(([, { at }]) => at > startedAt);
    node.readings = new Map(said.map((one) => [keyOf(one), this.readingFrom(host, one)]));
    for (const [key, reading] of told) node.readings.set(key, reading);
    node.answeredAt = this.now();
    node.failures = 0;
    const [odd] = unreadable;
    node.trouble = odd ? `A state cannot be read: ${odd.name ?? 'unnamed'}, ${odd.why}.` : null;
    node.dueAt = this.now() + interval;
    this.options.onAnswer?.(host);
  }

  private readingFrom(host: string, { node: _, ...said }: Said): LiveReading {
    return {
      ...said,
      ...{ source: 'notification', sourceName: this.options.sourceName(host) ?? host },
      ...{ host, interface: null, process: null, at: this.now() },
    };
  }

  /** A node that fell silent vouches for nothing after a while, whatever it said last. */
  private readingsOf(host: string): LiveReading[] {
    const oldest = this.now() - (3 * this.options.intervalMs(host) + LONGEST_PAUSE_MS);
    return [...(this.nodes.get(host)?.readings.values() ?? [])].filter(({ at }) => at >= oldest);
  }

  private sourceOf(host: string): LiveSource {
    const sourceName = this.options.sourceName(host);
    const node = this.nodes.get(host);
    const unfit = 'Its name does not fit into an address, so it is not asked.';
    return {
      source: 'notification',
      sourceName: sourceName ?? 'PTP notification',
      hosts: [host],
      answeredAt: node?.answeredAt ?? null,
      trouble: sourceName === undefined ? unfit : (node?.trouble ?? null),
    };
  }

  private forgetIdle(): void {
    for (const [host, node] of this.nodes) {
      if (this.now() - node.usedAt <= IDLE_MS || node.inFlight) continue;
      this.nodes.delete(host);
      this.options.onForgotten?.(host);
    }
  }

  private patience(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, this.options.patienceMs ?? PATIENCE_MS).unref();
    });
  }
}

const unforeseen = (cause: unknown): Result<never> => ({
  ok: false,
  error: { kind: 'unavailable', message: cause instanceof Error ? cause.message : String(cause) },
});
