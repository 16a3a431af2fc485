/** What kind of device: by its ids, as the platform tells them apart (sysinv common/device.py, common/fpga_constants.py, constants.py). */
import type { PciDevice } from '../host-parts';

export type DeviceKind = 'fpga' | 'fec' | 'qat' | 'gpu' | 'accelerator' | 'other';

const INTEL = '8086';
/** Forward error correction: on the N3000, the ACC100 and the ACC200. */
const FEC: Readonly<Record<string, string>> = { '0d8f': 'N3000', '0d5c': 'ACC100', '57c0': 'ACC200' };
/** QuickAssist that comes with all its VFs, and that the platform does not change. */
const QAT = ['4940', '4942', '4946'];
const ACCELERATORS = ['120000', '120001'];
/** The one device that images are written to. */
const N3000 = '0b30';

export function deviceKind({ vendorId, deviceId, classId }: PciDevice): DeviceKind {
  const id = deviceId?.toLowerCase() ?? '';
  if (vendorId === INTEL && id === N3000) return 'fpga';
  if (vendorId === INTEL && id in FEC) return 'fec';
  if (QAT.includes(id)) return 'qat';
  if (classId?.startsWith('03')) return 'gpu';
  return classId !== null && ACCELERATORS.includes(classId) ? 'accelerator' : 'other';
}

export const KIND_WORDS: Record<DeviceKind, string> = {
  fpga: 'FPGA',
  fec: 'FEC accelerator',
  qat: 'QuickAssist',
  gpu: 'GPU',
  accelerator: 'Accelerator',
  other: 'Device',
};

/** Worth a place of its own: what workloads are placed for. */
export const isAccelerator = (device: PciDevice): boolean => deviceKind(device) !== 'other';

export const isQat = (device: PciDevice): boolean => deviceKind(device) === 'qat';
export const takesImages = (device: PciDevice): boolean => deviceKind(device) === 'fpga';

/** How a person calls it: by name, else by where it is. */
export const deviceName = ({ name, address, id }: Pick<PciDevice, 'name' | 'address' | 'id'>): string =>
  name ?? address ?? id;
