'use client';
/** A volume group that is there: removed, its parameters changed. */
import { useState } from 'react';
import { GoesWithIt } from '@/components/action/goes-with-it';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import {
  freeGib,
  parameterFaults,
  parameterForm,
  parameterPlan,
} from '@/lib/domain/storage/editor/volume-form';
import { changeGroupVerdict, removeGroupVerdict } from '@/lib/domain/storage/editor/volume-rules';
import type { VolumeGroup } from '@/lib/domain/storage/volume-group';
import { counted } from '@/lib/domain/words';
import type { OwnProps } from './own-props';
import { StorageSheet } from './storage-sheet';

export function RemoveGroupSheet({ facts, own, onClose }: OwnProps<VolumeGroup>) {
  const may = removeGroupVerdict(own, facts);
  const volumes = facts.physicalVolumes
    .filter(({ group }) => group === own.name)
    .map(({ name, onNode, id }) => name ?? onNode ?? id);
  const logical = own.logicalVolumes ?? 0;
  return (
    <StorageSheet
      title={`Remove ${own.name}`}
      sentence={`From ${hostName(facts.host)}. What is in it cannot be brought back once it has gone.`}
      button={`Remove ${own.name}`}
      danger
      done={`Removing ${own.name} was asked for`}
      facts={facts}
      calls={[{ do: 'group.remove', group: own.name }]}
      gap={may.ok ? null : may.why}
      onClose={onClose}
    >
      <GoesWithIt
        effects={[
          ...(logical > 0 ? [{ title: `${counted(logical, 'logical volume')} with what is on them` }] : []),
          ...(volumes.length > 0
            ? [
                {
                  title: 'Physical volumes, whose disks and partitions become free',
                  detail: <span className="mono">{volumes.join(', ')}</span>,
                },
              ]
            : []),
        ]}
      />
    </StorageSheet>
  );
}

export function ChangeGroupSheet({ facts, own, onClose }: OwnProps<VolumeGroup>) {
  const [opened] = useState(own);
  const before = parameterForm(opened);
  const [form, setForm] = useState(before);
  const may = changeGroupVerdict(own, facts);
  const faults = parameterFaults(form, opened);
  const [fault] = Object.values(faults);
  const calls = parameterPlan(form, opened);
  const free = freeGib(own);
  const nothing = calls.length === 0 ? 'Nothing has been changed' : null;
  return (
    <StorageSheet
      title={`Parameters of ${own.name}`}
      sentence={`On ${hostName(facts.host)}.`}
      button="Save"
      done={`Parameters of ${own.name} were changed`}
      facts={facts}
      calls={calls}
      gap={may.ok ? (fault ? 'Something above is not in order' : nothing) : may.why}
      dirty={calls.length > 0}
      onClose={onClose}
    >
      <Checkbox
        checked={form.csi}
        onCheckedChange={(csi) => setForm({ ...form, csi })}
        label="Volumes of containers come from it (lvm-csi)"
        help={faults.csi ?? 'The platform makes a thin pool in it'}
      />
      {form.csi && (
        <TextField
          label="Thin pool"
          mono
          inputMode="numeric"
          unit="GiB"
          optional={!before.csi}
          value={form.pool}
          onChange={({ target }) => setForm({ ...form, pool: target.value })}
          help={[
            before.csi ? 'It only grows' : 'Empty: half of what is free',
            free === null ? null : `${free} GiB are free in the group`,
          ]
            .filter(Boolean)
            .join('. ')}
          error={faults.pool ?? null}
          was={before.csi && form.pool !== before.pool ? before.pool || 'not set' : null}
        />
      )}
    </StorageSheet>
  );
}
