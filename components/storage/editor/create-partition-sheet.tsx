'use client';
/** Making a partition, and what it is for: left as it is, or added to a group in the same go where the platform lets. */
import { useState } from 'react';
import { OptionField } from '@/components/action/option-field';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import { partitionDiskOptions } from '@/lib/domain/storage/editor/device-options';
import { deviceName, diskOf } from '@/lib/domain/storage/editor/facts';
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import {
  addedLater,
  knownPartitions,
  newPartition,
  newPartitionForm,
  type PartitionForm,
  partitionFaults,
  partitionGap,
  partitionGroupOptions,
  partitionPlan,
  sizeHelp,
} from '@/lib/domain/storage/editor/partition-form';
import { createPartitionVerdict } from '@/lib/domain/storage/editor/partition-rules';
import { openHostStorageJob } from '@/lib/queries/storage-jobs';
import type { SheetProps } from './own-props';
import { StorageSheet } from './storage-sheet';

type Props = SheetProps & { job: Extract<HostStorageJob, { job: 'create-partition' }> };

export function CreatePartitionSheet({ facts, job, onClose }: Props) {
  const [form, setForm] = useState(() => newPartitionForm(facts, job.disk, job.group));
  const [dirty, setDirty] = useState(false);
  // What was there when the sheet was opened tells the new one from the others.
  const [before] = useState(facts);
  const known = knownPartitions(before, form.disk);
  const set = (part: Partial<PartitionForm>) => {
    setDirty(true);
    setForm({ ...form, ...part });
  };
  const may = createPartitionVerdict(before);
  const faults = partitionFaults(form, facts);
  const [fault] = Object.values(faults);
  const later = addedLater(form, facts);
  const on = deviceName(facts, { disk: form.disk });
  return (
    <StorageSheet
      title="Create partition"
      sentence={`On ${hostName(facts.host)}. The host makes it in the background: it is creating until it is ready.`}
      button="Create partition"
      done={`A partition on ${on} was asked for`}
      facts={facts}
      calls={partitionPlan(form, known, facts)}
      gap={may.ok ? (partitionGap(form) ?? (fault ? 'Something above is not in order' : null)) : may.why}
      dirty={dirty}
      onDone={() => {
        if (later === null) return;
        openHostStorageJob(facts.host.id, { job: 'add-volume', group: later, on: newPartition(form, known) });
      }}
      onClose={onClose}
    >
      <OptionField
        label="Disk"
        value={form.disk}
        options={partitionDiskOptions(facts)}
        onPick={(disk) => set({ disk })}
        error={faults.disk ?? null}
      />
      <TextField
        label="Size"
        mono
        inputMode="numeric"
        unit="GiB"
        data-autofocus=""
        value={form.size}
        onChange={({ target }) => set({ size: target.value })}
        help={sizeHelp(diskOf(facts, form.disk))}
        error={faults.size ?? null}
      />
      <OptionField
        label="Add it to"
        value={form.group}
        options={partitionGroupOptions(facts)}
        onPick={(group) => set({ group })}
        error={faults.group ?? null}
      />
      {later !== null && (
        <Note title={`${later} takes a partition only once it is ready.`}>
          The sheet that adds it opens next, and can be sent as soon as the partition is ready.
        </Note>
      )}
    </StorageSheet>
  );
}
