'use client';
/** A partition that is there: grown, deleted. */
import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import { diskOf } from '@/lib/domain/storage/editor/facts';
import { growFault, mostGrown, wholeNumber } from '@/lib/domain/storage/editor/partition-form';
import { deletePartitionVerdict, growPartitionVerdict } from '@/lib/domain/storage/editor/partition-rules';
import { type Partition, partitionName } from '@/lib/domain/storage/partition';
import { gibText, gibToMib } from '@/lib/domain/storage/size';
import type { OwnProps } from './own-props';
import { StorageSheet } from './storage-sheet';

export function GrowPartitionSheet({ facts, own, onClose }: OwnProps<Partition>) {
  const [size, setSize] = useState('');
  const disk = diskOf(facts, own.diskId);
  const may = growPartitionVerdict(own, facts, disk);
  const fault = growFault(size, own, disk);
  const most = mostGrown(own, disk);
  const gap = size.trim() === '' ? 'Give it a size' : fault ? 'Something above is not in order' : null;
  const name = partitionName(own);
  return (
    <StorageSheet
      title={`Grow ${name}`}
      sentence={`On ${hostName(facts.host)}. The host grows it in the background: it is modifying until it is ready.`}
      button="Grow partition"
      done={`${name} is being grown`}
      facts={facts}
      calls={[{ do: 'partition.grow', partition: own.id, sizeMib: gibToMib(wholeNumber(size) ?? 0) }]}
      gap={may.ok ? gap : may.why}
      dirty={size !== ''}
      onClose={onClose}
    >
      <Note tone="minor">A partition only grows: nothing makes it smaller again.</Note>
      <TextField
        label="New size"
        mono
        inputMode="numeric"
        unit="GiB"
        data-autofocus=""
        value={size}
        onChange={({ target }) => setSize(target.value)}
        help={[
          own.sizeMib === null ? null : `It has ${gibText(own.sizeMib)}`,
          most === null ? 'in whole GiB' : `${most} GiB at most, in whole GiB`,
        ]
          .filter(Boolean)
          .join(': ')}
        error={fault}
      />
    </StorageSheet>
  );
}

export function DeletePartitionSheet({ facts, own, onClose }: OwnProps<Partition>) {
  const name = partitionName(own);
  const may = deletePartitionVerdict(own, facts);
  return (
    <StorageSheet
      title={`Delete ${name}`}
      sentence={`On ${hostName(facts.host)}. What was on it cannot be brought back: the partition would have to be made again.`}
      button="Delete partition"
      danger
      done={`${name} is being deleted`}
      facts={facts}
      calls={[{ do: 'partition.delete', on: { partition: own.id } }]}
      gap={may.ok ? null : may.why}
      onClose={onClose}
    />
  );
}
