/** What may be done to devices and their images, as the platform checks it (pci_device.py, device_label.py, device_image.py, host.py). */
import { type Host, hostName, isLocked, isWorker } from '../host';
import type { PciDevice } from '../host-parts';
import { isUpdatingDeviceImage } from '../host-rules/context';
import { allowed, denied, type Verdict } from '../result';
import { may, type Right, type Viewer } from '../rights';
import type { DeviceCall, DeviceState } from './device-calls';
import { type DeviceImage, type DeviceImages, type ImageLabel, isWriting, sameLabel } from './device-image';
import { deviceName, isQat, takesImages } from './device-kind';

export const DEVICE_RIGHT: Right = 'system.configure';
export const DEVICE_DEED = 'Changing devices';
/** Admin and configurator (policies config_api:devices, device_labels, device_images, and ihosts:post). */
export const mayChangeDevices = (viewer: Viewer): Verdict => may(viewer, DEVICE_RIGHT, DEVICE_DEED);

export type DeviceFacts = DeviceState & { host: Host };

/** _check_host, _check_device_sriov */
export function changeDeviceVerdict(device: PciDevice, host: Host): Verdict {
  if (!isLocked(host)) return denied(`Lock ${hostName(host)} first.`, 'sysinv pci_device.py _check_host');
  if (!isWorker(host)) {
    return denied(
      'Only hosts with the worker function have their devices changed.',
      'sysinv pci_device.py _check_host',
    );
  }
  return isQat(device)
    ? denied(
        'QuickAssist comes with all its VFs: the platform changes nothing of it.',
        'sysinv pci_device.py _check_device_sriov',
      )
    : allowed;
}

/** remove_device_image_state: on the host of a device whose label goes, or is overwritten. */
export const notWritingVerdict = (host: Host): Verdict =>
  isUpdatingDeviceImage(host)
    ? denied(
        `${hostName(host)} is writing device images. Wait until it is done.`,
        'sysinv device_label.py remove_device_image_state',
      )
    : allowed;

export function labelDeviceVerdict(
  { device, labels, overwrite }: Extract<DeviceCall, { do: 'device-label.assign' }>,
  { host, images }: DeviceFacts,
): Verdict {
  const own = images.labels.filter(({ deviceId }) => deviceId === device);
  const of = (key: string) => own.filter((one) => one.key === key);
  if (!overwrite) return allowed;
  const several = labels.find(({ key }) => of(key).length > 1);
  if (several) {
    return denied(
      `It has ${of(several.key).length} labels ${several.key}: which of them to overwrite the platform does not ask. Remove one first.`,
      'sysinv device_label.py post',
    );
  }
  return labels.some(({ key }) => of(key).length > 0) ? notWritingVerdict(host) : allowed;
}

/** Devices that a label means; null: every FPGA that this console knows of. Those of other hosts by id alone. */
export const meant = (label: ImageLabel | null, { devices, images }: DeviceState): readonly string[] =>
  label === null
    ? devices.filter(takesImages).map(({ id }) => id)
    : images.labels.flatMap((one) => (sameLabel(one, label) && one.deviceId !== null ? [one.deviceId] : []));

/** process_device_image_apply: one root key for ever, and no functional image over one that is being written. */
export function applyVerdict(image: DeviceImage, label: ImageLabel | null, state: DeviceState): Verdict {
  const { images } = state;
  const devices = meant(label, state);
  for (const one of images.states) {
    const other = images.images.find(({ id }) => id === one.imageId);
    if (one.deviceId === null || !devices.includes(one.deviceId) || other?.type !== image.type) continue;
    const where = state.devices.find(({ id }) => id === one.deviceId);
    const place = where ? deviceName(where) : 'a device of another host';
    if (image.type === 'root-key' && other?.id !== image.id) {
      return denied(
        `${place} has another root key already, and keeps it.`,
        'sysinv device_image.py process_device_image_apply',
      );
    }
    if (image.type === 'functional' && isWriting(one)) {
      return denied(
        `An image is being written to ${place}.`,
        'sysinv device_image.py process_device_image_apply',
      );
    }
  }
  return allowed;
}

export function deleteImageVerdict(image: DeviceImage, { states }: Pick<DeviceImages, 'states'>): Verdict {
  const written = states.some(
    (one) => one.imageId === image.id && (one.status === 'completed' || one.status === 'in-progress'),
  );
  return written
    ? denied('It was written to a device, or is being written.', 'sysinv device_image.py delete')
    : allowed;
}

export function writeImagesVerdict(host: Host): Verdict {
  const cite = 'sysinv host.py device_image_update';
  if (isUpdatingDeviceImage(host)) return denied(`${hostName(host)} is writing device images already.`, cite);
  return host.administrative === 'unlocked' && host.operational === 'enabled'
    ? allowed
    : denied(`${hostName(host)} has to be unlocked and enabled.`, cite);
}

export const abortImagesVerdict = (host: Host): Verdict =>
  isUpdatingDeviceImage(host)
    ? allowed
    : denied(`${hostName(host)} is not writing device images.`, 'sysinv host.py device_image_update_abort');

/** What the platform will say of a call; the first check that fails. */
export function deviceVerdict(call: DeviceCall, facts: DeviceFacts): Verdict {
  const gone = denied('The platform does not list it any more.');
  const image = 'image' in call ? facts.images.images.find(({ id }) => id === call.image) : undefined;
  switch (call.do) {
    case 'device.change': {
      const device = facts.devices.find(({ id }) => id === call.device);
      return device ? changeDeviceVerdict(device, facts.host) : gone;
    }
    case 'device-label.assign':
      return labelDeviceVerdict(call, facts);
    case 'device-label.remove':
      return notWritingVerdict(facts.host);
    case 'image.apply':
      return image ? applyVerdict(image, call.label, facts) : gone;
    case 'image.remove':
      return allowed;
    case 'image.delete':
      return image ? deleteImageVerdict(image, facts.images) : gone;
    case 'images.write':
      return writeImagesVerdict(facts.host);
    case 'images.abort':
      return abortImagesVerdict(facts.host);
  }
}
