/**
 * Subscriptions of this process at the nodes. Each has a callback of its own whose last part nobody can guess: knowing
 * it is what lets a node in. They are held in memory alone; what an earlier process left behind is removed.
 */
import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Node } from '@/lib/stx/ptp-notification/node';
import { listSubscriptions, subscribe, unsubscribe } from '@/lib/stx/ptp-notification/subscriptions';
import { log } from '../log';
import { newRequestId } from '../request-id';
import { atMost } from './at-most';

/** `theirs` is the node's own id; null until it has answered. */
type Subscription = { secret: string; host: string; theirs: string | null };
type HostState = { checkedAt: number; checking?: Promise<void>; said?: string | undefined };

/** Where app/api/ptp-events answers. */
export const EVENTS_PATH = '/api/ptp-events/';
/** A path as the log may have it: without what lets a node in. */
export const loggedPath = (path: string): string =>
  path.startsWith(EVENTS_PATH) ? `${EVENTS_PATH}***` : path;

const CHECK_MS = 60_000;
const REMOVED_AT_ONCE = 32;

export type PushOptions = {
  /** Address of this process without a trailing slash, as nodes reach it. */
  callback: string;
  nodeOf: (host: string) => Node | undefined;
  now?: () => number;
};

export class Push {
  private readonly bySecret = new Map<string, Subscription>();
  private readonly byHost = new Map<string, Subscription>();
  private readonly hosts = new Map<string, HostState>();
  private readonly now: () => number;
  private ending = false;

  constructor(private readonly options: PushOptions) {
    this.now = options.now ?? Date.now;
  }

  /** Whose callback this is, or undefined. */
  hostOf(secret: string): string | undefined {
    return this.bySecret.get(secret)?.host;
  }

  /** Does the node tell by itself, as far as is known? */
  isSubscribed(host: string): boolean {
    return typeof this.byHost.get(host)?.theirs === 'string';
  }

  /** Sees to it, once a minute at most, that the node has our subscription: a reboot loses it. Never rejects. */
  async keep(host: string): Promise<void> {
    const state = this.hosts.get(host) ?? { checkedAt: Number.NEGATIVE_INFINITY };
    this.hosts.set(host, state);
    if (state.checking || this.ending || this.now() - state.checkedAt < CHECK_MS) return state.checking;
    state.checkedAt = this.now();
    state.checking = this.check(host)
      .then((why) => this.tell(host, state, why))
      .finally(() => {
        delete state.checking;
      });
    return state.checking;
  }

  /** Removes the subscription of a host that nobody asks for any more. */
  async drop(host: string): Promise<void> {
    this.hosts.delete(host);
    const held = this.byHost.get(host);
    if (held) await this.remove(held);
  }

  /** Removes every subscription: the process ends. */
  async removeAll(): Promise<void> {
    this.ending = true;
    // What is being asked for right now would be left behind.
    await Promise.all([...this.hosts.values()].map(({ checking }) => checking));
    const inTurn = atMost(REMOVED_AT_ONCE);
    await Promise.all([...this.bySecret.values()].map((held) => inTurn(() => this.remove(held))));
  }

  /** @returns why there is no subscription, or undefined */
  private async check(host: string): Promise<string | undefined> {
    const node = this.options.nodeOf(host);
    if (!node) return 'It has no address.';
    const listed = await listSubscriptions(node, newRequestId());
    if (!listed.ok) return listed.error.message;
    const prefix = `${this.options.callback}${EVENTS_PATH}`;
    const ours = listed.data.filter(({ callback }) => callback.startsWith(prefix));
    let held = this.byHost.get(host);
    if (held && !ours.some(({ id }) => id === held?.theirs)) {
      this.forget(held);
      held = undefined;
    }
    const left = ours.filter(({ id }) => id !== held?.theirs);
    for (const { id } of left) await unsubscribe(node, id, newRequestId());
    return held ? undefined : this.add(host, node, prefix);
  }

  private async add(host: string, node: Node, prefix: string): Promise<string | undefined> {
    const held: Subscription = { secret: randomBytes(32).toString('base64url'), host, theirs: null };
    // Known before it is asked for: the node calls back before it answers.
    this.bySecret.set(held.secret, held);
    this.byHost.set(host, held);
    const made = await subscribe(node, `${prefix}${held.secret}`, newRequestId());
    if (!made.ok) {
      this.forget(held);
      return made.error.message;
    }
    held.theirs = made.data.id;
    return undefined;
  }

  private async remove(held: Subscription): Promise<void> {
    this.forget(held);
    const node = this.options.nodeOf(held.host);
    if (node && held.theirs !== null) await unsubscribe(node, held.theirs, newRequestId());
  }

  private forget(held: Subscription): void {
    this.bySecret.delete(held.secret);
    this.byHost.delete(held.host);
  }

  /** Readings go on without a subscription, so it is a matter for the log; said once, not each minute. */
  private tell(host: string, state: HostState, why: string | undefined): void {
    if (why !== undefined && why !== state.said)
      log.warn({ service: 'ptp-notification', reason: `${host}: ${why}` }, 'A node takes no subscription');
    state.said = why;
  }
}
