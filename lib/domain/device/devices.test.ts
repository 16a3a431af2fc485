import { describe, expect, it } from 'vitest';
import { testHost } from '../test-facts';
import { type DeviceCall, deviceCallTitle, deviceCli, deviceSteps } from './device-calls';
import { type DeviceImages, type ImageState, imageProgress } from './device-image';
import { deviceKind, isAccelerator } from './device-kind';
import { type DeviceFacts, deviceVerdict } from './device-rules';
import { testDevice, testDeviceImages, testImage } from './test-devices';

const state = (imageId: string, status: string): ImageState => ({
  ...{ id: `s-${imageId}`, hostId: 'h1', deviceId: 'd1', imageId, status, startedAt: null },
});
const site = { key: 'site', value: 'oslo' };
const label = (id: string, key: string, value: string) => ({ id, deviceId: 'd1', hostId: 'h1', key, value });
const images = (more: Partial<DeviceImages> = {}): DeviceImages =>
  testDeviceImages({
    images: [
      testImage('fec'),
      testImage('root', { type: 'root-key' }),
      testImage('root2', { type: 'root-key' }),
    ],
    labels: [label('l1', 'site', 'oslo')],
    ...more,
  });
const locked = testHost({ administrative: 'locked' });
const facts = (more: Partial<DeviceFacts> = {}): DeviceFacts => ({
  ...{ host: testHost(), devices: [testDevice()], images: images() },
  ...more,
});
const change = (to: { name?: string; enabled?: boolean }): DeviceCall => ({
  do: 'device.change',
  device: 'd1',
  to,
});
const tag = (key: string, value: string, overwrite = false): DeviceCall => ({
  ...{ do: 'device-label.assign', device: 'd1', labels: [{ key, value }], overwrite },
});
const apply = (id: string, to: typeof site | null = site): DeviceCall => ({
  do: 'image.apply',
  image: id,
  label: to,
});
const writing = testHost({ deviceImageUpdate: 'in-progress' });

describe('what the platform will say', () => {
  it.each<[string, DeviceCall, DeviceFacts, RegExp | null]>([
    ['a change on a host that runs', change({ name: 'x' }), facts(), /Lock worker-0 first/],
    ['on a locked one', change({ name: 'x' }), facts({ host: locked }), null],
    [
      'on storage',
      change({ name: 'x' }),
      facts({ host: { ...locked, personality: 'storage', subfunctions: ['storage'] } }),
      /worker function/,
    ],
    [
      'of QuickAssist',
      change({ name: 'x' }),
      facts({ host: locked, devices: [testDevice({ deviceId: '4940' })] }),
      /QuickAssist/,
    ],
    ['of one that is gone', change({ name: 'x' }), facts({ host: locked, devices: [] }), /does not list/],
    ['a label', tag('site', 'bergen'), facts(), null],
    ['overwriting it', tag('site', 'bergen', true), facts(), null],
    [
      'overwriting while images are written',
      tag('site', 'bergen', true),
      facts({ host: writing }),
      /writing device images/,
    ],
    ['a new key meanwhile', tag('rack', '4', true), facts({ host: writing }), null],
    [
      'overwriting one of two',
      tag('site', 'x', true),
      facts({ images: images({ labels: [label('l1', 'site', 'a'), label('l2', 'site', 'b')] }) }),
      /2 labels site/,
    ],
    [
      'removing a label meanwhile',
      { do: 'device-label.remove', label: 'l1' },
      facts({ host: writing }),
      /writing device images/,
    ],
    ['an image', apply('fec'), facts(), null],
    [
      'over one that is being written',
      apply('fec'),
      facts({ images: images({ states: [state('fec', 'in-progress')] }) }),
      /being written to pci_b2/,
    ],
    [
      'a second root key',
      apply('root2'),
      facts({ images: images({ states: [state('root', 'completed')] }) }),
      /another root key/,
    ],
    [
      'a second one for all',
      apply('root2', null),
      facts({ images: images({ states: [state('root', 'pending')] }) }),
      /another root key/,
    ],
    [
      'the same root key',
      apply('root'),
      facts({ images: images({ states: [state('root', 'failed')] }) }),
      null,
    ],
    ['deleting an image', { do: 'image.delete', image: 'fec' }, facts(), null],
    [
      'deleting one that was written',
      { do: 'image.delete', image: 'fec' },
      facts({ images: images({ states: [state('fec', 'completed')] }) }),
      /written/,
    ],
    ['writing', { do: 'images.write' }, facts(), null],
    ['writing on a locked host', { do: 'images.write' }, facts({ host: locked }), /unlocked and enabled/],
    ['writing twice', { do: 'images.write' }, facts({ host: writing }), /already/],
    ['aborting', { do: 'images.abort' }, facts({ host: writing }), null],
    ['aborting nothing', { do: 'images.abort' }, facts(), /not writing/],
  ])('%s', (_, call, seen, refusal) => {
    const verdict = deviceVerdict(call, seen);
    if (refusal === null) expect(verdict).toEqual({ ok: true });
    else expect(verdict).toMatchObject({ ok: false, why: expect.stringMatching(refusal) });
  });
});

describe('a change', () => {
  const applied = facts({ images: images({ images: [testImage('fec', { appliedTo: [site] })] }) });
  it.each<[DeviceCall, DeviceFacts, string, string]>([
    [
      change({ name: 'fec', enabled: false }),
      facts(),
      'Change pci_b2: name fec, not enabled',
      'system host-device-modify worker-0 0000:b2:00.0 --name fec --enabled False',
    ],
    [
      tag('rack', '4', true),
      facts(),
      'Label pci_b2 rack=4',
      'system host-device-label-assign worker-0 0000:b2:00.0 rack=4 --overwrite',
    ],
    [
      { do: 'device-label.remove', label: 'l1' },
      facts(),
      'Remove label site=oslo',
      'system host-device-label-remove worker-0 0000:b2:00.0 site',
    ],
    [
      { do: 'image.remove', image: 'fec', label: site },
      applied,
      'Take fec off site=oslo',
      'system device-image-remove fec site=oslo',
    ],
    [{ do: 'image.delete', image: 'fec' }, facts(), 'Delete fec', 'system device-image-delete fec'],
  ])('%j has words and a command, and is done once it is carried out', (call, seen, title, command) => {
    expect([deviceCallTitle(call, seen), deviceCli(call, 'worker-0', seen)]).toEqual([title, command]);
    expect(deviceSteps.remaining(call, seen)).toEqual(call);
    expect(deviceSteps.remaining(call, deviceSteps.after(call, seen))).toBeNull();
  });

  it('sends only what differs, and may always be asked for again where that retries', () => {
    expect(deviceSteps.remaining(change({ name: 'pci_b2', enabled: false }), facts())).toEqual(
      change({ enabled: false }),
    );
    expect(deviceSteps.remaining(tag('site', 'oslo'), facts())).toBeNull();
    const call = apply('fec', null);
    expect(deviceSteps.remaining(call, deviceSteps.after(call, facts()))).toEqual(call);
    expect(deviceCli(call, 'worker-0', facts())).toBe('system device-image-apply fec');
    expect(deviceCli({ do: 'images.write' }, 'worker-0', facts())).toBe(
      'system host-device-image-update worker-0',
    );
  });
});

it('tells kinds of devices and counts states', () => {
  expect(
    [
      testDevice(),
      testDevice({ deviceId: '0D5C' }),
      testDevice({ deviceId: '4942', classId: '0b4000' }),
      testDevice({ vendorId: '10de', deviceId: '1eb8', classId: '030200' }),
      testDevice({ deviceId: 'ffff' }),
      testDevice({ deviceId: 'a182', classId: '010601' }),
      testDevice({ vendorId: null, deviceId: null, classId: null }),
    ].map((one) => [deviceKind(one), isAccelerator(one)]),
  ).toEqual([
    ['fpga', true],
    ['fec', true],
    ['qat', true],
    ['gpu', true],
    ['accelerator', true],
    ['other', false],
    ['other', false],
  ]);
  const all = ['pending', 'failed', 'completed', 'in-progress', 'odd'].map((status) => state(status, status));
  expect(imageProgress(all)).toEqual({ waiting: 1, writing: 1, failed: 1, written: 1 });
});
