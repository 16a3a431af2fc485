/** What may be done to sensors, as the platform checks it. */
import { type Host, hasBoardManagement, hostName } from '../host';
import { allowed, denied, type Verdict } from '../result';
import { may, type Right, type Viewer } from '../rights';
import { LEVELS, type Level, type Sensor, type SensorGroup, type SensorModel, sensorLook } from './sensor';
import { groupOf, type SensorCall, sensorOf } from './sensor-calls';

export const SENSOR_RIGHT: Right = 'system.configure';
export const SENSOR_DEED = 'Changing sensors';
/** Admin and configurator (policies config_api:isensorgroups, isensors: modify). */
export const mayChangeSensors = (viewer: Viewer): Verdict => may(viewer, SENSOR_RIGHT, SENSOR_DEED);

/** Seconds (mtce hwmon.h HWMON_MIN_AUDIT_INTERVAL), up to what the platform's column holds. */
export const INTERVAL = { least: 10, most: 2_147_483_647 } as const;

export function intervalVerdict(seconds: number): Verdict {
  const fits = Number.isInteger(seconds) && seconds >= INTERVAL.least && seconds <= INTERVAL.most;
  return fits
    ? allowed
    : denied(`A whole number of seconds, at least ${INTERVAL.least}`, 'mtce hwmonSensor.cpp group_modify');
}

/** What the hardware monitor takes at each level, where the row does not say (hwmonUtil.cpp is_valid_action). */
const TAKEN: Record<Level, readonly string[]> = {
  critical: ['alarm', 'ignore', 'log', 'reset', 'powercycle'],
  major: ['alarm', 'ignore', 'log'],
  minor: ['alarm', 'ignore', 'log'],
};

/** Actions that may be chosen at a level: the row's own. */
export const actionChoices = ({ choices }: Pick<SensorGroup, 'choices'>, level: Level): readonly string[] =>
  choices[level].length > 0 ? choices[level] : TAKEN[level];

/** What an action means. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  alarm: 'Raise an alarm',
  ignore: 'Do nothing',
  log: 'Write a line in the event log',
  reset: 'Reset the host',
  powercycle: 'Cycle the power of the host',
};

/** Does an alarm 200.007 stand while a sensor is at a level with this action? */
const RAISING: readonly string[] = ['alarm', 'reset', 'powercycle'];
export const raisesAlarm = (action: string | null): boolean => action !== null && RAISING.includes(action);

/** Sensors that raise an alarm as soon as they are not suppressed any more. */
export const wouldRaise = (sensors: readonly Sensor[]): Sensor[] =>
  sensors.filter((sensor) => {
    const look = sensorLook(sensor);
    return LEVELS.some((level) => level === look && raisesAlarm(sensor.actions[level]));
  });

/**
 * The platform takes the request whatever the host has (sensorgroup.py relearn, hwmonHttp.cpp), and learns nothing where there is
 * no board management: nothing is deleted for it here.
 */
export function relearnVerdict(host: Host): Verdict {
  return hasBoardManagement(host)
    ? allowed
    : denied(
        `${hostName(host)} has no board management: there is nothing to learn from.`,
        'mtce hwmonClass.cpp bmc_learn_sensor_model',
      );
}

export function sensorVerdict(call: SensorCall, host: Host, model: SensorModel): Verdict {
  switch (call.do) {
    case 'group.change': {
      const group = groupOf(model, call.group);
      if (!group) return denied('This group is not there any more. The sensors may have been learnt anew.');
      if (call.to.intervalSeconds !== undefined) {
        const verdict = intervalVerdict(call.to.intervalSeconds);
        if (!verdict.ok) return verdict;
      }
      const wrong = LEVELS.find((level) => {
        const action = call.to[level];
        return action !== undefined && !actionChoices(group, level).includes(action);
      });
      return wrong
        ? denied(`${call.to[wrong]} is no action for ${wrong}.`, 'mtce hwmonUtil.cpp is_valid_action')
        : allowed;
    }
    case 'group.suppress':
      return groupOf(model, call.group)
        ? allowed
        : denied('This group is not there any more. The sensors may have been learnt anew.');
    case 'sensor.suppress':
      return sensorOf(model, call.sensor)
        ? allowed
        : denied('This sensor is not there any more. The sensors may have been learnt anew.');
    case 'relearn':
      return relearnVerdict(host);
  }
}
