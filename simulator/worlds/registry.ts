/** The clouds of one simulator: the shared one, and an isolated copy for each tag that somebody logs in with. */
import { WORLD_NAMES, type World, type WorldName } from '../kernel/world';
import type { User } from '../keystone/state';
import { createWorld, type WorldOptions } from './create';

/** How many hosts a fleet of asked size may have: two controllers, two storage hosts and a worker at least. */
const SMALLEST_FLEET = 6;
const LARGEST_FLEET = 2000;
/** The longest past that a tag may ask for, in rows. */
const LONGEST_PAST = 200_000;

/** A copy that nobody used for this long is dropped (real time). */
export const IDLE_MS = 30 * 60_000;

type Options = Omit<WorldOptions, 'hosts'> & {
  /** The shared world, which plain tags copy along with its options. */
  world: WorldName;
  onDrop?: (world: World) => void;
};

export class Registry {
  readonly shared: World;
  private copies = new Map<string, { world: World; usedAt: number }>();

  constructor(private readonly options: Options) {
    const { world, onDrop: _onDrop, ...rest } = options;
    this.shared = createWorld(world, '', rest);
  }

  /**
   * Makes or joins the copy for a tag. `WORLD.TAG` says which world it is a copy of, a plain tag copies the shared
   * one; the whole text is the tag, so `simplex.a` and `a` are two clouds. `fleet100.TAG` is a fleet of a hundred
   * hosts, `standard-noise.TAG` one where alarms come and go, `standard-events50000.TAG` one with a long past.
   * Undefined for what is no tag.
   */
  join(tag: string): World | undefined {
    if (tag === '') return this.shared;
    const present = this.find(tag);
    if (present) return present;
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(tag)) return undefined;
    const [, start, size, extras = ''] =
      /^([a-z]+?)([1-9][0-9]*)?((?:-noise|-events[1-9][0-9]*)*)\./.exec(tag) ?? [];
    const name = WORLD_NAMES.find((known) => known === start);
    const hosts = start === 'fleet' && size ? Number(size) : undefined;
    if (hosts !== undefined && (hosts < SMALLEST_FLEET || hosts > LARGEST_FLEET)) return undefined;
    const events = Number(/-events(\d+)/.exec(name ? extras : '')?.[1] ?? this.options.events ?? 0);
    if (events > LONGEST_PAST) return undefined;
    const noise = (name !== undefined && extras.includes('-noise')) || this.options.noise;
    const options: WorldOptions = { speed: this.options.speed, hosts, noise, events };
    const world = createWorld(name ?? this.options.world, tag, options);
    this.copies.set(tag, { world, usedAt: Date.now() });
    return world;
  }

  /** A copy that exists; reading it counts as use. */
  find(tag: string): World | undefined {
    if (tag === '') return this.shared;
    const copy = this.copies.get(tag);
    if (copy) copy.usedAt = Date.now();
    return copy?.world;
  }

  touch(world: World): void {
    const copy = this.copies.get(world.tag);
    if (copy) copy.usedAt = Date.now();
  }

  list(): World[] {
    return [this.shared, ...[...this.copies.values()].map(({ world }) => world)];
  }

  userById(id: string): { world: World; user: User } | undefined {
    for (const world of this.list()) {
      const user = world.identity.users.find((candidate) => candidate.id === id);
      if (user) return { world, user };
    }
    return undefined;
  }

  /** Drops what was not used for a while. */
  sweep(now = Date.now()): void {
    for (const [tag, { usedAt }] of this.copies) if (now - usedAt >= IDLE_MS) this.drop(tag);
  }

  /** Ends a copy: its time stands still, its tokens end, and whoever logs in with its tag gets a new one. */
  drop(tag: string): void {
    const copy = this.copies.get(tag);
    if (!copy) return;
    copy.world.clock.stop();
    this.copies.delete(tag);
    this.options.onDrop?.(copy.world);
  }

  stop(): void {
    for (const world of this.list()) world.clock.stop();
  }
}
