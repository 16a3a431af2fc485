/** A StarlingX application: sysinv `/v1/apps` (api/controllers/v1/kube_app.py). Versions that an update replaced are not listed. */
import type { Unknown, UnreadableRow } from '../host';

export type Application = {
  /** Unique among those listed. */
  name: string;
  version: Unknown<string>;
  manifest: Unknown<string>;
  manifestFile: Unknown<string>;
  /** One of `STATUSES`; a word this console does not know is kept. */
  status: Unknown<string>;
  /** What the conductor is doing, or what came of it, in its words. */
  progress: Unknown<string>;
  /** Is this version what runs? */
  active: Unknown<boolean>;
  /** Epoch milliseconds. */
  createdAt: Unknown<number>;
  updatedAt: Unknown<number>;
};

export type ApplicationList = {
  applications: readonly Application[];
  unreadable: readonly UnreadableRow[];
};

/** constants.APP_STATUS_LIST, in the order of an application's life. */
export const STATUSES = [
  'missing',
  'uploading',
  'upload-failed',
  'uploaded',
  'applying',
  'apply-failed',
  'applied',
  'update-starting',
  'updating',
  'recovering',
  'removing',
  'remove-failed',
  'restore-requested',
  'inactive',
] as const;
export type Status = (typeof STATUSES)[number];

export const isStatus = (word: string): word is Status => STATUSES.some((one) => one === word);

/** `working`: the platform is at it. `waiting`: uploaded, and nobody has applied it. */
export type Mood = 'working' | 'running' | 'waiting' | 'failed' | 'unknown';

const MOODS: Record<Status, Mood> = {
  missing: 'unknown',
  uploading: 'working',
  'upload-failed': 'failed',
  uploaded: 'waiting',
  applying: 'working',
  'apply-failed': 'failed',
  applied: 'running',
  'update-starting': 'working',
  updating: 'working',
  recovering: 'working',
  removing: 'working',
  'remove-failed': 'failed',
  'restore-requested': 'working',
  inactive: 'waiting',
};

export const moodOf = ({ status }: Pick<Application, 'status'>): Mood =>
  status !== null && isStatus(status) ? MOODS[status] : 'unknown';

/** Is the platform doing something with it that a viewer would want to follow closely? */
export const isWorking = (one: Pick<Application, 'status'>): boolean => moodOf(one) === 'working';

/** `apply-failed` is "Apply failed". */
export function statusWords(status: Unknown<string>): string {
  if (status === null) return 'Unknown';
  const words = status.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
