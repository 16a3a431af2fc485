/** Where a tarball comes from, and how its place may be written (sysinv api/controllers/v1/kube_app.py _check_tarfile). */
import { allowed, denied, type Verdict } from '../result';

/** `file`: from the browser. `address`: the platform fetches it. `path`: it lies on the controller. */
export const TARFILE_SOURCES = ['file', 'address', 'path'] as const;
export type TarfileSource = (typeof TARFILE_SOURCES)[number];

const CHECK = 'sysinv kube_app.py _check_tarfile';

/** The name of the file alone, of an address without what follows `?`. */
export function tarfileName(tarfile: string): string {
  const path = isAddress(tarfile) ? new URL(tarfile).pathname : tarfile;
  return path.split('/').findLast((part) => part !== '') ?? tarfile;
}

/** Does the platform take a file of this name? */
export const nameVerdict = (name: string): Verdict =>
  /\.(tgz|tar\.gz)$/.test(name)
    ? allowed
    : denied('The platform takes only files whose names end with .tgz or .tar.gz.', CHECK);

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** An address that the platform can fetch from (common/utils.py is_url). */
export const addressVerdict = (text: string): Verdict =>
  isAddress(text) && !/\s/.test(text)
    ? allowed
    : denied('An address begins with http:// or https:// and names a server.', 'sysinv utils.py is_url');

/** A path is one of the active controller: from where the platform looks at others, nobody can tell. */
export function pathVerdict(text: string): Verdict {
  if (!text.startsWith('/') || text.endsWith('/') || text.includes('\0'))
    return denied('A path begins with / and ends with the name of a file.', CHECK);
  return nameVerdict(text);
}

/** As it may be shown and kept: without a password. */
export function shownAddress(tarfile: string): string {
  if (!isAddress(tarfile)) return tarfile;
  const { password } = new URL(tarfile);
  return password === '' ? tarfile : tarfile.replace(`:${password}@`, ':<password>@');
}

/** For the audit trail: without who asks, and without what follows `?`, which may be a key. */
export function auditedTarfile(tarfile: string): string {
  if (!isAddress(tarfile)) return tarfile;
  const { origin, pathname } = new URL(tarfile);
  return `${origin}${pathname}`;
}
