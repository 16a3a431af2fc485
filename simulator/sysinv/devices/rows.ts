/** Devices, their labels, and which image is to be, is being or was written to which device. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { newInCloud, perHost, removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';

/** An image as it is meant by a label; no label: for every FPGA there is. */
export type LabelPair = { [key: string]: string };

export const imagesIn = (world: World): Row[] => world.sysinv.cloud('device_images');
export const labelsIn = (world: World): Row[] => world.sysinv.cloud('device_labels');
export const statesIn = (world: World): Row[] => world.sysinv.cloud('device_image_state');

export type Device = { row: Row; host: Host };

export function deviceOf(world: World, uuid: string): Device | undefined {
  const row = world.sysinv.row(perHost('pci_devices'), uuid);
  const host = row && world.sysinv.hosts.find((one) => one.row.uuid === row.host_uuid);
  return row && host && { row, host };
}

/** Devices that images can be written to (constants of fpga: the N3000). */
export function fpgasIn(world: World): Device[] {
  return world.sysinv.hosts.flatMap((host) =>
    rowsOn(world, 'pci_devices', host)
      .filter((row) => row.pvendor_id === '8086' && row.pdevice_id === '0b30')
      .map((row) => ({ row, host })),
  );
}

export const labelledWith = (world: World, key: string, value: string): Row[] =>
  labelsIn(world).filter((row) => row.label_key === key && row.label_value === value);

/** The labels that an image is applied with. */
export const appliedTo = (image: Row): LabelPair[] =>
  Array.isArray(image.applied_labels)
    ? image.applied_labels.flatMap((one) =>
        one !== null && typeof one === 'object' ? [one as LabelPair] : [],
      )
    : [];

export function setApplied(image: Row, labels: readonly LabelPair[]): void {
  image.applied = labels.length > 0;
  image.applied_labels = labels.length > 0 ? [...labels] : null;
}

const same = (one: LabelPair, other: LabelPair) => JSON.stringify(one) === JSON.stringify(other);
export const withLabel = (labels: readonly LabelPair[], label: LabelPair): LabelPair[] =>
  labels.some((one) => same(one, label)) ? [...labels] : [...labels, label];
export const withoutLabel = (labels: readonly LabelPair[], label: LabelPair): LabelPair[] =>
  labels.filter((one) => !same(one, label));

export function addState(world: World, device: Device, image: Row): void {
  const rows = statesIn(world);
  const known = rows.find((row) => row.pcidevice_uuid === device.row.uuid && row.image_uuid === image.uuid);
  if (known) {
    known.status = 'pending';
    return;
  }
  rows.push({
    ...newInCloud(world, 'device_image_state'),
    host_uuid: device.host.row.uuid,
    pcidevice_uuid: device.row.uuid,
    pcidevice_id: device.host.row.id * 10 + rowsOn(world, 'pci_devices', device.host).indexOf(device.row),
    image_id: imagesIn(world).indexOf(image) + 1,
    image_uuid: image.uuid,
    status: 'pending',
    update_start_time: null,
  });
}

export function dropStates(world: World, those: (row: Row) => boolean): void {
  const rows = statesIn(world);
  for (const row of rows.filter(those)) removeRow(rows, row);
}
