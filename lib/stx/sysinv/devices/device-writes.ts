/** Changes to devices and device images: sysinv pci_device.py, device_label.py, device_image.py, host.py. Each function is one request. */
import 'server-only';
import type { ImageLabel } from '@/lib/domain/device/device-image';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../../connection';

type Sending = Parameters<typeof ask>[3];

async function change(connection: Connection, path: string, how: Sending): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', path, how);
  return answer.ok ? ok(null) : answer;
}

/** "True" and "False" as the command line sends them (recorded). @param id uuid of the device */
export const changeDevice = (connection: Connection, id: string, to: { name?: string; enabled?: boolean }) =>
  change(connection, `/pci_devices/${segment(id)}`, {
    method: 'PATCH',
    body: [
      ...(to.name === undefined ? [] : [{ op: 'replace', path: '/name', value: to.name }]),
      ...(to.enabled === undefined
        ? []
        : [{ op: 'replace', path: '/enabled', value: to.enabled ? 'True' : 'False' }]),
    ],
  });

/** The device is one more object of the list of labels (recorded). */
export const labelDevice = (
  connection: Connection,
  device: string,
  labels: readonly ImageLabel[],
  overwrite: boolean,
) =>
  change(connection, '/device_labels', {
    method: 'POST',
    body: [...labels.map(({ key, value }) => ({ [key]: value })), { pcidevice_uuid: device }],
    ...(overwrite ? { query: { overwrite: 'true' } } : {}),
  });

/** @param id uuid of the label */
export const removeDeviceLabel = (connection: Connection, id: string) =>
  change(connection, `/device_labels/${segment(id)}`, { method: 'DELETE' });

/** @param label null: every FPGA there is */
export const actOnImage = (
  connection: Connection,
  id: string,
  action: 'apply' | 'remove',
  label: ImageLabel | null,
) =>
  change(connection, `/device_images/${segment(id)}`, {
    method: 'PATCH',
    query: { action },
    body: label === null ? [] : [{ [label.key]: label.value }],
  });

export const deleteImage = (connection: Connection, id: string) =>
  change(connection, `/device_images/${segment(id)}`, { method: 'DELETE' });

/** @param host uuid */
export const writeImages = (connection: Connection, host: string) =>
  change(connection, `/ihosts/${segment(host)}/device_image_update`, { method: 'POST' });

/** @param host uuid */
export const abortImages = (connection: Connection, host: string) =>
  change(connection, `/ihosts/${segment(host)}/device_image_update_abort`, { method: 'POST' });
