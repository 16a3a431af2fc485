'use client';
/** Adding one of the filesystems that a host may have. */
import { useState } from 'react';
import { RadioGroup } from '@/components/ui/radio';
import { TextField } from '@/components/ui/text-field';
import { hostName, isLocked } from '@/lib/domain/host';
import { freeGib, gibOf } from '@/lib/domain/storage/fs-size';
import { CEPH_FS } from '@/lib/domain/storage/host-fs/host-fs-calls';
import {
  addableVerdict,
  addVerdict,
  type HostFsFacts,
  OPTIONAL_FS,
} from '@/lib/domain/storage/host-fs/host-fs-rules';
import { HostFsSheet } from './host-fs-sheet';
import { RoomLine } from './size-fields';

const USES: Record<(typeof OPTIONAL_FS)[number], string> = {
  'image-conversion': 'Room for images while they are converted',
  instances: 'Disks of virtual machines, in place of volume group nova-local',
  [CEPH_FS]: 'Data of a Ceph monitor by Rook',
};
const FIRST_GIB = 20;

export function AddFsSheet({ facts, onClose }: { facts: HostFsFacts; onClose: () => void }) {
  const host = hostName(facts.host);
  const options = OPTIONAL_FS.map((value) => {
    const verdict = addableVerdict(value, facts);
    return { value, label: value, help: USES[value], ...(verdict.ok ? {} : { disabledReason: verdict.why }) };
  });
  const [name, setName] = useState<string>(
    () => options.find((one) => !('disabledReason' in one))?.value ?? '',
  );
  const [text, setText] = useState(String(FIRST_GIB));
  const sizeGib = gibOf(text);
  const verdict = name === '' || sizeGib === null ? null : addVerdict(name, sizeGib, facts);
  return (
    <HostFsSheet
      title={`Add a filesystem to ${host}`}
      sentence={
        isLocked(facts.host) || name === 'instances'
          ? 'It is made when the host is unlocked.'
          : 'It is made while the host runs.'
      }
      button="Add filesystem"
      done={`${name} is being made on ${host}`}
      facts={facts}
      calls={name === '' || sizeGib === null ? [] : [{ do: 'hostfs.add', name, sizeGib }]}
      gap={name === '' ? 'None of them can be added now' : sizeGib === null ? 'A whole number of GiB' : null}
      dirty={text !== String(FIRST_GIB)}
      onClose={onClose}
    >
      <RadioGroup label="Filesystem" value={name} onValueChange={setName} options={options} />
      <TextField
        label="Size"
        mono
        unit="GiB"
        inputMode="numeric"
        data-autofocus=""
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={sizeGib === null ? 'A whole number of GiB' : verdict && !verdict.ok ? verdict.why : null}
      />
      <RoomLine place={`cgts-vg of ${host}`} growthGib={sizeGib ?? 0} freeGib={freeGib(facts.groups)} />
    </HostFsSheet>
  );
}
