/** Writes a past: alarms that came and went, entries of the log, at times counted back from now. */
import type { World } from '../kernel/world';
import { type SpecInput, specOf } from './catalogue';

export const MINUTE = 60_000;

/**
 * One thing that happened. Ages are minutes before now: an alarm without `cleared` is still active, `log` makes it
 * an entry of the log.
 */
export type Episode = SpecInput & { age: number; cleared?: number; log?: boolean };

/** Plays episodes, the oldest first, so that integer ids follow time as they do in a database. */
export function replay(world: World, episodes: readonly Episode[]): void {
  const now = world.clock.now();
  for (const { age, cleared, log, ...input } of [...episodes].sort((a, b) => b.age - a.age)) {
    const spec = specOf(input);
    const at = now - age * MINUTE;
    if (log) {
      world.fm.log(spec, at);
      continue;
    }
    world.fm.raise(spec, at);
    if (cleared !== undefined) {
      world.fm.clear(spec.alarm_id, spec.entity_instance_id, now - cleared * MINUTE);
    }
  }
}

type Template = (host: string, random: () => number) => SpecInput;

/** What comes and goes on any host of a cloud that is in use; what clocks do is in timing/seed.ts. */
const COMMON: readonly Template[] = [
  (host, random) => {
    const actual = 90 + random() * 4.9;
    return {
      alarm_id: '100.101',
      entity_instance_id: `host=${host}`,
      severity: 'major',
      reason_text: `Platform CPU threshold exceeded ; threshold 90.00%, actual ${actual.toFixed(2)}%`,
    };
  },
  (host, random) => ({
    alarm_id: '100.103',
    entity_instance_id: `host=${host}.memory=platform`,
    severity: 'major',
    reason_text: `Memory threshold exceeded ; threshold 80.00%, actual ${(80 + random() * 9).toFixed(2)}%`,
  }),
  (host) => ({
    alarm_id: '200.010',
    entity_instance_id: `host=${host}`,
    reason_text: `${host} access to board management module has failed.`,
  }),
  (host) => ({
    alarm_id: '200.007',
    entity_instance_id: `host=${host}.sensor=fan3`,
    severity: 'minor',
    reason_text: 'Host is degraded due to minor out-of-tolerance reading from the "fan3" sensor',
  }),
];

/** Hosts that the seeds may name: every world has the first; see worlds/*.ts. */
const HOSTS: Record<World['inventory'], string[]> = {
  simplex: ['controller-0'],
  duplex: ['controller-0', 'controller-1'],
  standard: [
    'controller-0',
    'controller-1',
    'storage-0',
    'storage-1',
    'worker-0',
    'worker-1',
    'worker-2',
    'worker-7',
  ],
  fleet: Array.from({ length: 900 }, (_, n) => `worker-${n}`),
  ceph: ['controller-0', 'controller-1', 'storage-0', 'storage-1', 'worker-0'],
  rook: ['controller-0', 'controller-1', 'worker-0'],
  lvm: ['controller-0'],
};

/** `count` episodes of a few minutes to some hours each, spread over the last `ms`, all over by now. */
export function scatter(world: World, ms: number, count: number): void {
  const hosts = HOSTS[world.inventory];
  const episodes = Array.from({ length: count }, (): Episode => {
    const host = hosts[Math.floor(world.random() * hosts.length)] ?? 'controller-0';
    const template = COMMON[Math.floor(world.random() * COMMON.length)] ?? COMMON[0];
    const age = 30 + world.random() * (ms / MINUTE - 30);
    const lasted = 2 + world.random() ** 3 * 180;
    const input = template?.(host, world.random) ?? {
      alarm_id: '100.101',
      entity_instance_id: `host=${host}`,
    };
    return { ...input, age, cleared: Math.max(5, age - lasted) };
  });
  replay(world, episodes);
}
