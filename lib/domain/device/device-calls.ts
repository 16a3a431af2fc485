/** Changes to devices and device images, each one request to sysinv (pci_device.py, device_label.py, device_image.py, host.py). */
import { shellQuote } from '../host-action-cli';
import type { PciDevice } from '../host-parts';
import type { StepsOf } from '../steps';
import { type DeviceImages, type ImageLabel, imageName, labelWords, sameLabel } from './device-image';
import { deviceName } from './device-kind';

export type DeviceCall =
  | { do: 'device.change'; device: string; to: { name?: string; enabled?: boolean } }
  /** All of them in one request. */
  | { do: 'device-label.assign'; device: string; labels: readonly ImageLabel[]; overwrite: boolean }
  | { do: 'device-label.remove'; label: string }
  /** label null: every FPGA of the cloud. */
  | { do: 'image.apply' | 'image.remove'; image: string; label: ImageLabel | null }
  | { do: 'image.delete'; image: string }
  /** Of the host: what is applied to its devices is written to them, or the rest of it is not. */
  | { do: 'images.write' | 'images.abort' };

export type DeviceJob =
  | { job: 'change-device' | 'label-device'; device: string }
  | { job: 'unlabel-device'; label: string }
  | { job: 'apply-image' | 'take-off-image' | 'delete-image'; image: string }
  | { job: 'write-images' | 'abort-images' }
  /** mostMb: largest file that this console takes, in 10^6 bytes. */
  | { job: 'upload-image'; mostMb: number };

/** What changes are judged by and carried out on. */
export type DeviceState = {
  devices: readonly PciDevice[];
  images: DeviceImages;
};

const imageOf = ({ images }: DeviceState, id: string) => images.images.find((one) => one.id === id);
const labelOf = ({ images }: DeviceState, id: string) => images.labels.find((one) => one.id === id);
const deviceOf = ({ devices }: DeviceState, id: string) => devices.find((one) => one.id === id);

const nameOfImage = (state: DeviceState, id: string): string => {
  const image = imageOf(state, id);
  return image ? imageName(image) : id;
};
export const nameOfDevice = (state: DeviceState, id: string): string => {
  const device = deviceOf(state, id);
  return device ? deviceName(device) : id;
};
const nameOfLabel = (state: DeviceState, id: string): string => {
  const label = labelOf(state, id);
  return label ? labelWords(label) : id;
};

export function deviceCallTitle(call: DeviceCall, state: DeviceState): string {
  switch (call.do) {
    case 'device.change': {
      const { name, enabled } = call.to;
      const said = [
        ...(name === undefined ? [] : [`name ${name}`]),
        ...(enabled === undefined ? [] : [enabled ? 'enabled' : 'not enabled']),
      ];
      return `Change ${nameOfDevice(state, call.device)}: ${said.join(', ')}`;
    }
    case 'device-label.assign':
      return `Label ${nameOfDevice(state, call.device)} ${call.labels.map(labelWords).join(', ')}`;
    case 'device-label.remove':
      return `Remove label ${nameOfLabel(state, call.label)}`;
    case 'image.apply':
      return `Apply ${nameOfImage(state, call.image)} to ${labelWords(call.label)}`;
    case 'image.remove':
      return `Take ${nameOfImage(state, call.image)} off ${labelWords(call.label)}`;
    case 'image.delete':
      return `Delete ${nameOfImage(state, call.image)}`;
    case 'images.write':
      return 'Write device images';
    case 'images.abort':
      return 'Abort writing device images';
  }
}

/** The `system …` command (cgts-client v1/pci_device_shell.py, device_label_shell.py, device_image_shell.py). @param host as the command line calls it */
export function deviceCli(call: DeviceCall, host: string, state: DeviceState): string {
  // Names are not unique: the command line takes addresses too.
  const at = (id: string) => shellQuote(deviceOf(state, id)?.address ?? nameOfDevice(state, id));
  switch (call.do) {
    case 'device.change': {
      const { name, enabled } = call.to;
      const options = [
        ...(name === undefined ? [] : [`--name ${shellQuote(name)}`]),
        ...(enabled === undefined ? [] : [`--enabled ${enabled ? 'True' : 'False'}`]),
      ];
      return `system host-device-modify ${host} ${at(call.device)} ${options.join(' ')}`;
    }
    case 'device-label.assign':
      return `system host-device-label-assign ${host} ${at(call.device)} ${call.labels.map((one) => shellQuote(labelWords(one))).join(' ')}${call.overwrite ? ' --overwrite' : ''}`;
    case 'device-label.remove': {
      const label = labelOf(state, call.label);
      return `system host-device-label-remove ${host} ${at(label?.deviceId ?? '')} ${shellQuote(label?.key ?? call.label)}`;
    }
    case 'image.apply':
    case 'image.remove': {
      const pair = call.label === null ? '' : ` ${shellQuote(labelWords(call.label))}`;
      return `system device-image-${call.do === 'image.apply' ? 'apply' : 'remove'} ${call.image}${pair}`;
    }
    case 'image.delete':
      return `system device-image-delete ${call.image}`;
    case 'images.write':
      return `system host-device-image-update ${host}`;
    case 'images.abort':
      return `system host-device-image-update-abort ${host}`;
  }
}

function remaining(call: DeviceCall, state: DeviceState): DeviceCall | null {
  switch (call.do) {
    case 'device.change': {
      const now = deviceOf(state, call.device);
      const to = {
        ...(call.to.name === undefined || call.to.name === now?.name ? {} : { name: call.to.name }),
        ...(call.to.enabled === undefined || call.to.enabled === now?.enabled
          ? {}
          : { enabled: call.to.enabled }),
      };
      return Object.keys(to).length > 0 ? { ...call, to } : null;
    }
    case 'device-label.assign': {
      const own = state.images.labels.filter(({ deviceId }) => deviceId === call.device);
      const labels = call.labels.filter((one) => !own.some((label) => sameLabel(label, one)));
      return labels.length > 0 ? { ...call, labels } : null;
    }
    case 'device-label.remove':
      return labelOf(state, call.label) ? call : null;
    case 'image.delete':
      return imageOf(state, call.image) ? call : null;
    case 'image.remove':
      return imageOf(state, call.image)?.appliedTo.some((one) => sameLabel(one, call.label)) ? call : null;
    // Applying again retries what failed, and so does writing.
    default:
      return call;
  }
}

function after(call: DeviceCall, state: DeviceState): DeviceState {
  const { images } = state;
  switch (call.do) {
    case 'device.change':
      return {
        ...state,
        devices: state.devices.map((one) => (one.id === call.device ? { ...one, ...call.to } : one)),
      };
    case 'device-label.assign': {
      const kept = images.labels.filter(
        ({ deviceId, key }) =>
          !call.overwrite || deviceId !== call.device || call.labels.every((one) => one.key !== key),
      );
      const made = call.labels.map((one) => ({ id: '', deviceId: call.device, hostId: null, ...one }));
      return { ...state, images: { ...images, labels: [...kept, ...made] } };
    }
    case 'device-label.remove':
      return { ...state, images: { ...images, labels: images.labels.filter(({ id }) => id !== call.label) } };
    case 'image.delete':
      return { ...state, images: { ...images, images: images.images.filter(({ id }) => id !== call.image) } };
    case 'image.apply':
    case 'image.remove': {
      const others = (applied: readonly (ImageLabel | null)[]) =>
        applied.filter((one) => !sameLabel(one, call.label));
      const changed = images.images.map((one) =>
        one.id === call.image
          ? {
              ...one,
              appliedTo: [...others(one.appliedTo), ...(call.do === 'image.apply' ? [call.label] : [])],
            }
          : one,
      );
      return { ...state, images: { ...images, images: changed } };
    }
    default:
      return state;
  }
}

/** Each sheet sends one call: nothing is ever taken back. */
export const deviceSteps: StepsOf<DeviceCall, DeviceState> = {
  ...{ remaining, after },
  inverse: () => null,
  partOf: () => null,
};
