/** The forms of OSDs and journals. What is empty is a gap, not a fault. */
import { type Option, option } from '../../option';
import { gibText, gibToMib, MIB_PER_GIB } from '../size';
import { isJournal, type StorageFunction } from '../storage-function';
import type { JournalPlace, StorageCall } from './calls';
import { cephKind } from './ceph-site';
import { deviceName, diskOf, functionOn, type StorageFacts } from './facts';
import { JOURNAL_MIB, journalRoomMib, osdDiskVerdict } from './osd-rules';
import { wholeNumber } from './partition-form';

/** tier, journal: uuids; empty: none chosen. size: of the journal in whole GiB; empty: the platform's. */
export type OsdForm = { disk: string; tier: string; journal: string; size: string };
export type OsdFaults = Partial<Record<keyof OsdForm, string>>;

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

export const journalsOf = (facts: StorageFacts): StorageFunction[] =>
  cephKind(facts) === 'rook' ? [] : facts.storageFunctions.filter(isJournal);

export function newOsdForm(facts: StorageFacts, disk?: string): OsdForm {
  const first = facts.disks.find((one) => osdDiskVerdict(one, facts).ok);
  return {
    disk: disk ?? first?.id ?? '',
    tier: only(facts.cloud.tiers ?? [])?.id ?? '',
    journal: only(journalsOf(facts))?.id ?? '',
    size: '',
  };
}

export const tierOptions = ({ cloud }: StorageFacts): Option[] =>
  (cloud.tiers ?? []).map(({ id, name, osdNumbers }) =>
    option(id, null, `${name}, ${osdNumbers.length === 1 ? '1 OSD' : `${osdNumbers.length} OSDs`}`),
  );

function journalLabel(own: StorageFunction, facts: StorageFacts): string {
  const room = journalRoomMib(own, facts);
  const name = deviceName(facts, { disk: own.diskId ?? '' });
  return room === null ? name : `${name}, ${gibText(Math.max(0, room))} free`;
}

export const journalOptions = (facts: StorageFacts): Option[] =>
  journalsOf(facts).map((own) => option(own.id, null, journalLabel(own, facts)));

const MOST_GIB = JOURNAL_MIB.most / MIB_PER_GIB;

/** storage.py _check_journal_space @param but the OSD whose journal is moved or resized */
export function journalSizeFault(
  size: string,
  journal: StorageFunction | undefined,
  facts: StorageFacts,
  but?: string,
): string | null {
  const room = journal ? journalRoomMib(journal, facts, but) : null;
  const gib = size.trim() === '' ? null : wholeNumber(size);
  if (size.trim() !== '' && (gib === null || gib < 1 || gib > MOST_GIB))
    return `Whole GiB between 1 and ${MOST_GIB}`;
  const needed = gib === null ? JOURNAL_MIB.usual : gibToMib(gib);
  return room !== null && needed > room ? `Only ${gibText(Math.max(0, room))} are free on that disk` : null;
}

export function osdFaults(form: OsdForm, facts: StorageFacts): OsdFaults {
  const faults: OsdFaults = {};
  const disk = diskOf(facts, form.disk);
  const may = disk && osdDiskVerdict(disk, facts);
  if (may && !may.ok) faults.disk = may.why;
  const journal = journalsOf(facts).find(({ id }) => id === form.journal);
  const size = journal && journalSizeFault(form.size, journal, facts);
  if (size) faults.size = size;
  return faults;
}

/** "Multiple storage tiers are present. A tier is required", and the same of journals (storage.py _create, _check_journal_location). */
export function osdGap(form: OsdForm, facts: StorageFacts): string | null {
  if (form.disk === '') return 'Choose a disk';
  if (form.tier === '' && (facts.cloud.tiers ?? []).length > 1) return 'Choose a tier';
  return form.journal === '' && journalsOf(facts).length > 1 ? 'Choose a disk for the journal' : null;
}

export function osdPlan(form: OsdForm): StorageCall[] {
  const size = form.journal === '' ? null : wholeNumber(form.size);
  return [
    {
      ...{ do: 'osd.add', disk: form.disk, tier: form.tier || null, journal: form.journal || null },
      journalMib: size === null ? null : gibToMib(size),
    },
  ];
}

/** journal: uuid of a disk of journals, or of the OSD itself. */
export type JournalForm = { journal: string; size: string };

export const journalForm = (own: StorageFunction): JournalForm => ({
  journal: own.journal.onId ?? own.id,
  size:
    own.journal.sizeMib === null || own.journal.onId === own.id
      ? ''
      : String(own.journal.sizeMib / MIB_PER_GIB),
});

export const journalPlaces = (own: StorageFunction, facts: StorageFacts): Option[] => [
  option(own.id, null, `On its own disk, ${JOURNAL_MIB.usual} MiB`),
  ...journalOptions(facts),
];

export function journalFaults(
  form: JournalForm,
  own: StorageFunction,
  facts: StorageFacts,
): { size?: string } {
  if (form.journal === own.id || form.size === journalForm(own).size) return {};
  const journal = journalsOf(facts).find(({ id }) => id === form.journal);
  const fault = journalSizeFault(form.size, journal, facts, own.id);
  return fault ? { size: fault } : {};
}

/** Only what differs. On its own disk the size is the platform's. */
export function journalPlan(form: JournalForm, own: StorageFunction): StorageCall[] {
  const before = journalForm(own);
  const size = form.journal === own.id || form.size === before.size ? null : wholeNumber(form.size);
  const to: JournalPlace = {
    ...(form.journal === before.journal ? {} : { onId: form.journal }),
    ...(size === null ? {} : { sizeMib: gibToMib(size) }),
  };
  return own.diskId !== null && Object.keys(to).length > 0
    ? [{ do: 'journal.change', disk: own.diskId, to }]
    : [];
}

/** OSDs whose journals are on a disk: they get them back on their own when it is deleted (db api istor_disable_journal). */
export function journalUsers(disk: string, facts: StorageFacts): StorageFunction[] {
  const own = functionOn(facts, disk);
  return own
    ? facts.storageFunctions.filter(({ id, journal }) => id !== own.id && journal.onId === own.id)
    : [];
}
