/** Tarballs of applications from this computer. */
import { type UploadEnd, uploadsTo } from './file-upload';

export const tarballUploads = uploadsTo('/api/applications/tarball', 'applications');

export type TarballOrder = { file: File; name: string | null; version: string | null; images: boolean };

/** @returns the name of the application, or why there is none */
export const sendTarball = ({ file, name, version, images }: TarballOrder): Promise<UploadEnd> =>
  tarballUploads.send(file, {
    file: file.name,
    ...(name === null ? {} : { name }),
    ...(version === null ? {} : { version }),
    ...(images ? { images: 'true' } : {}),
  });
