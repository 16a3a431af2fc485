/** Makes a cloud: a clock, a source of chance, and what each service knows. */
import { seedFm } from '../fm/seed';
import { FmState } from '../fm/state';
import { Streams } from '../fm/streams/streams';
import { Clock } from '../kernel/clock';
import { FaultList } from '../kernel/faults';
import { RequestCounts } from '../kernel/requests';
import { inventoryOf, type World, type WorldName } from '../kernel/world';
import { IdentityState } from '../keystone/state';
import { Storage } from '../storage/storage';
import { SysinvState } from '../sysinv/state';
import { seedTiming } from '../timing/seed';
import { Timing } from '../timing/timing';
import { generator } from './chance';
import { seedKube } from './kube';
import { seedSysinv } from './sysinv';
import { uuidFrom } from './uuid';

export type WorldOptions = {
  /** How many times faster than in life a host boots, locks, is installed. */
  speed: number;
  /** Size of a fleet; the other worlds have theirs. */
  hosts?: number | undefined;
  /** Alarms come and go by themselves. */
  noise?: boolean | undefined;
  /** So many rows of older events, over 30 days. */
  events?: number | undefined;
};

/**
 * A fresh cloud. The same name and tag give the same content, except that stamps are counted back from now.
 */
export function createWorld(name: WorldName, tag: string, options: WorldOptions): World {
  const clock = new Clock(options.speed);
  const random = generator(`${name}/${tag}`);
  const fm = new FmState(clock, () => uuidFrom(random));
  const sysinv = new SysinvState();
  const timing = new Timing({ name, clock, fm, sysinv });
  const world: World = {
    tag,
    name,
    inventory: inventoryOf(name),
    clock,
    random,
    sysinv,
    fm,
    // A chance of its own: what the streams draw changes nothing that the seeds write.
    streams: new Streams(clock, fm, sysinv, generator(`${name}/${tag}/streams`)),
    timing,
    storage: new Storage(),
    identity: new IdentityState(clock, tag ? `+${tag}` : ''),
    faults: new FaultList(),
    requests: new RequestCounts(),
  };
  seedSysinv(world, options.hosts);
  seedFm(world);
  seedTiming(world);
  if (name === 'kube' || name === 'upgrading') seedKube(world);
  if (options.events) world.streams.history(options.events);
  if (options.noise) world.streams.noise(true);
  return world;
}
