/** Alarms of a large cloud: what its hosts' states raise in life, and a few of the kinds that wander. */
import type { World } from '../kernel/world';
import { type Episode, replay } from './seed-history';

type Row = World['sysinv']['hosts'][number]['row'];

export function deriveFromHosts(world: World): void {
  const episodes = world.sysinv.hosts.flatMap(({ row }) => ofHost(row, world.random));
  const workers = world.sysinv.hosts.filter(({ row }) => row.personality === 'worker').length;
  replay(world, [...episodes, ...wandering(world.random, workers)]);
}

/** Locked, failed, degraded and misconfigured hosts each carry the alarm that says so. */
function ofHost(row: Row, random: () => number): Episode[] {
  const { hostname } = row;
  if (hostname === null) return [];
  const age = 5 + random() * 4000;
  const entity = `host=${hostname}`;
  const found: Episode[] = [];
  if (row.administrative === 'locked') {
    const reason_text = `${hostname} was administratively locked to take it out-of-service.`;
    found.push({ alarm_id: '200.001', entity_instance_id: entity, age, reason_text });
  }
  if (row.availability === 'failed') {
    const reason_text = `${hostname} experienced a service-affecting failure. Auto-recovery in progress. Manual Lock and Unlock may be required if auto-recovery is unsuccessful.`;
    found.push({ alarm_id: '200.004', entity_instance_id: entity, age, reason_text });
  }
  if (row.availability === 'degraded') {
    const reason_text = `Memory threshold exceeded ; threshold 90.00%, actual ${(90 + random() * 9).toFixed(2)}%`;
    found.push({
      alarm_id: '100.103',
      entity_instance_id: `${entity}.memory=platform`,
      severity: 'critical',
      age,
      reason_text,
    });
  }
  if (row.config_status !== null && row.config_status !== '') {
    const reason_text = `${hostname} Configuration is out-of-date.`;
    found.push({ alarm_id: '250.001', entity_instance_id: entity, age, reason_text });
  }
  return found;
}

/** Full file systems on some workers, and two ports without a link (these make FM ask sysinv). */
function wandering(random: () => number, workers: number): Episode[] {
  const worker = () => `worker-${Math.floor(random() * Math.min(workers, 900))}`;
  // As many per host as a thousand hosts have.
  const some = (inAll: number) => Math.ceil((inAll * workers) / 989);
  const full = Array.from(
    { length: some(12) },
    (): Episode => ({
      alarm_id: '100.104',
      entity_instance_id: `host=${worker()}.filesystem=/var/log`,
      severity: 'major',
      age: 20 + random() * 3000,
      reason_text: `File System threshold exceeded ; threshold 80.00%, actual ${(80 + random() * 9).toFixed(2)}%`,
    }),
  );
  const ports = [41, 733]
    .filter((n) => n < workers)
    .map(
      (n): Episode => ({
        alarm_id: '100.112',
        entity_instance_id: `host=worker-${n}.port=enp59s0f1`,
        age: 60 + random() * 2000,
        reason_text: "'DATA' Port down.",
      }),
    );
  return [...full, ...ports];
}
