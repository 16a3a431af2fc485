/** Device images from this computer. */
import type { ImageUpload } from '@/lib/domain/device/image-upload';
import { type UploadEnd, uploadsTo } from './file-upload';

export const imageUploads = uploadsTo('/api/device-images/bitstream', 'device images');

/** @returns uuid of the image, or why there is none */
export const sendImage = (file: File, upload: ImageUpload): Promise<UploadEnd> =>
  imageUploads.send(
    file,
    Object.fromEntries(
      Object.entries(upload).flatMap(([name, value]) =>
        value === null || value === false ? [] : [[name, String(value)]],
      ),
    ),
  );
