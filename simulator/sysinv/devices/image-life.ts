/** Writing device images to the devices of a host, one after the other (sysinv conductor manager.py host_device_image_update). */
import { specOf } from '../../fm/catalogue';
import type { World } from '../../kernel/world';
import { set } from '../actions/steps';
import type { Host } from '../host';
import { type Row, stamp } from '../rows';
import { deviceOf, imagesIn, statesIn } from './rows';

/** The order in which the N3000 wants them. */
const ORDER = ['root-key', 'key-revocation', 'functional'];
/** How long a write takes, in seconds; a functional image is large. */
const SECONDS = { functional: 60, other: 15 };
const ALARM = '900.006';

export function startImageUpdate(world: World, host: Host): void {
  for (const row of statesOf(world, host, 'failed')) {
    Object.assign(row, { status: 'pending', update_start_time: null });
  }
  set(world, host, { device_image_update: 'in-progress' });
  next(world, host);
}

/** What is being written is written to its end; what waits goes on waiting. */
export function abortImageUpdate(world: World, host: Host): void {
  set(world, host, { device_image_update: 'in-progress-aborted' });
}

/** An applied image is to be written: the platform says so of the host, and raises one alarm for all. */
export function noteImagesPending(world: World): void {
  for (const host of world.sysinv.hosts) {
    const { device_image_update } = host.row;
    if (statesOf(world, host, 'pending').length > 0 && !device_image_update?.startsWith('in-progress')) {
      set(world, host, { device_image_update: 'pending' });
    }
  }
  if (statesIn(world).every(({ status }) => status === 'completed')) return;
  world.fm.raise(
    specOf({
      alarm_id: ALARM,
      entity_instance_id: entity(world),
      severity: 'minor',
      reason_text: 'Images of devices are being updated.',
      proposed_repair_action: 'Reboot the hosts that the images were written on.',
    }),
  );
}

/** Images that are taken off leave nothing to be written, and no host to be rebooted. */
export function clearImageAlarm(world: World): void {
  const waits = statesIn(world).some(({ status }) => status !== 'completed');
  if (!waits && !world.sysinv.hosts.some(({ row }) => row.reboot_needed)) {
    world.fm.clear(ALARM, entity(world));
  }
}

const entity = (world: World) => `system=${world.sysinv.system.uuid}`;
const statesOf = (world: World, host: Host, status: string): Row[] =>
  statesIn(world).filter((row) => row.host_uuid === host.row.uuid && row.status === status);
const imageOf = (world: World, state: Row) => imagesIn(world).find(({ uuid }) => uuid === state.image_uuid);

function next(world: World, host: Host): void {
  const rank = (state: Row) => ORDER.indexOf(String(imageOf(world, state)?.bitstream_type));
  const [state] = statesOf(world, host, 'pending').sort((a, b) => rank(a) - rank(b));
  if (host.row.device_image_update === 'in-progress-aborted' && state) {
    set(world, host, { device_image_update: 'pending' });
  } else if (!state) {
    const failed = statesOf(world, host, 'failed').length > 0;
    set(world, host, { device_image_update: failed ? 'pending' : null });
  } else write(world, host, state);
}

function write(world: World, host: Host, state: Row): void {
  const image = imageOf(world, state);
  Object.assign(state, { status: 'in-progress', update_start_time: stamp(world.clock.now()) });
  const seconds = image?.bitstream_type === 'functional' ? SECONDS.functional : SECONDS.other;
  world.clock.after(seconds * 1000, () => {
    if (!statesIn(world).includes(state) || state.status !== 'in-progress') return;
    const works = host.row.operational === 'enabled' && !world.sysinv.takeImageFailure();
    Object.assign(state, {
      status: works ? 'completed' : 'failed',
      updated_at: stamp(world.clock.now()),
    });
    if (works) {
      set(world, host, { reboot_needed: true });
      carry(world, state, image);
    }
    next(world, host);
  });
}

/** What the device says of itself afterwards. On the platform a functional image runs from the next boot on. */
function carry(world: World, state: Row, image: Row | undefined): void {
  const device = deviceOf(world, String(state.pcidevice_uuid))?.row;
  if (!device || !image) return;
  if (image.bitstream_type === 'root-key') device.root_key = image.key_signature ?? null;
  if (image.bitstream_type === 'functional') device.bitstream_id = image.bitstream_id ?? null;
  if (image.bitstream_type === 'key-revocation') {
    const revoked = [device.revoked_key_ids, image.revoke_key_id].filter((one) => one != null && one !== '');
    device.revoked_key_ids = revoked.join(',');
  }
}
