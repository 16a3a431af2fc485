/** What the address says of an upload: where the tarball comes from. */
import { TARFILE_SOURCES } from '@/lib/domain/application/tarfile';
import { oneOf } from '@/lib/url/params';

export const UPLOAD_PARAMS = { from: oneOf(TARFILE_SOURCES).withDefault('file') };
