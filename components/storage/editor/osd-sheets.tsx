'use client';
/** OSDs of Ceph: added on a disk, deleted. */
import { useState } from 'react';
import { GoesWithIt } from '@/components/action/goes-with-it';
import { OptionField } from '@/components/action/option-field';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import { osdDiskOptions } from '@/lib/domain/storage/editor/device-options';
import { deviceName, functionName } from '@/lib/domain/storage/editor/facts';
import {
  journalOptions,
  newOsdForm,
  type OsdForm,
  osdFaults,
  osdGap,
  osdPlan,
  tierOptions,
} from '@/lib/domain/storage/editor/osd-form';
import { addOsdVerdict, JOURNAL_MIB, removeOsdVerdict } from '@/lib/domain/storage/editor/osd-rules';
import type { StorageFunction } from '@/lib/domain/storage/storage-function';
import type { OwnProps, SheetProps } from './own-props';
import { StorageSheet } from './storage-sheet';

type AddProps = SheetProps & { disk: string | undefined };

export function AddOsdSheet({ facts, disk, onClose }: AddProps) {
  const [form, setForm] = useState(() => newOsdForm(facts, disk));
  const [dirty, setDirty] = useState(false);
  const set = (part: Partial<OsdForm>) => {
    setDirty(true);
    setForm({ ...form, ...part });
  };
  const may = addOsdVerdict(facts);
  const faults = osdFaults(form, facts);
  const [fault] = Object.values(faults);
  const journals = journalOptions(facts);
  const name = deviceName(facts, { disk: form.disk });
  return (
    <StorageSheet
      title="Add OSD"
      sentence={`On ${hostName(facts.host)}. Ceph takes the whole disk, and what is on it is lost.`}
      button="Add OSD"
      done={`An OSD on ${name} was asked for`}
      facts={facts}
      calls={osdPlan(form)}
      gap={may.ok ? (osdGap(form, facts) ?? (fault ? 'Something above is not in order' : null)) : may.why}
      dirty={dirty}
      onClose={onClose}
    >
      <OptionField
        label="Disk"
        value={form.disk}
        options={osdDiskOptions(facts)}
        onPick={(picked) => set({ disk: picked })}
        error={faults.disk ?? null}
      />
      {facts.cloud.tiers === null ? (
        <Note tone="unknown" title="The tiers could not be read.">
          Without one the platform takes the only tier, or refuses where there are several.
        </Note>
      ) : (
        <OptionField
          label="Tier"
          value={form.tier}
          options={tierOptions(facts)}
          onPick={(tier) => set({ tier })}
        />
      )}
      {journals.length > 0 && (
        <>
          <OptionField
            label="Journal on"
            value={form.journal}
            options={journals}
            onPick={(journal) => set({ journal })}
          />
          <TextField
            label="Size of the journal"
            mono
            optional
            inputMode="numeric"
            unit="GiB"
            value={form.size}
            onChange={({ target }) => set({ size: target.value })}
            help={`Empty: ${JOURNAL_MIB.usual} MiB`}
            error={faults.size ?? null}
          />
        </>
      )}
    </StorageSheet>
  );
}

type RemoveProps = OwnProps<StorageFunction> & { disk: string };

export function RemoveOsdSheet({ facts, own, disk, onClose }: RemoveProps) {
  const may = removeOsdVerdict(own, facts);
  const name = functionName(facts, disk);
  const placed = own.state !== 'configuring-on-unlock' && own.state !== 'configuring-with-app';
  return (
    <StorageSheet
      title={`Delete ${name}`}
      sentence={`On ${hostName(facts.host)}. A deleted OSD cannot be brought back: Ceph would fill a new one anew.`}
      button="Delete OSD"
      danger
      done={`Deleting ${name} was asked for`}
      facts={facts}
      calls={[{ do: 'osd.remove', disk }]}
      gap={may.ok ? null : may.why}
      onClose={onClose}
    >
      <GoesWithIt
        effects={
          placed
            ? [{ title: 'The copies of data that it holds', detail: `On ${deviceName(facts, { disk })}` }]
            : []
        }
      />
    </StorageSheet>
  );
}
