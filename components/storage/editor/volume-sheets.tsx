'use client';
/** Physical volumes: a disk or partition added to a group, and taken out of it. */
import { useState } from 'react';
import { OptionField } from '@/components/action/option-field';
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import type { DeviceRef } from '@/lib/domain/storage/editor/calls';
import { deviceValue, volumeOptions } from '@/lib/domain/storage/editor/device-options';
import { groupOf } from '@/lib/domain/storage/editor/facts';
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import { firstGroup, groupOptions, volumePlan } from '@/lib/domain/storage/editor/volume-form';
import { addToGroupVerdict, removeVolumeVerdict } from '@/lib/domain/storage/editor/volume-rules';
import { type PhysicalVolume, PLATFORM_GROUP } from '@/lib/domain/storage/volume-group';
import { formatShare } from '@/lib/format/number';
import type { OwnProps, SheetProps } from './own-props';
import { StorageSheet } from './storage-sheet';

type AddProps = SheetProps & { job: Extract<HostStorageJob, { job: 'add-volume' }> };

export function AddVolumeSheet({ facts, job, onClose }: AddProps) {
  const groups = groupOptions(facts);
  const [form, setForm] = useState(() => ({
    group: job.group ?? firstGroup(facts),
    device: deviceValue(job.on),
  }));
  const [dirty, setDirty] = useState(false);
  const set = (part: Partial<typeof form>) => {
    setDirty(true);
    setForm({ ...form, ...part });
  };
  const own = groupOf(facts, form.group);
  const may = own && addToGroupVerdict(own, facts);
  const devices = volumeOptions(form.group, facts, job.on);
  const why = devices.find(({ value }) => value === form.device)?.why ?? null;
  const waits = job.on !== undefined && 'newOn' in job.on && form.device === 'new' && why !== null;
  return (
    <StorageSheet
      title="Add physical volume"
      sentence={`On ${hostName(facts.host)}. What is on the disk or partition is lost.`}
      button={form.group === '' ? 'Add physical volume' : `Add to ${form.group}`}
      done={`${form.group} was given a physical volume`}
      facts={facts}
      calls={volumePlan(form, job.on)}
      gap={
        form.group === ''
          ? 'Choose a group'
          : may && !may.ok
            ? may.why
            : form.device === ''
              ? 'Choose a disk or a partition'
              : why
      }
      dirty={dirty}
      onClose={onClose}
    >
      <OptionField
        label="Volume group"
        value={form.group}
        options={groups}
        onPick={(group) => set({ group })}
        error={may && !may.ok ? may.why : null}
      />
      <OptionField
        label="Disk or partition"
        value={form.device}
        options={devices}
        onPick={(device) => set({ device })}
        error={waits ? null : why}
      />
      {waits && (
        <Note live="polite" title="The partition is not ready yet.">
          It can be added as soon as it is: the console looks by itself. This sheet can also be closed, and
          opened again from the partition.
        </Note>
      )}
      {form.group === PLATFORM_GROUP && (
        <Note tone="minor" title={`Nothing leaves ${PLATFORM_GROUP} again.`}>
          What is added to it stays in it.
        </Note>
      )}
    </StorageSheet>
  );
}

export function RemoveVolumeSheet({ facts, own, onClose }: OwnProps<PhysicalVolume>) {
  const may = removeVolumeVerdict(own, facts);
  const name = own.name ?? own.onNode ?? own.id;
  const group = own.group ?? 'its group';
  const on: DeviceRef = own.type === 'partition' ? { partition: own.onId ?? '' } : { disk: own.onId ?? '' };
  const used = own.totalExtents && own.allocatedExtents ? own.allocatedExtents / own.totalExtents : 0;
  return (
    <StorageSheet
      title={`Remove ${name}`}
      sentence={`From ${group} on ${hostName(facts.host)}. Until the unlock that takes it out it can be added again.`}
      button="Remove physical volume"
      danger
      done={`Removing ${name} was asked for`}
      facts={facts}
      calls={[{ do: 'volume.remove', group, on }]}
      gap={may.ok ? null : may.why}
      onClose={onClose}
    >
      {used > 0 && (
        <Note tone="minor" title={`${formatShare(used)} of it is taken by volumes.`}>
          The platform does not look at that.
        </Note>
      )}
    </StorageSheet>
  );
}
