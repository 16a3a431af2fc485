/** Device images, labels of devices, and what became of images: sysinv `/v1/device_images`, `/v1/device_labels`, `/v1/device_image_state`. */
import 'server-only';
import { z } from 'zod';
import type {
  DeviceImage,
  DeviceImagePart,
  DeviceImages,
  DeviceLabel,
  ImageState,
} from '@/lib/domain/device/device-image';
import { ok, type Result } from '@/lib/domain/result';
import type { Connection } from '../../connection';
import { flag, number, readRows, text } from '../../decode';
import { collectParts } from '../parts';
import { read } from '../read-rows';

const uuid = z.string();

const imageWire = z.object({
  uuid,
  bitstream_type: text,
  name: text,
  description: text,
  image_version: text,
  bitstream_id: text,
  key_signature: text,
  revoke_key_id: number,
  bmc: flag,
  retimer_included: flag,
  pci_vendor: text,
  pci_device: text,
  /** One object per label; an empty one stands for every device. */
  applied_labels: z.array(z.record(z.string(), z.string())).nullish(),
});

const imageOf = (wire: z.infer<typeof imageWire>): DeviceImage => ({
  id: wire.uuid,
  type: wire.bitstream_type,
  name: wire.name,
  description: wire.description,
  version: wire.image_version,
  bitstreamId: wire.bitstream_id,
  keySignature: wire.key_signature,
  revokeKeyId: wire.revoke_key_id,
  bmc: wire.bmc,
  retimerIncluded: wire.retimer_included,
  vendorId: wire.pci_vendor,
  deviceId: wire.pci_device,
  appliedTo: (wire.applied_labels ?? []).map((label) => {
    const [pair] = Object.entries(label);
    return pair ? { key: pair[0], value: pair[1] } : null;
  }),
});

const labelWire = z.object({
  uuid,
  host_uuid: text,
  pcidevice_uuid: text,
  label_key: z.string(),
  label_value: z.string(),
});

const labelOf = (wire: z.infer<typeof labelWire>): DeviceLabel => ({
  id: wire.uuid,
  deviceId: wire.pcidevice_uuid,
  hostId: wire.host_uuid,
  key: wire.label_key,
  value: wire.label_value,
});

const stateWire = z.object({
  uuid,
  host_uuid: text,
  pcidevice_uuid: text,
  image_uuid: text,
  status: text,
  update_start_time: text,
});

const stateOf = (wire: z.infer<typeof stateWire>): ImageState => ({
  id: wire.uuid,
  hostId: wire.host_uuid,
  deviceId: wire.pcidevice_uuid,
  imageId: wire.image_uuid,
  status: wire.status,
  startedAt: wire.update_start_time,
});

export const decodeDeviceImages = (rows: readonly unknown[]) => readRows(rows, imageWire, imageOf, ['name']);
export const decodeDeviceLabels = (rows: readonly unknown[]) =>
  readRows(rows, labelWire, labelOf, ['label_key']);
export const decodeImageStates = (rows: readonly unknown[]) => readRows(rows, stateWire, stateOf, ['status']);

/** All three in one reading: three requests, of all hosts. Without one of them the rest stands. */
export async function getDeviceImages(connection: Connection): Promise<Result<DeviceImages>> {
  const [images, labels, states] = await Promise.all([
    read(connection, '/device_images', 'device_images', decodeDeviceImages),
    read(connection, '/device_labels', 'device_labels', decodeDeviceLabels),
    read(connection, '/device_image_state', 'device_image_state', decodeImageStates),
  ]);
  if (!images.ok && !labels.ok && !states.ok) return images;
  const { rows, unread, unreadable } = collectParts<DeviceImagePart>();
  return ok({
    images: rows('images', images) ?? [],
    labels: rows('labels', labels) ?? [],
    states: rows('states', states) ?? [],
    ...{ unread, unreadable },
  });
}
