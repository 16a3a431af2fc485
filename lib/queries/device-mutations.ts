/** Changes to devices and device images from the browser: sent once. */
import { changeDevices } from '@/lib/actions/devices';
import type { DeviceCall } from '@/lib/domain/device/device-calls';
import { hostSender } from './step-run';

export const sendDeviceCalls = hostSender<DeviceCall>(changeDevices, 'devices');
