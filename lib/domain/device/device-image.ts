/** Device images, the labels of devices that they are applied by, and what became of each on each device. */
import type { Unknown, UnreadableRow } from '../host';

/** functional, root-key, key-revocation; unknown words are kept. */
export type DeviceImage = {
  id: string;
  type: Unknown<string>;
  name: Unknown<string>;
  description: Unknown<string>;
  version: Unknown<string>;
  bitstreamId: Unknown<string>;
  keySignature: Unknown<string>;
  revokeKeyId: Unknown<number>;
  bmc: Unknown<boolean>;
  retimerIncluded: Unknown<boolean>;
  vendorId: Unknown<string>;
  deviceId: Unknown<string>;
  /** Empty: applied to nothing. A null among them: to every FPGA. */
  appliedTo: readonly (ImageLabel | null)[];
};

/** A label that an image is applied by. */
export type ImageLabel = { key: string; value: string };

export type DeviceLabel = {
  id: string;
  /** null: no device has it yet. */
  deviceId: Unknown<string>;
  hostId: Unknown<string>;
  key: string;
  value: string;
};

export type ImageState = {
  id: string;
  hostId: Unknown<string>;
  deviceId: Unknown<string>;
  imageId: Unknown<string>;
  /** pending, in-progress, completed, failed. */
  status: Unknown<string>;
  startedAt: Unknown<string>;
};

export type DeviceImagePart = 'images' | 'labels' | 'states';
export type DeviceImages = {
  images: readonly DeviceImage[];
  labels: readonly DeviceLabel[];
  states: readonly ImageState[];
  unread: readonly { part: DeviceImagePart; message: string }[];
  unreadable: readonly (UnreadableRow & { part: DeviceImagePart })[];
};

export const imageName = ({ name, type, id }: DeviceImage): string => name ?? type ?? id;

export const labelWords = (label: ImageLabel | null): string =>
  label === null ? 'every FPGA' : `${label.key}=${label.value}`;

export const sameLabel = (one: ImageLabel | null, other: ImageLabel | null): boolean =>
  one?.key === other?.key && one?.value === other?.value;

export const isWriting = ({ status }: ImageState): boolean => status === 'in-progress';
export const isToWrite = ({ status }: ImageState): boolean => status === 'pending' || status === 'failed';

/** What there is to do for a host: images that wait, or were not written. */
export type ImageProgress = { waiting: number; writing: number; failed: number; written: number };

export function imageProgress(states: readonly ImageState[]): ImageProgress {
  const count = (status: string) => states.filter((one) => one.status === status).length;
  return {
    waiting: count('pending'),
    writing: count('in-progress'),
    failed: count('failed'),
    written: count('completed'),
  };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  functional: 'Functional',
  'root-key': 'Root key',
  'key-revocation': 'Key revocation',
};

export const typeWords = (type: Unknown<string>): string =>
  type === null ? 'Unknown' : (TYPE_WORDS[type] ?? type);

const STATUS_WORDS: Readonly<Record<string, string>> = {
  pending: 'To be written',
  'in-progress': 'Being written',
  completed: 'Written',
  failed: 'Failed',
};

export const statusWords = (status: Unknown<string>): string =>
  status === null ? 'Unknown' : (STATUS_WORDS[status] ?? status);

export type ImageLook = 'online' | 'in-progress' | 'available' | 'failed' | 'unknown';
const LOOKS: Readonly<Record<string, ImageLook>> = {
  pending: 'online',
  'in-progress': 'in-progress',
  completed: 'available',
  failed: 'failed',
};
export const statusLook = (status: Unknown<string>): ImageLook => LOOKS[status ?? ''] ?? 'unknown';
