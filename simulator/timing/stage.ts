/** For tests: what the four witnesses say of a host at one moment: fault management, its log, notifications, metrics. */
import type { World } from '../kernel/world';
import { samplesOf } from '../metrics/series';
import { type Resource, valuesOf } from '../ptp-notification/resources';

const CLOCK_IDS = ['100.119', '100.114'];
const STATES = ['FREERUN', 'LOCKED', 'HOLDOVER'];

/** Active alarms of a host's clocks, `entity below the host: severity`, in order. */
export function alarmsOn(world: World, host: string): string[] {
  return world.fm.alarms
    .filter(
      ({ alarm_id, entity_instance_id }) =>
        CLOCK_IDS.includes(alarm_id) && entity_instance_id.startsWith(`host=${host}.`),
    )
    .map(({ entity_instance_id, severity }) => `${entity_instance_id.slice(6 + host.length)}: ${severity}`)
    .sort();
}

/** What the log says of an entity since a moment: `set minor`, `clear minor`… */
export function logOf(world: World, host: string, entity: string, since: number): string[] {
  return world.fm.events
    .filter(
      ({ entity_instance_id, timestamp }) =>
        entity_instance_id === `host=${host}.${entity}` && timestamp >= since,
    )
    .map(({ state, severity }) => `${state} ${severity}`);
}

export function textOf(world: World, host: string, entity: string): string | undefined {
  return world.fm.alarms.find(({ entity_instance_id }) => entity_instance_id === `host=${host}.${entity}`)
    ?.reason_text;
}

/** Values of a resource of the notification API, in the order of the instances. */
export function notified(world: World, host: string, resource: Resource): string[] {
  const reading = world.timing.read(host);
  return reading ? valuesOf(resource, reading).map(({ value }) => value) : [];
}

/** Values of a metric of one process, in the order of the instances. */
export function measured(world: World, host: string, process: string, metric: string): number[] {
  const reading = world.timing.read(host);
  return (reading ? samplesOf(reading) : [])
    .filter(({ name, labels }) => name === `openshift_ptp_${metric}` && labels.process === process)
    .map(({ value }) => value);
}

/**
 * State and class of every ptp4l instance: `HOLDOVER 7`. Throws where the notification API and the metrics
 * disagree, so that every stage of every test holds them against each other.
 */
export function ptpOf(world: World, host: string): string[] {
  const states = notified(world, host, '/sync/ptp-status/lock-state');
  const classes = notified(world, host, '/sync/ptp-status/clock-class');
  const metrics = measured(world, host, 'ptp4l', 'clock_state').map((state) => STATES[state]);
  const metricClasses = measured(world, host, 'ptp4l', 'clock_class').map(String);
  if (metrics.join() !== states.join() || metricClasses.join() !== classes.join()) {
    throw new Error(`${host}: notified ${states} ${classes}, measured ${metrics} ${metricClasses}`);
  }
  const system = notified(world, host, '/sync/sync-status/os-clock-sync-state');
  const measuredSystem = measured(world, host, 'phc2sys', 'clock_state').map((state) => STATES[state]);
  if (system.join() !== measuredSystem.join()) throw new Error(`${host}: ${system}, ${measuredSystem}`);
  return states.map((state, n) => `${state} ${classes[n]}`);
}
