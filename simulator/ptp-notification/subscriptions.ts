/** Who wants to be told: subscriptions of one cloud, and the pushes that they get when a state changes. */
import { randomUUID } from 'node:crypto';
import type { World } from '../kernel/world';
import type { Clocks } from '../timing/clocks';
import { isInService } from '../timing/in-service';
import type { Address } from './address';
import { cloudEvent, valuesOf } from './resources';
import { stateV1 } from './version1';

export type Subscription = {
  id: string;
  version: 1 | 2;
  /** Whose sidecar was asked; each keeps a list of its own. */
  keeper: string;
  endpoint: string;
  address: Address;
  /** What the answer repeats of the request. */
  body: Record<string, unknown>;
};

/** Between two looks for what no audit finds, on the time line of waits. */
const POLL_MS = 30_000;
/** How long an endpoint may take, real time. */
const PUSH_TIMEOUT_MS = 2000;

export class Subscriptions {
  private list: Subscription[] = [];
  /** By subscription and address of a value: what was told last. */
  private readonly told = new Map<string, string>();
  private polling = false;

  constructor(private readonly world: World) {
    world.timing.onChange(() => this.look());
  }

  of(keeper: string, version: 1 | 2): Subscription[] {
    return this.list.filter((one) => one.keeper === keeper && one.version === version);
  }

  find(keeper: string, version: 1 | 2, id: string): Subscription | undefined {
    return this.of(keeper, version).find((one) => one.id === id);
  }

  /** Adds one and tells it how things are; undefined when there is one for the same endpoint and resource already. */
  add(given: Omit<Subscription, 'id'>): Subscription | undefined {
    const same = JSON.stringify(given.address);
    const known = this.of(given.keeper, given.version);
    if (
      known.some(({ endpoint, address }) => endpoint === given.endpoint && JSON.stringify(address) === same)
    ) {
      return undefined;
    }
    const added = { ...given, id: randomUUID() };
    this.list.push(added);
    this.tell(added, this.world.timing.clocks());
    this.poll();
    return added;
  }

  remove(one: Subscription): void {
    this.list = this.list.filter((other) => other !== one);
    for (const key of this.told.keys()) if (key.startsWith(one.id)) this.told.delete(key);
  }

  private look(): void {
    if (this.list.length === 0) return;
    const clocks = this.world.timing.clocks();
    for (const one of this.list) this.tell(one, clocks);
  }

  private poll(): void {
    if (this.polling) return;
    this.polling = true;
    this.world.clock.after(POLL_MS, () => {
      this.polling = false;
      this.look();
      if (this.list.length > 0) this.poll();
    });
  }

  private tell(one: Subscription, clocks: Clocks): void {
    const { node, instance, resources } = one.address;
    const hosts = node === '*' ? clocks.configuration.hosts() : [node === '.' ? one.keeper : node];
    for (const host of hosts.filter((name) => isInService(this.world, name))) {
      const reading = clocks.read(host, this.world.clock.now());
      if (!reading) continue;
      for (const resource of one.version === 1 ? [] : resources) {
        for (const value of valuesOf(resource, reading)) {
          if (instance !== undefined && value.instance !== instance) continue;
          const key = `${one.id}/${host}/${value.instance ?? ''}${resource}`;
          this.push(one, key, value.value, cloudEvent(resource, host, value));
        }
      }
      if (one.version === 1) {
        const state = stateV1(reading);
        if (state) this.push(one, `${one.id}/${host}`, state.EventData.State, state);
      }
    }
  }

  /** Told once for every value; an endpoint that does not answer has missed it. */
  private push(one: Subscription, key: string, value: string, body: unknown): void {
    if (this.told.get(key) === value) return;
    this.told.set(key, value);
    void fetch(one.endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PUSH_TIMEOUT_MS),
    }).catch(() => undefined);
  }
}
