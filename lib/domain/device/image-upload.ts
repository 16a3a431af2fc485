/** An image that is uploaded: what it is for, what its type needs, and what the platform checks of that (sysinv device_image.py post). */
import { shellQuote } from '../host-action-cli';
import { type DeviceImage, typeWords } from './device-image';

export const IMAGE_TYPES = ['functional', 'root-key', 'key-revocation'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** Texts as they are sent, trimmed. null: not said. What its type does not have is null or false. */
export type ImageUpload = {
  /** Name of the file alone. */
  file: string;
  type: ImageType;
  /** Four hexadecimal digits each. */
  vendorId: string;
  deviceId: string;
  bitstreamId: string | null;
  keySignature: string | null;
  /** Digits. */
  revokeKeyId: string | null;
  bmc: boolean;
  retimerIncluded: boolean;
  name: string | null;
  description: string | null;
  version: string | null;
};

/** The one device that this platform takes images for (fpga_constants.py N3000_VENDOR, N3000_DEVICE). */
export const N3000 = { vendorId: '8086', deviceId: '0b30' };
export type ImageTarget = typeof N3000;

export const sameTarget = (one: ImageTarget, other: ImageTarget): boolean =>
  one.vendorId === other.vendorId && one.deviceId === other.deviceId;

/** Devices to choose from: the one that this platform takes images for, and what it has images for already. */
export function imageTargets(images: readonly Pick<DeviceImage, 'vendorId' | 'deviceId'>[]): ImageTarget[] {
  const known = images.flatMap(({ vendorId, deviceId }) =>
    vendorId === null || deviceId === null
      ? []
      : [{ vendorId: vendorId.toLowerCase(), deviceId: deviceId.toLowerCase() }],
  );
  const all = [N3000, ...known];
  return all.filter((one, at) => all.findIndex((other) => sameTarget(one, other)) === at);
}

/** Columns of text in sysinv's database (models.py DeviceImage). */
export const MOST_LETTERS = 255;
/** Largest number in its column of integers. */
const LARGEST_ID = 2_147_483_647;

/** _validate_hexadecimal_fields. @param text trimmed */
export function hexFault(text: string): string | null {
  if (text === '') return 'Needed for this type';
  if (!/^(0x)?[0-9a-f]+$/i.test(text)) return 'Hexadecimal digits, with or without 0x';
  return longFault(text);
}

/** pci_vendor and pci_device: columns of four letters, compared as texts. @param text trimmed */
export const pciIdFault = (text: string): string | null =>
  /^[0-9a-f]{4}$/i.test(text) ? null : 'Four hexadecimal digits';

/** _check_revoke_key. @param text trimmed */
export function revokeIdFault(text: string): string | null {
  if (text === '') return 'Needed for this type';
  if (!/^\d+$/.test(text)) return 'A whole number';
  return Number(text) <= LARGEST_ID ? null : `At most ${LARGEST_ID}`;
}

export const longFault = (text: string): string | null =>
  text.length > MOST_LETTERS ? `At most ${MOST_LETTERS} characters` : null;

/** Why a file is not taken by the console. @param mostMb 10^6 bytes */
export function fileFault({ name, size }: { name: string; size: number }, mostMb: number): string | null {
  if (size === 0) return 'The file is empty';
  if (size > mostMb * 1_000_000) return `This console takes images of ${mostMb} MB at most`;
  return longFault(name);
}

/** In the order of the form. */
export const UPLOAD_FIELDS = [
  ...(['file', 'bitstreamId', 'keySignature', 'revokeKeyId', 'retimerIncluded'] as const),
  ...(['vendorId', 'deviceId', 'name', 'version', 'description'] as const),
];
export type UploadField = (typeof UPLOAD_FIELDS)[number];

/** What the platform will refuse, by field; empty when nothing is known to be wrong. */
export function uploadFaults(upload: ImageUpload): Partial<Record<UploadField, string>> {
  const { type } = upload;
  const found: [UploadField, string | null][] = [
    ['file', upload.file === '' ? 'Pick a file' : longFault(upload.file)],
    ['vendorId', pciIdFault(upload.vendorId)],
    ['deviceId', pciIdFault(upload.deviceId)],
    ['bitstreamId', type === 'functional' ? hexFault(upload.bitstreamId ?? '') : null],
    ['keySignature', type === 'root-key' ? hexFault(upload.keySignature ?? '') : null],
    ['revokeKeyId', type === 'key-revocation' ? revokeIdFault(upload.revokeKeyId ?? '') : null],
    // _validate_bitstream_type
    ['retimerIncluded', upload.retimerIncluded && !upload.bmc ? 'Only a BMC image has it' : null],
    ['name', longFault(upload.name ?? '')],
    ['description', longFault(upload.description ?? '')],
    ['version', longFault(upload.version ?? '')],
  ];
  return Object.fromEntries(found.flatMap(([field, why]) => (why === null ? [] : [[field, why]])));
}

/**
 * _validate_pci_device: this release takes images for the N3000 alone. Told and not forbidden: another release may know more, and then
 * its own refusal is shown.
 */
export const targetDoubt = (target: ImageTarget): string | null =>
  sameTarget(target, N3000)
    ? null
    : `Platforms known to this console take images for ${N3000.vendorId}:${N3000.deviceId} alone, and would refuse this.`;

/** The fields as sysinv is sent them, in the command line's words. What was not said is left out. */
export function uploadFields(upload: ImageUpload): Record<string, string> {
  const said: [string, string | null][] = [
    ['bitstream_type', upload.type],
    ['pci_vendor', upload.vendorId],
    ['pci_device', upload.deviceId],
    ['bitstream_id', upload.bitstreamId],
    ['key_signature', upload.keySignature],
    ['revoke_key_id', upload.revokeKeyId],
    ['name', upload.name],
    ['description', upload.description],
    ['image_version', upload.version],
    ['bmc', upload.bmc ? 'true' : null],
    ['retimer_included', upload.retimerIncluded ? 'true' : null],
  ];
  return Object.fromEntries(said.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** `system device-image-upload` (cgts-client v1/device_image_shell.py). */
export function uploadCli(upload: ImageUpload): string {
  const { bitstream_type, pci_vendor, pci_device, ...options } = uploadFields(upload);
  const words = [`./${upload.file}`, bitstream_type, pci_vendor, pci_device].map((word) =>
    shellQuote(word ?? ''),
  );
  const more = Object.entries(options).flatMap(([name, value]) => [
    `--${name.replaceAll('_', '-')}`,
    shellQuote(value),
  ]);
  return ['system device-image-upload', ...words, ...more].join(' ');
}

export const uploadTitle = ({ type, name, file }: ImageUpload): string =>
  `Upload ${name ?? file}: ${typeWords(type).toLowerCase()} image`;
