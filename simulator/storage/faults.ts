/** What can befall storage, and how far each case is. */

export const STORAGE_FAULTS = [
  'disk-fault',
  'filesystem-full',
  'volume-group-full',
  'monitor-lost',
  'ceph-down',
] as const;
export type StorageFaultKind = (typeof STORAGE_FAULTS)[number];

export type StorageFault = {
  id: number;
  kind: StorageFaultKind;
  /** The host that it is on; none where it is the whole cluster. */
  host?: string;
  /** disk-fault: the id of the OSD on the disk. */
  osd?: number;
  /** filesystem-full: the name of the filesystem, and how much of it is in use, in GiB. */
  filesystem?: string;
  usedGib?: number;
  /** `coming` until it is noticed, `on` while its cause lasts, `rebuilding` until every copy is there again. */
  phase: 'coming' | 'on' | 'rebuilding';
  /** rebuilding: per cent of the copies that are made anew. */
  rebuilt?: number;
  /** Its cause has ended; the alarms go when somebody has looked. */
  over?: boolean;
  /** When it began, in epoch milliseconds. */
  since: number;
};

/** Simulated seconds until a fault is noticed, a filesystem has filled up, a tenth of the copies is made. */
export const NOTICED = 20;
export const FILLED = 300;
export const CLEANED = 60;
export const REBUILD_STEP = 30;

/** Shares of a filesystem in use: of the first alarm, of the worse one, and after somebody made room. */
export const FULL = 0.84;
export const FULLER = 0.93;
/** Where the alarms begin, in per cent. */
export const MAJOR = 80;
export const CRITICAL = 90;
