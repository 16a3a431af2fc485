/**
 * The storage of a host as a drawing: disks, the partitions on them, the volume groups and OSDs on those, and the volumes at the
 * end. Names are data, whatever they look like. Sizes are bytes throughout.
 */
import type { Unknown } from '../host';
import type { Capacity } from './capacity';
import type { HostStorage } from './host-storage';
import { boxesOf } from './layout-boxes';
import { placeBoxes } from './layout-place';
import type { StateLook } from './state-look';

export const STORAGE_COLUMNS = ['Disk', 'Partition', 'Volume group or OSD', 'Volumes'] as const;
export type StorageColumn = 0 | 1 | 2 | 3;

export type StorageKind =
  | 'disk'
  | 'partition'
  | 'journal'
  /** A physical volume on what is not among what was read. */
  | 'pv'
  /** Taken on a disk, and in nothing that is listed. */
  | 'rest'
  /** What is left of a disk. */
  | 'free'
  | 'vg'
  | 'osd'
  | 'fs'
  /** Volumes of a group that are no filesystem of the platform. */
  | 'volumes'
  | 'tier'
  /** Named by something, and not among what was read. */
  | 'unread';

export type StorageBox = {
  key: string;
  kind: StorageKind;
  column: StorageColumn;
  /** uuid of the row that it is; null: of none. */
  id: string | null;
  /** Key of the row that tells more of it: a partition's own, of what is left on a disk the disk's; null: of none. */
  about: string | null;
  name: string;
  /** In a corner: pv, journal, root disk. */
  tag: string;
  /** Under the name, without sizes. */
  words: string;
  sizeBytes: Unknown<number>;
  capacity: Capacity | null;
  state: StateLook | null;
  /** Not used, not there yet or not known: drawn dashed. */
  quiet: boolean;
  /** Everything a search may hit, in lower case. */
  find: string;
};

export type StorageNode = StorageBox & { row: number; thing: string };

export type StorageLink = {
  from: string;
  to: string;
  /** `journal`: the OSD writes its journal there. */
  kind: 'on' | 'journal';
  /** Nothing is there, or not yet. */
  quiet: boolean;
};

export type StorageLayout = {
  nodes: readonly StorageNode[];
  links: readonly StorageLink[];
  /** Height of the drawing in rows. */
  rows: number;
  byKey: ReadonlyMap<string, StorageNode>;
  /** The box in which a row is drawn, by the row's key: of a physical volume the partition or disk that it is on. */
  boxOf: ReadonlyMap<string, string>;
};

export function storageLayout(storage: HostStorage): StorageLayout {
  const { boxes, links, boxOf } = boxesOf(storage);
  const { rowOf, rows } = placeBoxes(boxes, links);
  const nodes = boxes
    .map((box): StorageNode => ({ ...box, row: rowOf.get(box.key) ?? 0, thing: box.key }))
    .sort((a, b) => a.column - b.column || a.row - b.row);
  return { nodes, links, rows, byKey: new Map(nodes.map((node) => [node.key, node])), boxOf };
}
