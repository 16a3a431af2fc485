/** What Ceph has of a disk: sysinv `/v1/istors` (api/controllers/v1/storage.py), of one host or of all. */
import type { Unknown } from '../host';

export type StorageFunction = {
  id: string;
  hostId: Unknown<string>;
  /** osd, journal. */
  function: Unknown<string>;
  /** Number of the OSD; null for a journal, and for an OSD that Ceph has not taken in. */
  osdNumber: Unknown<number>;
  /** configuring, configuring-on-unlock, configured, failed, and Rook's own words. */
  state: Unknown<string>;
  diskId: Unknown<string>;
  tierId: Unknown<string>;
  tier: Unknown<string>;
  journal: {
    /** uuid of the journal function it writes to; its own where the journal lies on the same disk. */
    onId: Unknown<string>;
    sizeMib: Unknown<number>;
    path: Unknown<string>;
    node: Unknown<string>;
  };
};

export const isOsd = (one: Pick<StorageFunction, 'function'>): boolean => one.function === 'osd';
export const isJournal = (one: Pick<StorageFunction, 'function'>): boolean => one.function === 'journal';

/** `osd.3`, as Ceph says it; null where it has no number. */
export const osdName = ({ osdNumber }: Pick<StorageFunction, 'osdNumber'>): string | null =>
  osdNumber === null ? null : `osd.${osdNumber}`;
