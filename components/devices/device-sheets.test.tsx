// @vitest-environment happy-dom
/** Sheets of changes to devices and images as a person meets them. */
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  button,
  described,
  drawingPlace,
  field,
  press,
  text,
  tick,
  type,
} from '@/components/action/test-sheet';
import type { DeviceJob } from '@/lib/domain/device/device-calls';
import type { ImageUpload } from '@/lib/domain/device/image-upload';
import { testDevice, testDeviceImages, testImage } from '@/lib/domain/device/test-devices';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { testHost, testViewer } from '@/lib/domain/test-facts';
import type { UploadEnd } from '@/lib/queries/file-upload';
import { createStore } from '@/lib/queries/store';
import { DeviceJobSheet } from './editor/device-job-sheet';

const sent = vi.fn<(calls: unknown) => Promise<Result<StepResult[]>>>();
vi.mock('@/lib/queries/device-mutations', () => ({
  sendDeviceCalls: async (_: unknown, calls: unknown, show: (all: StepResult[]) => void) => {
    const answer = await sent(calls);
    if (answer.ok) show(answer.data);
    return answer;
  },
}));
const uploaded = vi.fn<(file: File, upload: ImageUpload) => Promise<UploadEnd>>();
vi.mock('@/lib/queries/image-upload', () => ({
  imageUploads: { sending: createStore(null) },
  sendImage: (file: File, upload: ImageUpload) => uploaded(file, upload),
}));
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => ({ viewer: testViewer('configurator') }) }));
const host = testHost();
const site = { key: 'site', value: 'oslo' };
const label = { id: 'l1', deviceId: 'd1', hostId: host.id, ...site };
const seen = { images: testDeviceImages() };
vi.mock('@/lib/queries/view', () => ({
  useRefresh: () => async () => {},
  useView: (view: string) => {
    if (view === 'hosts') return { data: { hosts: [host] }, asOf: 1 };
    return {
      data: view === 'deviceImages' ? seen.images : { rows: [testDevice()], unreadable: [] },
      asOf: 1,
    };
  },
}));

const draw = drawingPlace();
const open = (job: DeviceJob) =>
  act(() =>
    draw(
      <DeviceJobSheet request={{ kind: 'devices', hostId: host.id, job }} opened={1} onClose={() => {}} />,
    ),
  );
const off = (name: string) => [button(name).getAttribute('aria-disabled'), described(button(name))];
const state = (status: string) => ({
  ...{ id: 's1', hostId: host.id, deviceId: 'd1', imageId: 'fec', status, startedAt: null },
});

beforeEach(() => {
  sent.mockReset();
  sent.mockResolvedValue(ok([{ state: 'done' }]));
  Object.assign(host, { administrative: 'unlocked', deviceImageUpdate: null });
  seen.images = testDeviceImages({ labels: [label] });
});

describe('a device', () => {
  it('gets a name and is given to workloads, on a locked host', async () => {
    open({ job: 'change-device', device: 'd1' });
    expect(off('Save 0 changes')).toEqual(['true', 'Nothing has been changed']);
    type('Name', 'fpga0');
    expect(off('Save 1 change')).toEqual(['true', 'Lock worker-0 first.']);
    Object.assign(host, { administrative: 'locked' });
    open({ job: 'change-device', device: 'd1' });
    tick('Enabled');
    sent.mockResolvedValue(fail({ kind: 'refused', message: 'Host must be locked.', service: 'sysinv' }));
    await press('Save 2 changes');
    expect(text().split('Host must be locked.')).toHaveLength(2);
    expect(sent).toHaveBeenCalledWith([
      { do: 'device.change', device: 'd1', to: { name: 'fpga0', enabled: false } },
    ]);
    expect(field('Name').value).toBe('fpga0');
  });

  it('gets a label, written as the command line can say it', async () => {
    seen.images = testDeviceImages({ labels: [label], states: [state('completed')] });
    open({ job: 'label-device', device: 'd1' });
    type('Key', 'a=b');
    expect(described(field('Key'))).toBe('Without spaces and =');
    type('Key', 'site');
    expect(described(field('Key'))).toBe('It has site=oslo');
    type('Value', 'oslo');
    expect(off('Add label')).toEqual(['true', 'Nothing would change']);
    type('Value', 'bergen');
    tick('Overwrite its label of this key');
    expect(text()).toContain('What is known of fec on this device');
    await press('Add label');
    expect(sent).toHaveBeenCalledWith([
      {
        do: 'device-label.assign',
        device: 'd1',
        labels: [{ key: 'site', value: 'bergen' }],
        overwrite: true,
      },
    ]);
  });

  it('loses a label only while nothing is written', () => {
    Object.assign(host, { deviceImageUpdate: 'in-progress' });
    open({ job: 'unlabel-device', label: 'l1' });
    expect(off('Remove label')).toEqual(['true', expect.stringMatching(/writing device images/)]);
  });
});

describe('an image', () => {
  it('is applied by a label that is chosen, and written when that is asked for', async () => {
    open({ job: 'apply-image', image: 'fec' });
    expect(off('Apply image')).toEqual(['true', 'Choose what to apply it to']);
    tick('site=oslo');
    expect(text()).toContain('system device-image-apply fec site=oslo');
    await press('Apply image');
    expect(sent).toHaveBeenCalledWith([{ do: 'image.apply', image: 'fec', label: site }]);
    open({ job: 'write-images' });
    expect(off('Write images')).toEqual(['true', 'No image waits to be written']);
    seen.images = testDeviceImages({ states: [state('failed')] });
    open({ job: 'write-images' });
    expect(text()).toContain('pci_b2. Failed');
    await press('Write images');
    expect(sent).toHaveBeenLastCalledWith([{ do: 'images.write' }]);
  });

  it('is taken off what it is applied to, and deleted unless it was written', () => {
    seen.images = testDeviceImages({
      images: [testImage('fec', { appliedTo: [null] })],
      states: [state('completed')],
    });
    open({ job: 'take-off-image', image: 'fec' });
    expect(text()).toContain('system device-image-remove fec');
    expect(button('Take image off').getAttribute('aria-disabled')).toBeNull();
    open({ job: 'delete-image', image: 'fec' });
    expect(off('Delete image')).toEqual(['true', expect.stringMatching(/written to a device/)]);
    open({ job: 'delete-image', image: 'gone' });
    expect(text()).toContain('does not list it any more');
  });
});

describe('a new image', () => {
  const pickFile = (file: File) =>
    act(() => {
      Object.defineProperty(field('File'), 'files', { configurable: true, value: [file] });
      field('File').dispatchEvent(new Event('change', { bubbles: true }));
    });
  const bitstream = new File(['bits'], 'fec.bin');

  it('is judged beside its fields, says what is sent, and keeps all of it when it is refused', async () => {
    uploaded.mockReset();
    open({ job: 'upload-image', mostMb: 1 });
    expect(off('Upload image')).toEqual(['true', 'Pick a file']);
    pickFile(new File([new Uint8Array(1_000_001)], 'large.bin'));
    expect(described(field('File'))).toBe('This console takes images of 1 MB at most');
    pickFile(bitstream);
    expect(off('Upload image')).toEqual(['true', 'Choose what it is']);
    tick('Functional');
    expect(off('Upload image')).toEqual(['true', 'Bitstream ID: needed for this type']);
    type('Bitstream ID', '0xzz');
    expect(described(field('Bitstream ID'))).toBe('Hexadecimal digits, with or without 0x');
    type('Bitstream ID', '0x2383');
    tick('BMC image');
    tick('Retimer firmware included');
    type('Name', 'fec');
    expect(described(field('Name'))).toBe('Another image has this name too');
    tick('Another device');
    type('PCI vendor', '80EE');
    expect(off('Upload image')).toEqual(['true', 'PCI device: four hexadecimal digits']);
    type('PCI device', 'beef');
    expect(text()).toContain('take images for 8086:0b30 alone');
    expect(text()).toContain(
      'system device-image-upload ./fec.bin functional 80ee beef --bitstream-id 0x2383 --name fec --bmc true --retimer-included true',
    );
    const message = 'Invalid PCI vendor/device ID: 80ee beef.';
    uploaded.mockResolvedValue(fail({ kind: 'refused', message, service: 'sysinv' }));
    await press('Upload image');
    expect(text().split(message)).toHaveLength(2);
    expect(field('PCI device').value).toBe('beef');
    expect(uploaded).toHaveBeenCalledWith(bitstream, {
      ...{ file: 'fec.bin', type: 'functional', vendorId: '80ee', deviceId: 'beef', bitstreamId: '0x2383' },
      ...{ keySignature: null, revokeKeyId: null, bmc: true, retimerIncluded: true },
      ...{ name: 'fec', description: null, version: null },
    });
  });

  it('of another type sends what that type needs alone, and tells that it was cancelled', async () => {
    open({ job: 'upload-image', mostMb: 1 });
    pickFile(bitstream);
    tick('Functional');
    type('Bitstream ID', '0x2383');
    tick('Key revocation');
    type('ID of the key', '1.5');
    expect(off('Upload image')).toEqual(['true', 'ID of the key: a whole number']);
    type('ID of the key', '5');
    uploaded.mockResolvedValue({ ok: 'cancelled', wholeSent: false });
    await press('Upload image');
    expect(text()).toContain('The platform got no whole image, so nothing was uploaded.');
    expect(uploaded).toHaveBeenLastCalledWith(
      bitstream,
      expect.objectContaining({ type: 'key-revocation', bitstreamId: null, revokeKeyId: '5', bmc: false }),
    );
    await press('Close');
    expect(text()).toContain('What you typed is not saved.');
  });
});
