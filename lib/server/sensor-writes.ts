/** Changes to the sensors of a host, as orders of steps. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { SensorModel } from '@/lib/domain/sensor/sensor';
import {
  groupAttributes,
  groupOf,
  type SensorCall,
  sensorOf,
  sensorSteps,
} from '@/lib/domain/sensor/sensor-calls';
import { SENSOR_DEED, SENSOR_RIGHT } from '@/lib/domain/sensor/sensor-rules';
import type { Connection } from '@/lib/stx/connection';
import * as writes from '@/lib/stx/sysinv/sensors';
import { guard } from './guard';
import { nameOfHost } from './host-name';
import { invalidateHosts } from './outdated';
import type { Session } from './session-types';
import { notThere, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

/** @property host uuid */
export type SensorOrder = StepOrder<SensorCall> & { host: string };

export async function orderSensorCalls({ host, ...order }: SensorOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  // For the names in the audit trail; what is to be done is looked up anew.
  const begun = await look(session.data, host, false);
  const model = begun.ok ? begun.data : { sensors: [], groups: [] };
  return orderSteps(sensorChanges(host, await nameOfHost(session.data, host), model), order);
}

const sensorChanges = (
  host: string,
  hostname: string,
  begun: SensorModel,
): StepKind<SensorCall, SensorModel> => ({
  kit: sensorSteps,
  rightOf: () => SENSOR_RIGHT,
  gerundOf: () => SENSOR_DEED,
  auditOf: (call) => auditOfSensors(call, hostname, begun),
  look: (session) => look(session, host, true),
  send: async ({ connection }, call, state) => {
    const answer = await send(connection, host, call, state);
    return answer.ok ? ok(sensorSteps.after(call, state)) : answer;
  },
  invalidate: invalidateHosts,
});

async function look(session: Session, hostId: string, anew: boolean): Promise<Result<SensorModel>> {
  const [sensors, groups] = await Promise.all([
    readView(session, 'hostSensors', { hostId }, anew),
    readView(session, 'hostSensorGroups', { hostId }, anew),
  ]);
  // An older reading is no basis for a change.
  const error = anew ? (sensors.error ?? groups.error) : undefined;
  if (error) return fail(error);
  if (!sensors.value || !groups.value)
    return fail({ kind: 'unavailable', message: 'The sensors could not be read.', service: 'sysinv' });
  return ok({ sensors: sensors.value.data.rows, groups: groups.value.data.rows });
}

async function send(
  connection: Connection,
  host: string,
  call: SensorCall,
  model: SensorModel,
): Promise<Result<null>> {
  switch (call.do) {
    case 'group.change':
      return groupOf(model, call.group)
        ? writes.changeGroup(connection, call.group, call.to)
        : notThere('This group is not there any more.');
    case 'group.suppress':
      return groupOf(model, call.group)
        ? writes.suppressGroup(connection, call.group, call.suppress)
        : notThere('This group is not there any more.');
    case 'sensor.suppress':
      return sensorOf(model, call.sensor)
        ? writes.suppressSensor(connection, call.sensor, call.suppress)
        : notThere('This sensor is not there any more.');
    case 'relearn':
      return writes.relearnSensors(connection, host);
  }
}

/** The names of details are those that lib/server/audit.ts may write in the clear. */
function auditOfSensors(call: SensorCall, hostname: string, model: SensorModel) {
  const detail = (text: string) => ({ hostname, sensorParameters: text });
  switch (call.do) {
    case 'group.change':
      return {
        action: 'sensor-group.change',
        target: `${hostname}/${groupOf(model, call.group)?.name ?? call.group}`,
        details: detail(
          groupAttributes(call.to)
            .map(([name, value]) => `${name}=${value}`)
            .join(' '),
        ),
      };
    case 'group.suppress':
      return {
        action: 'sensor-group.suppress',
        target: `${hostname}/${groupOf(model, call.group)?.name ?? call.group}`,
        details: detail(`suppress=${call.suppress}`),
      };
    case 'sensor.suppress':
      return {
        action: 'sensor.suppress',
        target: `${hostname}/${sensorOf(model, call.sensor)?.name ?? call.sensor}`,
        details: detail(`suppress=${call.suppress}`),
      };
    case 'relearn':
      return { action: 'sensors.relearn', target: hostname, details: { hostname } };
  }
}
