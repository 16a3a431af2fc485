/** Writes of labels of devices (sysinv api/controllers/v1/device_label.py). The host need not be locked. */
import type { Call, Reply } from '../../../kernel/http';
import { type Json, textAt } from '../../../kernel/json';
import type { Caller, World } from '../../../kernel/world';
import { checkNotUpdating } from '../../checks/devices/devices';
import {
  addState,
  appliedTo,
  type Device,
  deviceOf,
  dropStates,
  imagesIn,
  labelsIn,
} from '../../devices/rows';
import { refuse } from '../../faults';
import { cloudRowOf, newInCloud, ofCloud, removeRow } from '../../network/rows';
import type { Row } from '../../rows';
import type { RouteOn } from '../collections';
import { jsonBody } from '../json-patch';
import { ok, wireRow } from '../wire';
import { overwrites } from './overwrite';

export function deviceLabelRoutes(on: RouteOn): void {
  on('POST', '/v1/device_labels', post);
  on('DELETE', '/v1/device_labels/:id', remove);
}

type Pair = [key: string, value: string];

function post(call: Call, { world }: Caller): Reply {
  const body = jsonBody(call);
  // Own words.
  if (!Array.isArray(body)) return refuse(400, 'Labels of a device are a JSON list');
  const id = body.map((one) => textAt(one, 'pcidevice_uuid')).find((one) => one !== undefined) ?? '';
  const device = deviceOf(world, id) ?? refuse(404, `Server ${id} could not be found.`);
  const pairs = body.flatMap(pairIn);
  const overwrite = overwrites(call);
  const own = (key: string) =>
    labelsIn(world).filter((row) => row.pcidevice_uuid === device.row.uuid && row.label_key === key);
  for (const [key, value] of pairs) checkExisting(own(key), key, value, overwrite);
  const written = pairs.map(([key, value]) => {
    const [there] = own(key);
    const row = overwrite && there ? renewed(world, device, there, value) : made(world, device, key, value);
    applyWaiting(world, device, key, value);
    return row;
  });
  const kind = ofCloud('device_labels');
  return ok({ device_labels: written.map((row) => wireRow(kind, row, call.origin, 'list')) });
}

function pairIn(one: Json): Pair[] {
  if (one === null || typeof one !== 'object' || Array.isArray(one)) return [];
  return Object.entries(one).flatMap(([key, value]): Pair[] =>
    key === 'pcidevice_uuid' ? [] : [[key, String(value)]],
  );
}

function checkExisting(own: readonly Row[], key: string, value: string, overwrite: boolean): void {
  if (overwrite && own.length > 1) {
    refuse(
      400,
      `Cannot overwrite label value as multiple device labels exist with label key ${key} for this device`,
    );
  }
  if (!overwrite && own.length === 1 && own[0]?.label_value === value) {
    refuse(400, `Device label (${key}, ${value}) already exists for this device`);
  }
}

function made(world: World, { row, host }: Device, key: string, value: string): Row {
  const label: Row = {
    ...newInCloud(world, 'device_labels'),
    host_uuid: host.row.uuid,
    pcidevice_uuid: row.uuid,
    label_key: key,
    label_value: value,
  };
  labelsIn(world).push(label);
  return label;
}

function renewed(world: World, device: Device, label: Row, value: string): Row {
  forgetStates(world, device);
  return Object.assign(label, { label_value: value });
}

/** remove_device_image_state: of the whole device, whatever the label is. */
function forgetStates(world: World, { row, host }: Device): void {
  checkNotUpdating(host);
  dropStates(world, (state) => state.pcidevice_uuid === row.uuid);
}

/** add_device_image_state: images that are applied with this label already are to be written. */
function applyWaiting(world: World, device: Device, key: string, value: string): void {
  for (const image of imagesIn(world)) {
    if (appliedTo(image).some((label) => label[key] === value)) addState(world, device, image);
  }
}

function remove(call: Call, { world }: Caller): Reply {
  const label = cloudRowOf(world, 'device_labels', call.params.id ?? null);
  const device = deviceOf(world, String(label.pcidevice_uuid));
  if (device) forgetStates(world, device);
  removeRow(labelsIn(world), label);
  return { status: 204 };
}
