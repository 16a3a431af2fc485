'use client';
/** Adding a volume group, with what it begins on: without a physical volume it stays empty. */
import { useState } from 'react';
import { OptionField } from '@/components/action/option-field';
import { RadioGroup } from '@/components/ui/radio';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import { option } from '@/lib/domain/option';
import { LVM_TYPES, type LvmType } from '@/lib/domain/storage/editor/calls';
import { volumeOptions } from '@/lib/domain/storage/editor/device-options';
import {
  type GroupForm,
  groupFaults,
  groupGap,
  groupName,
  groupPlan,
  newGroupForm,
} from '@/lib/domain/storage/editor/volume-form';
import { addGroupVerdict, addLocalGroupVerdict } from '@/lib/domain/storage/editor/volume-rules';
import { reasonOf } from '@/lib/domain/storage/editor/words';
import type { SheetProps } from './own-props';
import { StorageSheet } from './storage-sheet';

const TYPE_WORDS: Record<LvmType, string> = {
  thick: 'thick: each volume takes its space at once',
  thin: 'thin: space is taken as it is written',
};

export function AddGroupSheet({ facts, onClose }: SheetProps) {
  const [form, setForm] = useState(() => newGroupForm(facts));
  const [dirty, setDirty] = useState(false);
  const set = (part: Partial<GroupForm>) => {
    setDirty(true);
    setForm({ ...form, ...part });
  };
  const may = addGroupVerdict(facts);
  const local = reasonOf(addLocalGroupVerdict(facts));
  const faults = groupFaults(form, facts);
  const [fault] = Object.values(faults);
  const gap =
    reasonOf(may) ??
    (form.kind === 'nova-local' ? local : null) ??
    groupGap(form) ??
    (fault ? 'Something above is not in order' : null);
  return (
    <StorageSheet
      title="Add volume group"
      sentence={`On ${hostName(facts.host)}.`}
      button="Add volume group"
      done={`${groupName(form)} was added`}
      facts={facts}
      calls={groupPlan(form)}
      gap={gap}
      dirty={dirty}
      onClose={onClose}
    >
      <RadioGroup
        label="What for"
        value={form.kind}
        onValueChange={(kind) => set({ kind, device: '' })}
        options={[
          {
            value: 'nova-local',
            label: <span className="mono">nova-local</span>,
            help: 'Disks of virtual machines on this worker.',
            disabledReason: local,
          },
          {
            value: 'lvm-csi',
            label: <span className="mono">lvm-csi</span>,
            help: 'Persistent volumes of containers on this host.',
            disabledReason: reasonOf(may),
          },
        ]}
      />
      {form.kind === 'lvm-csi' && (
        <>
          <TextField
            label="Name"
            mono
            data-autofocus=""
            value={form.name}
            onChange={({ target }) => set({ name: target.value })}
            error={faults.name ?? null}
          />
          <OptionField
            label="Provisioning"
            value={form.type}
            options={LVM_TYPES.map((type) => option(type, null, TYPE_WORDS[type]))}
            onPick={(picked) => set({ type: picked === 'thin' ? 'thin' : 'thick' })}
            help="It cannot be changed later"
          />
        </>
      )}
      <OptionField
        label="First physical volume"
        optional
        value={form.device}
        options={[option('', null, 'None yet'), ...volumeOptions(groupName(form), facts, undefined)]}
        onPick={(device) => set({ device })}
        help="More can be added afterwards"
      />
    </StorageSheet>
  );
}
