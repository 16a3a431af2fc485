/** Changes to sensors, each one request to sysinv (api/controllers/v1/sensorgroup.py, sensor.py). */
import { shellQuote } from '../host-action-cli';
import type { StepsOf } from '../steps';
import { LEVELS, type Level, type SensorGroup, type SensorModel } from './sensor';

/** What of a group changes; nothing else is sent. */
export type GroupChange = { intervalSeconds?: number } & { [level in Level]?: string };

export type SensorCall =
  | { do: 'group.change'; group: string; to: GroupChange }
  | { do: 'group.suppress'; group: string; suppress: boolean }
  | { do: 'sensor.suppress'; sensor: string; suppress: boolean }
  /** The model of the host is deleted, and learnt anew. */
  | { do: 'relearn' };

/** Sensors and groups are meant by uuid. */
export type SensorJob =
  | { job: 'group'; group: string }
  | { job: 'suppress'; group: string; suppress: boolean }
  | { job: 'suppress'; sensors: readonly string[]; suppress: boolean }
  | { job: 'relearn' };

export const groupOf = ({ groups }: SensorModel, id: string) => groups.find((one) => one.id === id);
export const sensorOf = ({ sensors }: SensorModel, id: string) => sensors.find((one) => one.id === id);

const verb = (suppress: boolean): string => (suppress ? 'Suppress' : 'Unsuppress');

export function sensorTitle(call: SensorCall, model: SensorModel): string {
  switch (call.do) {
    case 'group.change':
      return `Change ${groupOf(model, call.group)?.name ?? call.group}`;
    case 'group.suppress':
      return `${verb(call.suppress)} group ${groupOf(model, call.group)?.name ?? call.group}`;
    case 'sensor.suppress':
      return `${verb(call.suppress)} ${sensorOf(model, call.sensor)?.name ?? call.sensor}`;
    case 'relearn':
      return 'Relearn the sensors';
  }
}

/** The platform's names of what changes, `name=value`. */
export function groupAttributes({ intervalSeconds, ...actions }: GroupChange): [string, string | number][] {
  return [
    ...(intervalSeconds === undefined
      ? []
      : [['audit_interval_group', intervalSeconds] satisfies [string, number]]),
    ...LEVELS.flatMap((level): [string, string][] => {
      const action = actions[level];
      return action === undefined ? [] : [[`actions_${level}_group`, action]];
    }),
  ];
}

const flagWord = (suppress: boolean): string => (suppress ? 'True' : 'False');

/** The `system …` command (cgts-client v1/isensorgroup_shell.py, isensor_shell.py). */
export function sensorCli(call: SensorCall, hostname: string): string {
  const host = shellQuote(hostname);
  switch (call.do) {
    case 'group.change': {
      const words = groupAttributes(call.to).map(([name, value]) => shellQuote(`${name}=${value}`));
      return `system host-sensorgroup-modify ${host} ${call.group} ${words.join(' ')}`;
    }
    case 'group.suppress':
      return `system host-sensorgroup-modify ${host} ${call.group} suppress=${flagWord(call.suppress)}`;
    case 'sensor.suppress':
      return `system host-sensor-modify ${host} ${call.sensor} suppress=${flagWord(call.suppress)}`;
    case 'relearn':
      return `system host-sensorgroup-relearn ${host}`;
  }
}

/** What of a change is not so yet. */
function different(to: GroupChange, group: SensorGroup): GroupChange {
  const left: GroupChange = {};
  if (to.intervalSeconds !== undefined && to.intervalSeconds !== group.intervalSeconds)
    left.intervalSeconds = to.intervalSeconds;
  for (const level of LEVELS) {
    const action = to[level];
    if (action !== undefined && action !== group.actions[level]) left[level] = action;
  }
  return left;
}

/** What is gone is asked for all the same, so that somebody says so. */
function remaining(call: SensorCall, model: SensorModel): SensorCall | null {
  switch (call.do) {
    case 'group.change': {
      const group = groupOf(model, call.group);
      if (!group) return call;
      const to = different(call.to, group);
      return Object.keys(to).length > 0 ? { ...call, to } : null;
    }
    case 'group.suppress':
      return groupOf(model, call.group)?.suppressed === call.suppress ? null : call;
    case 'sensor.suppress':
      return sensorOf(model, call.sensor)?.suppressed === call.suppress ? null : call;
    case 'relearn':
      return call;
  }
}

/** A group hands what it gets to its sensors (sensorgroup.py patch, isensorgroup_propagate). */
function after(call: SensorCall, model: SensorModel): SensorModel {
  const { sensors, groups } = model;
  switch (call.do) {
    case 'group.change': {
      const { intervalSeconds, ...actions } = call.to;
      const seconds = intervalSeconds === undefined ? {} : { intervalSeconds };
      return {
        groups: groups.map((one) =>
          one.id === call.group ? { ...one, ...seconds, actions: { ...one.actions, ...actions } } : one,
        ),
        sensors: sensors.map((one) =>
          one.groupId === call.group ? { ...one, ...seconds, actions: { ...one.actions, ...actions } } : one,
        ),
      };
    }
    case 'group.suppress':
      return {
        groups: groups.map((one) => (one.id === call.group ? { ...one, suppressed: call.suppress } : one)),
        sensors: sensors.map((one) =>
          one.groupId === call.group ? { ...one, suppressed: call.suppress } : one,
        ),
      };
    case 'sensor.suppress':
      return {
        groups,
        sensors: sensors.map((one) => (one.id === call.sensor ? { ...one, suppressed: call.suppress } : one)),
      };
    case 'relearn':
      return { sensors: [], groups: [] };
  }
}

/** A model that was deleted does not come back as it was. */
function inverse(call: SensorCall, before: SensorModel): SensorCall | null {
  switch (call.do) {
    case 'group.change': {
      const group = groupOf(before, call.group);
      if (!group) return null;
      const to: GroupChange = {};
      if (call.to.intervalSeconds !== undefined && group.intervalSeconds !== null)
        to.intervalSeconds = group.intervalSeconds;
      for (const level of LEVELS) {
        const was = group.actions[level];
        if (call.to[level] !== undefined && was !== null) to[level] = was;
      }
      return { ...call, to };
    }
    case 'group.suppress':
    case 'sensor.suppress':
      return { ...call, suppress: !call.suppress };
    case 'relearn':
      return null;
  }
}

export const sensorSteps: StepsOf<SensorCall, SensorModel> = {
  ...{ remaining, inverse, after },
  partOf: () => null,
};
