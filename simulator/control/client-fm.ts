/** Alarms and their past, from the other side of the control port. */
import type { SpecInput } from '../fm/catalogue';
import type { Episode } from '../fm/seed-history';
import type { FloodPlan } from '../fm/streams/flood';
import { ControlCalls, type Where } from './client-calls';

export class FmControl extends ControlCalls {
  /** Raises an alarm; the catalogue fills in what is left out. Returns its uuid. */
  async raise(alarm: SpecInput, where: Where = {}): Promise<string> {
    return (await this.call<{ uuid: string }>('POST', 'fm/raise', { ...where, ...alarm })).uuid;
  }

  async clear(alarmId: string, entity: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/clear', { ...where, alarm_id: alarmId, entity_instance_id: entity });
  }

  /** An entry of the event log that is no alarm. Returns its uuid. */
  async log(entry: SpecInput, where: Where = {}): Promise<string> {
    return (await this.call<{ uuid: string }>('POST', 'fm/log', { ...where, ...entry })).uuid;
  }

  /** Suppresses an alarm id, or lifts that, as another user of the platform would. */
  async suppress(alarmId: string, suppressed = true, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/suppress', { ...where, alarm_id: alarmId, suppressed });
  }

  /** Alarms that come and go by themselves; off clears those that are up. */
  async noise(options: { on: boolean; everyMs?: number }, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/noise', { ...where, ...options });
  }

  /**
   * Raises many alarms over `raiseMs`, changes `changesPerMinute` of them for `holdMs` (until `endFlood`, if left out), then
   * clears them over `clearMs`. In simulated time: `advance` passes it at once, `speed(1)` makes it that of the clock.
   */
  async flood(plan: Partial<FloodPlan> = {}, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/flood', { ...where, ...plan });
  }

  /** Ends a flood now; how many alarms were cleared. */
  async endFlood(where: Where = {}): Promise<number> {
    return (await this.call<{ cleared: number }>('DELETE', 'fm/flood', where)).cleared;
  }

  /** Raises and clears one alarm over and over: the first raise is now, and in the end it is cleared. */
  async flap(alarm: SpecInput & { everyMs?: number; times?: number }, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/flap', { ...where, ...alarm });
  }

  /** Writes so many rows of a past into the event log (30 days, if left out). Returns how many it has then. */
  async history(past: { events: number; days?: number }, where: Where = {}): Promise<number> {
    return (await this.call<{ rows: number }>('POST', 'fm/history', { ...where, ...past })).rows;
  }

  /** Writes what a test says has happened: ages in minutes, `cleared` for what is over, `log` for what is no alarm. */
  async past(episodes: readonly Episode[], where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/past', { ...where, episodes });
  }

  /** How many rows the event log keeps; 4,000 as the platform ships it. */
  async eventLogMax(rows: number, where: Where = {}): Promise<void> {
    await this.call('POST', 'fm/event-log-max', { ...where, rows });
  }
}
