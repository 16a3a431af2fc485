/** Changes to devices and device images, as orders of steps. */
import 'server-only';
import {
  type DeviceCall,
  type DeviceState,
  deviceSteps,
  nameOfDevice,
} from '@/lib/domain/device/device-calls';
import { labelWords } from '@/lib/domain/device/device-image';
import { DEVICE_DEED, DEVICE_RIGHT } from '@/lib/domain/device/device-rules';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import * as writes from '@/lib/stx/sysinv/devices/device-writes';
import { guard } from './guard';
import { nameOfHost } from './host-name';
import { invalidateDevices } from './outdated';
import type { Session } from './session-types';
import { orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

/** @property host uuid */
export type DeviceOrder = StepOrder<DeviceCall> & { host: string };

export async function orderDeviceCalls({ host, ...order }: DeviceOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const begun = await look(session.data, host, false);
  if (!begun.ok) return begun;
  return orderSteps(deviceChanges(host, await nameOfHost(session.data, host), begun.data), order);
}

const deviceChanges = (
  host: string,
  hostname: string,
  begun: DeviceState,
): StepKind<DeviceCall, DeviceState> => ({
  kit: deviceSteps,
  rightOf: () => DEVICE_RIGHT,
  gerundOf: () => DEVICE_DEED,
  auditOf: (call) => auditOf(call, hostname, begun),
  look: (session) => look(session, host, true),
  send: async ({ connection }, call, state) => {
    const answer = await send(connection, host, call);
    return answer.ok ? ok(deviceSteps.after(call, state)) : answer;
  },
  invalidate: invalidateDevices,
});

/** The names of details are those that lib/server/audit.ts may write in the clear. */
function auditOf(
  call: DeviceCall,
  hostname: string,
  state: DeviceState,
): { action: string; target: string; details?: Record<string, string> } {
  const image = 'image' in call ? state.images.images.find(({ id }) => id === call.image) : undefined;
  switch (call.do) {
    case 'device.change':
      return {
        ...{ action: 'device.change', target: `${hostname} ${nameOfDevice(state, call.device)}` },
        details: {
          ...(call.to.name === undefined ? {} : { deviceName: call.to.name }),
          ...(call.to.enabled === undefined ? {} : { deviceEnabled: String(call.to.enabled) }),
        },
      };
    case 'device-label.assign':
      return {
        ...{ action: 'device-label.assign', target: `${hostname} ${nameOfDevice(state, call.device)}` },
        details: { labels: call.labels.map(labelWords).join(' '), overwrite: String(call.overwrite) },
      };
    case 'device-label.remove': {
      const label = state.images.labels.find(({ id }) => id === call.label);
      const device = nameOfDevice(state, label?.deviceId ?? '');
      return {
        action: 'device-label.remove',
        target: `${hostname} ${device} ${label ? labelWords(label) : call.label}`,
      };
    }
    case 'image.apply':
    case 'image.remove':
      return {
        ...{ action: `device-${call.do}`, target: image?.name ?? call.image },
        details: { labels: labelWords(call.label) },
      };
    case 'image.delete':
      return { action: 'device-image.delete', target: image?.name ?? call.image };
    case 'images.write':
    case 'images.abort':
      return { action: `device-${call.do}`, target: hostname };
  }
}

/** @param anew read now: what is to be done depends on it */
async function look(session: Session, host: string, anew: boolean): Promise<Result<DeviceState>> {
  const [devices, images] = await Promise.all([
    readView(session, 'hostDevices', { hostId: host }, anew),
    readView(session, 'deviceImages', {}, anew),
  ]);
  const error = devices.error ?? images.error;
  // An older reading is no basis for a change.
  if (error && anew) return fail(error);
  if (!devices.value || !images.value) {
    return fail(
      error ?? { kind: 'unavailable', message: 'The devices could not be read.', service: 'sysinv' },
    );
  }
  const [unread] = images.value.data.unread;
  return unread
    ? fail({ kind: 'unavailable', message: unread.message, service: 'sysinv' })
    : ok({ devices: devices.value.data.rows, images: images.value.data });
}

function send(connection: Connection, host: string, call: DeviceCall): Promise<Result<null>> {
  switch (call.do) {
    case 'device.change':
      return writes.changeDevice(connection, call.device, call.to);
    case 'device-label.assign':
      return writes.labelDevice(connection, call.device, call.labels, call.overwrite);
    case 'device-label.remove':
      return writes.removeDeviceLabel(connection, call.label);
    case 'image.apply':
      return writes.actOnImage(connection, call.image, 'apply', call.label);
    case 'image.remove':
      return writes.actOnImage(connection, call.image, 'remove', call.label);
    case 'image.delete':
      return writes.deleteImage(connection, call.image);
    case 'images.write':
      return writes.writeImages(connection, host);
    case 'images.abort':
      return writes.abortImages(connection, host);
  }
}
