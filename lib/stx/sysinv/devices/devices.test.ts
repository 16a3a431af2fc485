import { describe, expect, it } from 'vitest';
import { recorded } from '../../test-recordings';
import { decodePart, devices } from '../host-parts';
import { decodeDeviceImages, decodeDeviceLabels, decodeImageStates } from './device-images';
import { imageOfAnswer } from './image-upload';

const FILES: Record<string, string> = {
  pci_devices: 'get-042-get-pci-devices.json',
  device_images: 'get-073-get-device-images.json',
  device_image_state: 'get-074-get-device-image-state.json',
  device_labels: 'get-075-get-device-labels.json',
};
const rows = (key: string): unknown[] => recorded(FILES[key] ?? '', key);

describe('recorded devices', () => {
  it('say what they are, how they are split, and what an FPGA runs', () => {
    const read = decodePart(devices, rows('pci_devices'));
    expect(read.unreadable).toEqual([]);
    const of = (name: string) => read.rows.find(({ device }) => device === name);
    expect(of('ACC100')).toMatchObject({
      ...{
        deviceId: '0d5c',
        totalVirtualFunctions: 16,
        virtualFunctions: 16,
        virtualFunctionDriver: 'igb_uio',
      },
      virtualFunctionAddresses: expect.arrayContaining(['0000:b5:00.0']),
      fpga: { bmcBuild: null },
    });
    expect(of('FPGA N3000')?.fpga).toMatchObject({
      bmcFirmware: 'D.2.0.21',
      bootPage: 'user',
      revokedKeyIds: '0',
    });
    expect(of('C620 Series Chipset Family SATA Controller')).toMatchObject({ fpga: null });
  });

  it('have images with what they are applied by', () => {
    const images = decodeDeviceImages(rows('device_images'));
    expect(images.unreadable).toEqual([]);
    expect(images.rows.map(({ type, appliedTo }) => [type, appliedTo])).toEqual([
      ['root-key', [null]],
      ['functional', []],
      ['key-revocation', []],
    ]);
    expect(decodeDeviceLabels(rows('device_labels')).rows).toMatchObject([
      { key: 'fpga-type', value: 'n3000' },
    ]);
    expect(decodeImageStates(rows('device_image_state')).rows).toMatchObject([
      { status: 'pending', startedAt: null },
    ]);
  });
});

it('one odd row is listed, the rest stands', () => {
  const [good] = rows('device_images');
  const read = decodeDeviceImages([
    good,
    { name: 'odd' },
    { uuid: 'u', applied_labels: [{ site: 'oslo' }], revoke_key_id: 'x' },
  ]);
  expect(read.unreadable).toMatchObject([{ name: 'odd' }]);
  expect(read.rows[1]).toMatchObject({ appliedTo: [{ key: 'site', value: 'oslo' }], revokeKeyId: null });
});

it.each([
  [
    { success: '', error: '', device_image: { uuid: 'u1', id: 4 } },
    { ok: true, data: 'u1' },
  ],
  [
    { error: 'Invalid PCI vendor/device ID: 1 2.' },
    {
      ok: false,
      error: { kind: 'refused', message: 'Invalid PCI vendor/device ID: 1 2.', service: 'sysinv' },
    },
  ],
  [
    { success: '', error: '' },
    { ok: false, error: { kind: 'unreadable', requestId: 'r' } },
  ],
  ['<html>', { ok: false, error: { kind: 'unreadable' } }],
])('an uploaded image is told by %j', (body, answer) => {
  expect(imageOfAnswer(body, 'r')).toMatchObject(answer);
});
