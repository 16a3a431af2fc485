/** Device images (sysinv api/controllers/v1/device_image.py): applied and taken off by label, deleted; written to the devices of a host. */
import type { Call, Reply } from '../../../kernel/http';
import type { Json } from '../../../kernel/json';
import type { Caller, World } from '../../../kernel/world';
import { checkAbortUpdate, checkStartUpdate } from '../../checks/devices/devices';
import {
  abortImageUpdate,
  clearImageAlarm,
  noteImagesPending,
  startImageUpdate,
} from '../../devices/image-life';
import {
  addState,
  appliedTo,
  type Device,
  deviceOf,
  dropStates,
  fpgasIn,
  imagesIn,
  type LabelPair,
  labelledWith,
  labelsIn,
  setApplied,
  statesIn,
  withLabel,
  withoutLabel,
} from '../../devices/rows';
import { refuse } from '../../faults';
import { cloudRowOf, newInCloud, ofCloud, removeRow } from '../../network/rows';
import type { Row } from '../../rows';
import type { RouteOn } from '../collections';
import { hostOf } from '../hosts-read';
import { jsonBody } from '../json-patch';
import { ok, wireHost, wireRow } from '../wire';
import { uploadImage } from './image-upload';

export function deviceImageRoutes(on: RouteOn): void {
  on('POST', '/v1/device_images', uploadImage);
  on('PATCH', '/v1/device_images/:id', patch);
  on('DELETE', '/v1/device_images/:id', remove);
  on('POST', '/v1/ihosts/:id/device_image_update', (call, { world }) => {
    const host = hostOf(call, world);
    checkStartUpdate(host);
    startImageUpdate(world, host);
    return ok(wireHost(host, world.clock, call.origin, 'item'));
  });
  on('POST', '/v1/ihosts/:id/device_image_update_abort', (call, { world }) => {
    const host = hostOf(call, world);
    checkAbortUpdate(host);
    abortImageUpdate(world, host);
    return ok(wireHost(host, world.clock, call.origin, 'item'));
  });
}

const answer = (call: Call, image: Row, status = 200): Reply => ({
  ...ok(wireRow(ofCloud('device_images'), image, call.origin, 'item')),
  status,
});

function patch(call: Call, { world }: Caller): Reply {
  const action = call.query.get('action');
  // Own words.
  if (action !== 'apply' && action !== 'remove') return refuse(403, 'Operation not permitted.');
  const image = cloudRowOf(world, 'device_images', call.params.id ?? null);
  const labels = labelsGiven(jsonBody(call));
  if (action === 'apply') apply(world, image, labels);
  else takeOff(world, image, labels);
  return answer(call, image);
}

function labelsGiven(body: Json | undefined): LabelPair[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((one) => {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return [];
    const [first] = Object.entries(one);
    return first ? [{ [first[0]]: String(first[1]) }] : [];
  });
}

/** Devices that a label of a device means; no label: every FPGA. */
function meant(world: World, label: LabelPair): Device[] {
  const [pair] = Object.entries(label);
  if (!pair) return fpgasIn(world);
  return labelledWith(world, ...pair).flatMap((row) => deviceOf(world, String(row.pcidevice_uuid)) ?? []);
}

function apply(world: World, image: Row, labels: readonly LabelPair[]): void {
  for (const label of labels.length > 0 ? labels : [{}]) {
    const [pair] = Object.entries(label);
    // A label that no device has yet waits for one.
    if (pair && labelledWith(world, ...pair).length === 0) {
      labelsIn(world).push({
        ...newInCloud(world, 'device_labels'),
        ...{ host_uuid: null, pcidevice_uuid: null, label_key: pair[0], label_value: pair[1] },
      });
    }
    for (const device of meant(world, label)) {
      if (isToWrite(world, device, image)) addState(world, device, image);
    }
    setApplied(image, withLabel(appliedTo(image), label));
  }
  noteImagesPending(world);
}

/** process_device_image_apply: whether there is something to write. A functional image takes another's place. */
function isToWrite(world: World, { row, host }: Device, image: Row): boolean {
  const where = `host ${host.row.hostname} device ${row.pciaddr}`;
  let toWrite = true;
  for (const state of statesIn(world).filter(({ pcidevice_uuid }) => pcidevice_uuid === row.uuid)) {
    const other = imagesIn(world).find(({ uuid }) => uuid === state.image_uuid);
    if (!other || other.bitstream_type !== image.bitstream_type) continue;
    const type = image.bitstream_type;
    if (type === 'root-key' && other !== image) {
      refuse(400, `Root-key image ${other.uuid} is already applied to ${where}`);
    }
    if (type === 'functional' && state.status === 'in-progress') {
      refuse(
        400,
        `Applying image ${image.uuid} for ${where} not allowed while device image update is in progress`,
      );
    }
    if (other === image) toWrite = state.status === 'failed';
    else if (type === 'functional' && isReplaced(image, other)) dropStates(world, (one) => one === state);
  }
  return toWrite;
}

const isReplaced = (image: Row, other: Row): boolean =>
  image.bmc === other.bmc &&
  !(image.bmc === true && image.retimer_included !== true && other.retimer_included === true);

function takeOff(world: World, image: Row, labels: readonly LabelPair[]): void {
  for (const label of labels.length > 0 ? labels : [{}]) {
    const [pair] = Object.entries(label);
    if (pair && labelledWith(world, ...pair).length === 0) {
      refuse(400, `Device image remove failed: label ${pair[0]}=${pair[1]} does not exist`);
    }
    setApplied(image, withoutLabel(appliedTo(image), label));
    const devices = meant(world, label).map(({ row }) => row.uuid);
    dropStates(
      world,
      (state) => state.image_uuid === image.uuid && devices.includes(String(state.pcidevice_uuid)),
    );
  }
  clearImageAlarm(world);
}

function remove(call: Call, { world }: Caller): Reply {
  const image = cloudRowOf(world, 'device_images', call.params.id ?? null);
  const written = statesIn(world).some(
    ({ image_uuid, status }) =>
      image_uuid === image.uuid && (status === 'completed' || status === 'in-progress'),
  );
  if (written) {
    refuse(400, 'Delete failed: device image is being written to or has already been written to devices');
  }
  dropStates(world, ({ image_uuid }) => image_uuid === image.uuid);
  removeRow(imagesIn(world), image);
  return answer(call, image, 202);
}
