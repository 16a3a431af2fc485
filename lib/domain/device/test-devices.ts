/** For tests: a device and images as the platform has them, with what a test says of them. */
import type { PciDevice } from '../host-parts';
import type { DeviceImage, DeviceImages } from './device-image';
import type { ImageUpload } from './image-upload';

export const testDevice = (more: Partial<PciDevice> = {}): PciDevice => ({
  id: 'd1',
  name: 'pci_b2',
  address: '0000:b2:00.0',
  vendor: 'Intel Corporation',
  device: 'FPGA N3000',
  kind: 'Processing accelerators',
  vendorId: '8086',
  deviceId: '0b30',
  classId: '120000',
  subsystem: null,
  node: 1,
  driver: 'intel-fpga-pci',
  enabled: true,
  virtualFunctions: 0,
  totalVirtualFunctions: 0,
  virtualFunctionDriver: null,
  virtualFunctionAddresses: [],
  fpga: null,
  ...more,
});

export const testImage = (id: string, more: Partial<DeviceImage> = {}): DeviceImage => ({
  id,
  type: 'functional',
  name: id,
  description: null,
  version: null,
  bitstreamId: null,
  keySignature: null,
  revokeKeyId: null,
  bmc: false,
  retimerIncluded: false,
  vendorId: '8086',
  deviceId: '0b30',
  appliedTo: [],
  ...more,
});

export const testDeviceImages = (more: Partial<DeviceImages> = {}): DeviceImages => ({
  images: [testImage('fec')],
  ...{ labels: [], states: [], unread: [], unreadable: [] },
  ...more,
});

export const testImageUpload = (more: Partial<ImageUpload> = {}): ImageUpload => ({
  ...{ file: 'a b.bin', type: 'functional', vendorId: '8086', deviceId: '0b30' },
  ...{ bitstreamId: '0x2383', keySignature: null, revokeKeyId: null, bmc: false, retimerIncluded: false },
  ...{ name: 'fec-new', description: null, version: null },
  ...more,
});
