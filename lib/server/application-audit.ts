/** What the audit trail keeps of a tarball: where it came from, how large it was, what it was called. Never what is in it. */
import 'server-only';
import { auditedTarfile } from '@/lib/domain/application/tarfile';

type Told = {
  /** Address, path, or name of a file from a browser. */
  tarfile: string;
  name: string | null;
  version: string | null;
  images: boolean;
  bytes?: number;
};

export const tarfileDetails = ({ tarfile, name, version, images, bytes }: Told): Record<string, string> => ({
  tarfile: auditedTarfile(tarfile),
  ...(bytes === undefined ? {} : { tarfileBytes: String(bytes) }),
  ...(name === null ? {} : { name }),
  ...(version === null ? {} : { appVersion: version }),
  ...(images ? { images: 'true' } : {}),
});
