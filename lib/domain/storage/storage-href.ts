/**
 * Addresses of the Storage tab of a host: `/hosts/NAME/storage?open=KIND:WHAT` opens one thing there. WHAT is its uuid or what a
 * person calls it, so that others may link without having read it:
 *
 * | kind      | what, besides the uuid                                        |
 * |-----------|---------------------------------------------------------------|
 * | disk      | `/dev/sdb`, `sdb`, its path `/dev/disk/by-path/…`, its serial  |
 * | partition | `/dev/sdb1`, `sdb1`, its path                                  |
 * | pv        | its name, `/dev/sdb1`, `sdb1`                                  |
 * | vg        | `cgts-vg`                                                     |
 * | osd       | its number: `3`, `osd.3`                                      |
 * | journal   | nothing                                                       |
 * | fs        | `docker`, or where it is mounted: `/var/lib/docker`            |
 */
import type { HostStorage } from './host-storage';
import { filesystemAt } from './mounts';
import { isJournal, isOsd, osdName } from './storage-function';

export const ROW_KINDS = ['disk', 'partition', 'pv', 'vg', 'osd', 'journal', 'fs'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The key of a row in tables, drawing and address. @param what uuid or name */
export const rowKey = (kind: RowKind, what: string): string => `${kind}:${what}`;

/** @param host hostname, or uuid */
export const storageHref = (host: string, open?: { kind: RowKind; what: string }): string =>
  `/hosts/${encodeURIComponent(host)}/storage${
    open ? `?open=${encodeURIComponent(rowKey(open.kind, open.what)).replaceAll(/%(3A|2F)/g, unescaped)}` : ''
  }`;

// These need no escape in a query (RFC 3986, section 3.4).
const unescaped = (_: string, code: string): string => (code === '3A' ? ':' : '/');

type Named = { id: string; names: readonly (string | null)[] };

/**
 * The key of the row that an address means, by uuid or name.
 * @returns the text itself where nothing has that name: whoever opens it says so
 */
export function keyMeant(storage: HostStorage, open: string): string {
  const at = open.indexOf(':');
  const [kind, what] = [open.slice(0, at), open.slice(at + 1)];
  const known = ROW_KINDS.find((one) => one === kind);
  if (!known) return open;
  const rows = namedRows(storage, known);
  const row =
    rows.find(({ id }) => id === what) ??
    rows.find(({ names }) => names.includes(what)) ??
    rows.find(({ names }) => names.includes(`/dev/${what}`) || names.includes(filesystemAt(what) ?? ''));
  return row ? rowKey(known, row.id) : open;
}

function namedRows(storage: HostStorage, kind: RowKind): Named[] {
  switch (kind) {
    case 'disk':
      return storage.disks.map(({ id, node, path, serial }) => ({ id, names: [node, path, serial] }));
    case 'partition':
      return storage.partitions.map(({ id, node, path }) => ({ id, names: [node, path] }));
    case 'pv':
      return storage.physicalVolumes.map(({ id, name, onNode, onPath }) => ({
        id,
        names: [name, onNode, onPath],
      }));
    case 'vg':
      return storage.volumeGroups.map(({ id, name }) => ({ id, names: [name] }));
    case 'osd':
      return storage.storageFunctions.filter(isOsd).map((one) => ({
        id: one.id,
        names: [osdName(one), one.osdNumber === null ? null : String(one.osdNumber)],
      }));
    case 'journal':
      return storage.storageFunctions.filter(isJournal).map(({ id }) => ({ id, names: [] }));
    case 'fs':
      return storage.filesystems.map(({ id, name }) => ({ id, names: [name] }));
  }
}
