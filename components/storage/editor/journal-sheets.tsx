'use client';
/** Journals of OSDs: a disk made for them, deleted again, and the journal of one OSD moved or resized. */
import { useState } from 'react';
import { GoesWithIt } from '@/components/action/goes-with-it';
import { OptionField } from '@/components/action/option-field';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import { journalDiskOptions } from '@/lib/domain/storage/editor/device-options';
import { deviceName, functionName } from '@/lib/domain/storage/editor/facts';
import {
  type JournalForm,
  journalFaults,
  journalForm,
  journalPlaces,
  journalPlan,
  journalUsers,
} from '@/lib/domain/storage/editor/osd-form';
import {
  addJournalVerdict,
  changeJournalVerdict,
  JOURNAL_MIB,
  removeJournalVerdict,
} from '@/lib/domain/storage/editor/osd-rules';
import type { StorageFunction } from '@/lib/domain/storage/storage-function';
import type { OwnProps, SheetProps } from './own-props';
import { StorageSheet } from './storage-sheet';

export function AddJournalSheet({ facts, disk: preset, onClose }: SheetProps & { disk: string | undefined }) {
  const options = journalDiskOptions(facts);
  const [disk, setDisk] = useState(preset ?? options.find(({ why }) => why === null)?.value ?? '');
  const may = addJournalVerdict(facts);
  const why = options.find(({ value }) => value === disk)?.why ?? null;
  return (
    <StorageSheet
      title="Add disk of journals"
      sentence={`On ${hostName(facts.host)}. OSDs that are added afterwards can keep their journals on it.`}
      button="Add disk of journals"
      done={`${deviceName(facts, { disk })} is a disk of journals`}
      facts={facts}
      calls={[{ do: 'journal.add', disk }]}
      gap={may.ok ? (disk === '' ? 'Choose a disk' : why) : may.why}
      dirty={disk !== (preset ?? disk)}
      onClose={onClose}
    >
      <OptionField label="Disk" value={disk} options={options} onPick={setDisk} error={why} />
    </StorageSheet>
  );
}

export function RemoveJournalSheet({ facts, disk, onClose }: SheetProps & { disk: string }) {
  const may = removeJournalVerdict(facts);
  const users = journalUsers(disk, facts).map((one) => functionName(facts, one.diskId ?? ''));
  const name = deviceName(facts, { disk });
  return (
    <StorageSheet
      title={`Delete the journals on ${name}`}
      sentence={`On ${hostName(facts.host)}. OSDs that keep theirs there get one of ${JOURNAL_MIB.usual} MiB on their own disk.`}
      button="Delete disk of journals"
      danger
      done={`${name} is no disk of journals any more`}
      facts={facts}
      calls={[{ do: 'journal.remove', disk }]}
      gap={may.ok ? null : may.why}
      onClose={onClose}
    >
      <GoesWithIt
        effects={
          users.length > 0
            ? [{ title: 'Journals move', detail: <span className="mono">{users.join(', ')}</span> }]
            : []
        }
      />
    </StorageSheet>
  );
}

export function ChangeJournalSheet({ facts, own, onClose }: OwnProps<StorageFunction>) {
  const [opened] = useState(own);
  const before = journalForm(opened);
  const [form, setForm] = useState<JournalForm>(before);
  const may = changeJournalVerdict(own, facts);
  const faults = journalFaults(form, opened, facts);
  const calls = journalPlan(form, opened);
  const places = journalPlaces(opened, facts);
  const name = functionName(facts, own.diskId ?? '');
  const nothing = calls.length === 0 ? 'Nothing has been changed' : null;
  return (
    <StorageSheet
      title={`Journal of ${name}`}
      sentence={`On ${hostName(facts.host)}. The old journal is dropped, and a new one made.`}
      button="Save"
      done={`The journal of ${name} was changed`}
      facts={facts}
      calls={calls}
      gap={may.ok ? (faults.size ? 'Something above is not in order' : nothing) : may.why}
      dirty={calls.length > 0}
      onClose={onClose}
    >
      <OptionField
        label="Journal on"
        value={form.journal}
        options={places}
        onPick={(journal) => setForm({ ...form, journal })}
        was={
          form.journal === before.journal
            ? null
            : (places.find(({ value }) => value === before.journal)?.label ?? 'another disk')
        }
      />
      {form.journal !== own.id && (
        <TextField
          label="Size of the journal"
          mono
          inputMode="numeric"
          unit="GiB"
          value={form.size}
          onChange={({ target }) => setForm({ ...form, size: target.value })}
          help={`Between 1 and ${JOURNAL_MIB.most / 1024}`}
          error={faults.size ?? null}
          was={form.size === before.size ? null : before.size || `${JOURNAL_MIB.usual} MiB`}
        />
      )}
    </StorageSheet>
  );
}
