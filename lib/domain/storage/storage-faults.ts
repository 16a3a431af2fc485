/**
 * What fault management says of the storage of a host. Alarm 100.104 (fm-doc events.yaml) is the only word the platform has about
 * how full a filesystem is: `host=X.filesystem=MOUNT` or `host=X.volumegroup=NAME`, with "actual 84.02%" in its reason.
 */
import { type Alarm, byUrgency, entityHost, parseEntity, type Severity } from '../alarm';
import type { Unknown } from '../host';
import type { HostStorage } from './host-storage';
import { keyMeant, rowKey } from './storage-href';

export type StorageFault = {
  /** uuid of the alarm. */
  id: string;
  severity: Severity;
  reason: string;
  /** How full it was when the alarm was raised, in percent; null: the reason does not say. */
  fullPercent: Unknown<number>;
};

export type StorageFaults = {
  /** The alarms of each row, worst first, by the row's key. */
  byKey: ReadonlyMap<string, readonly StorageFault[]>;
  /** Alarms about filesystems that are not among those of the host. */
  elsewhere: readonly Alarm[];
};

/** Suppressed alarms count: hiding a word empties no disk. @param host hostname */
export function storageFaults(alarms: readonly Alarm[], host: string, storage: HostStorage): StorageFaults {
  const byKey = new Map<string, StorageFault[]>();
  const elsewhere: Alarm[] = [];
  for (const alarm of alarms.filter(({ entity }) => entityHost(entity) === host).toSorted(byUrgency)) {
    const meant = meantBy(alarm);
    if (meant === null) continue;
    const key = keyMeant(storage, meant);
    if (key === meant) elsewhere.push(alarm);
    else byKey.set(key, [...(byKey.get(key) ?? []), faultOf(alarm)]);
  }
  return { byKey, elsewhere };
}

const faultOf = ({ id, severity, reason }: Alarm): StorageFault => ({
  ...{ id, severity, reason },
  fullPercent: percentOf(reason),
});

function meantBy({ entity }: Alarm): string | null {
  for (const { key, value } of parseEntity(entity)) {
    if (key === 'filesystem') return rowKey('fs', value);
    if (key === 'volumegroup') return rowKey('vg', value);
  }
  return null;
}

/** `File System threshold exceeded ; threshold 80.00%, actual 84.02%`. */
function percentOf(reason: string): number | null {
  const said = Number(/actual\s+([\d.]+)\s*%/i.exec(reason)?.[1] ?? Number.NaN);
  return Number.isFinite(said) && said >= 0 && said <= 100 ? said : null;
}
