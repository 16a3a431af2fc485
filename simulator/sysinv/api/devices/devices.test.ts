import { describe, expect, it } from 'vitest';
import type { World } from '../../../kernel/world';
import { imagesIn, statesIn } from '../../devices/rows';
import { answered, sends, worldOf } from '../../network/asking';
import { hostIn, lock, rowIn, seconds } from '../storage/asking';

const device = (world: World, host: string, name: 'ACC100' | 'FPGA N3000') =>
  rowIn(world, 'pci_devices', host, 'pdevice', name);
const change = (world: World, uuid: string, columns: object) =>
  answered(
    sends(
      world,
      'PATCH',
      `pci_devices/${uuid}`,
      Object.entries(columns).map(([name, value]) => ({ op: 'replace', path: `/${name}`, value })),
    ),
  );
const label = (world: World, uuid: string, pairs: object[], query = '') =>
  answered(sends(world, 'POST', `device_labels${query}`, [...pairs, { pcidevice_uuid: uuid }]));
const image = (world: World, type: string) => {
  const row = imagesIn(world).find(({ bitstream_type }) => bitstream_type === type);
  if (!row) throw new Error(`no image ${type}`);
  return row;
};
const apply = (world: World, type: string, labels: object[], action = 'apply') =>
  answered(sends(world, 'PATCH', `device_images/${image(world, type).uuid}?action=${action}`, labels));
const update = (world: World, host: string, what = 'device_image_update') =>
  answered(sends(world, 'POST', `ihosts/${hostIn(world, host).row.uuid}/${what}`));
const stateOf = (world: World, uuid: string) =>
  statesIn(world)
    .filter(({ pcidevice_uuid }) => pcidevice_uuid === uuid)
    .map(({ status }) => status);
const alarm = (world: World) => world.fm.alarms.some(({ alarm_id }) => alarm_id === '900.006');

describe('a PCI device', () => {
  it('is named and enabled on a locked worker, and nothing else of it is changed', async () => {
    const world = worldOf();
    const { uuid } = device(world, 'worker-0', 'ACC100');
    expect(await change(world, uuid, { name: 'fec' })).toEqual([400, 'Host must be locked.']);
    lock(world, 'worker-0');
    expect(await change(world, uuid, { name: 'fec', enabled: 'False' })).toMatchObject([
      200,
      { name: 'fec', enabled: false },
    ]);
    expect(await change(world, uuid, { driver: 'igb_uio', sriov_numvfs: 8 })).toEqual([
      400,
      'Modifying sriov_numvfs attribute restricted',
    ]);
    device(world, 'worker-0', 'ACC100').pdevice_id = '4940';
    expect(await change(world, uuid, { name: 'qat' })).toMatchObject([
      400,
      expect.stringMatching(/^QAT device is already initialized, .*enabled status: False/),
    ]);
    lock(world, 'storage-0');
    const sata = rowIn(world, 'pci_devices', 'storage-0', 'pclass', 'SATA controller');
    expect(await change(world, sata.uuid, { name: 'x' })).toEqual([
      400,
      'Can only modify worker node cores.',
    ]);
  });
});

describe('labels of a device', () => {
  it('are added, overwritten while there is one of a key, and removed with what was known of images', async () => {
    const world = worldOf();
    const { uuid } = device(world, 'worker-1', 'FPGA N3000');
    expect((await label(world, uuid, [{ site: 'oslo' }]))[0]).toBe(200);
    expect(await label(world, uuid, [{ site: 'oslo' }])).toEqual([
      400,
      'Device label (site, oslo) already exists for this device',
    ]);
    expect((await label(world, uuid, [{ site: 'bergen' }]))[0]).toBe(200);
    expect(await label(world, uuid, [{ site: 'x' }], '?overwrite=true')).toEqual([
      400,
      'Cannot overwrite label value as multiple device labels exist with label key site for this device',
    ]);
    const made = await label(world, uuid, [{ kind: 'a' }]);
    expect((await label(world, uuid, [{ kind: 'b' }], '?overwrite=true'))[1]).toMatchObject({
      device_labels: [{ label_value: 'b' }],
    });
    expect(made[0]).toBe(200);
  });
});

describe('a device image', () => {
  it('is applied by label, written one after the other, and asks for a reboot', async () => {
    const world = worldOf();
    const { uuid } = device(world, 'worker-1', 'FPGA N3000');
    await label(world, uuid, [{ site: 'oslo' }]);
    expect((await apply(world, 'root-key', [{ site: 'oslo' }]))[1]).toMatchObject({
      applied: true,
      applied_labels: [{ site: 'oslo' }],
    });
    await apply(world, 'key-revocation', [{ site: 'oslo' }]);
    expect([stateOf(world, uuid), hostIn(world, 'worker-1').row.device_image_update, alarm(world)]).toEqual([
      ['pending', 'pending'],
      'pending',
      true,
    ]);
    expect((await update(world, 'worker-1'))[0]).toBe(200);
    expect(await update(world, 'worker-1')).toEqual([
      400,
      'The host worker-1 is already in the process of updating the device images.',
    ]);
    expect(stateOf(world, uuid)).toEqual(['in-progress', 'pending']);
    seconds(world, 40);
    expect(stateOf(world, uuid)).toEqual(['completed', 'completed']);
    expect(hostIn(world, 'worker-1').row).toMatchObject({ device_image_update: null, reboot_needed: true });
    expect(device(world, 'worker-1', 'FPGA N3000')).toMatchObject({
      root_key: 'a'.repeat(32),
      revoked_key_ids: '5',
    });
    expect(await answered(sends(world, 'DELETE', `device_images/${image(world, 'root-key').uuid}`))).toEqual([
      400,
      'Delete failed: device image is being written to or has already been written to devices',
    ]);
  });

  it('that fails stays to be written; an update that is aborted leaves the rest', async () => {
    const world = worldOf();
    const { uuid } = device(world, 'worker-1', 'FPGA N3000');
    await label(world, uuid, [{ site: 'oslo' }]);
    await apply(world, 'root-key', [{ site: 'oslo' }]);
    await apply(world, 'key-revocation', [{ site: 'oslo' }]);
    world.sysinv.imageFailures = 1;
    await update(world, 'worker-1');
    expect((await update(world, 'worker-1', 'device_image_update_abort'))[0]).toBe(200);
    seconds(world, 40);
    expect(stateOf(world, uuid)).toEqual(['failed', 'pending']);
    expect(hostIn(world, 'worker-1').row.device_image_update).toBe('pending');
    expect(await update(world, 'worker-1', 'device_image_update_abort')).toEqual([
      400,
      'Abort rejected. The host worker-1 is not in the process of updating the device images.',
    ]);
    await update(world, 'worker-1');
    seconds(world, 60);
    expect(stateOf(world, uuid)).toEqual(['completed', 'completed']);
  });

  it('waits for a device to get its label, is taken off, and then deleted', async () => {
    const world = worldOf();
    const { uuid } = device(world, 'worker-1', 'FPGA N3000');
    expect(await apply(world, 'root-key', [{ site: 'x' }], 'remove')).toEqual([
      400,
      'Device image remove failed: label site=x does not exist',
    ]);
    await apply(world, 'root-key', [{ site: 'x' }]);
    expect(stateOf(world, uuid)).toEqual([]);
    await label(world, uuid, [{ site: 'x' }]);
    expect(stateOf(world, uuid)).toEqual(['pending']);
    await apply(world, 'root-key', [{ site: 'x' }], 'remove');
    expect([stateOf(world, uuid), alarm(world)]).toEqual([[], false]);
    expect(
      (await answered(sends(world, 'DELETE', `device_images/${image(world, 'root-key').uuid}`)))[0],
    ).toBe(202);
  });

  it('is not written to a host that is locked, nor over another root key', async () => {
    const world = worldOf();
    lock(world, 'worker-1');
    expect(await update(world, 'worker-1')).toEqual([
      400,
      'The host worker-1 must be unlocked and enabled to update the device images.',
    ]);
    await apply(world, 'root-key', []);
    imagesIn(world).push({
      ...image(world, 'root-key'),
      uuid: 'other',
      applied: false,
      applied_labels: null,
    });
    expect(await answered(sends(world, 'PATCH', 'device_images/other?action=apply', []))).toMatchObject([
      400,
      expect.stringMatching(
        /^Root-key image .* is already applied to host controller|^Root-key image .* is already applied to host worker-0 device 0000:b2:00\.0$/,
      ),
    ]);
  });
});
