/** Which row of a host's storage an address means. */
import type { HostStorage } from './host-storage';
import { filesystemAt } from './mounts';
import { isJournal, isOsd, osdName } from './storage-function';
import { ROW_KINDS, type RowKind, rowKey } from './storage-href';

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
