/** What there is to say of the storage of a cloud in one sentence, and its evidence in a second. */
import type { AlarmList } from '../../alarm';
import { counted, isOrAre } from '../../words';
import { type CloudStorage, type CloudStoragePart, unreadCloudStorage } from '../cloud-storage';
import { backendName, backendRows } from './backend-rows';
import { configWord } from './config-state';
import { fillsOf } from './fill';
import { osdSentence } from './osd-rows';
import { cephHealth, storageAlarms } from './storage-alarms';

export type StorageFinding = { finding: string; second: string };

/** @param alarms null: could not be read, so that nothing is said to be well */
export function storageFinding(storage: CloudStorage, alarms: AlarmList | null): StorageFinding {
  const unread = (part: CloudStoragePart) => unreadCloudStorage(storage, part) !== null;
  const rows = backendRows(storage, alarms?.alarms ?? []);
  const failed = rows.find(({ phase }) => phase === 'failed');
  const osds = unread('storageFunctions') ? 'OSDs are unknown' : osdSentence(storage.storageFunctions);
  const set = rows.filter(({ phase }) => phase === 'set').length;
  const backends = unread('backends')
    ? 'Backends are unknown'
    : rows.length === 0
      ? 'No backend is set up'
      : `${set} of ${counted(rows.length, 'backend')} ${isOrAre(rows.length)} configured`;
  return {
    finding: failed
      ? `Backend ${backendName(failed.backend)} is ${configWord(failed.backend.state).toLowerCase()}`
      : alarmFinding(alarms),
    second: `${[backends, ...(osds === null ? [] : [osds])].join('. ')}.`,
  };
}

function alarmFinding(list: AlarmList | null): string {
  if (list === null) return 'Alarms of storage are unknown';
  const health = cephHealth(list);
  const fills = fillsOf(list.alarms);
  const groups = fills.filter(({ of }) => of === 'volume group').length;
  const over = [
    ...(fills.length > groups ? [counted(fills.length - groups, 'filesystem')] : []),
    ...(groups > 0 ? [counted(groups, 'volume group')] : []),
  ];
  const parts = [
    ...(health.word === 'alarmed' ? [`${counted(health.alarms.length, 'alarm')} of Ceph`] : []),
    ...(over.length > 0 ? [`${over.join(' and ')} over the limit`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  const [worst, ...more] = storageAlarms(list.alarms);
  if (worst) {
    const rest = more.length === 0 ? '' : `, ${more.length} more`;
    return `${raised(worst.severity)} storage alarm ${worst.alarmId}${rest}`;
  }
  return list.capped ? 'Fault management gave only a part of its alarms' : 'No storage alarm is active';
}

const raised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
