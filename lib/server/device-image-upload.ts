/** A device image from a browser, handed on to sysinv while it comes. */
import 'server-only';
import { z } from 'zod';
import { DEVICE_DEED, DEVICE_RIGHT } from '@/lib/domain/device/device-rules';
import { IMAGE_TYPES, type ImageUpload, MOST_LETTERS, uploadFaults } from '@/lib/domain/device/image-upload';
import type { Result } from '@/lib/domain/result';
import { uploadImage } from '@/lib/stx/sysinv/devices/image-upload';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { invalidateDevices } from './outdated';
import { type Incoming, passOn } from './passing-on';

/** One line: what would end a line of the form's head has no place in any of it. */
const line = z
  .string()
  .max(MOST_LETTERS)
  .refine((text) => !/\p{Cc}/u.test(text));
const given = line.min(1).nullable();

/** What the address says of the file in the body, judged as in the browser. */
export const imageParams = z
  .strictObject({
    file: line.refine((name) => !/[/\\]/.test(name)),
    type: z.enum(IMAGE_TYPES),
    ...{ vendorId: line, deviceId: line, bitstreamId: given, keySignature: given, revokeKeyId: given },
    ...{ bmc: z.boolean(), retimerIncluded: z.boolean(), name: given, description: given, version: given },
  })
  .refine((upload) => Object.keys(uploadFaults(upload)).length === 0);

/** @returns uuid of the image */
export async function takeImage(upload: ImageUpload, incoming: Incoming): Promise<Result<string>> {
  const session = await guard();
  if (!session.ok) return session;
  const target = upload.name ?? upload.file;
  const details = auditOf(upload, incoming.bytes);
  return auditedWrite(session.data, { action: 'device-image.upload', target, details }, async () => {
    const may = await guardRight(DEVICE_RIGHT, DEVICE_DEED);
    if (!may.ok) return may;
    return passOn(session.data, incoming, {
      what: 'image',
      send: (connection, file) => uploadImage(connection, upload, file),
      invalidate: invalidateDevices,
    });
  });
}

/** What it was called and for what, never what is in it. The names are those that lib/server/audit.ts may write in the clear. */
const auditOf = (upload: ImageUpload, bytes: number | null): Record<string, string> => ({
  imageFile: upload.file,
  ...(bytes === null ? {} : { imageBytes: String(bytes) }),
  imageType: upload.type,
  pciDevice: `${upload.vendorId}:${upload.deviceId}`,
  ...(upload.bitstreamId === null ? {} : { bitstreamId: upload.bitstreamId }),
  ...(upload.revokeKeyId === null ? {} : { revokeKeyId: upload.revokeKeyId }),
});
