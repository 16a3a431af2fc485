'use client';
/** Wiping a disk: all that is on it goes, and nothing takes that back. */
import { useState } from 'react';
import { GoesWithIt } from '@/components/action/goes-with-it';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import { type Disk, diskName } from '@/lib/domain/storage/disk';
import { wipedWith, wipeVerdict } from '@/lib/domain/storage/editor/wipe-rules';
import { formatMib } from '@/lib/format/bytes';
import type { OwnProps } from './own-props';
import { StorageSheet } from './storage-sheet';

export function WipeSheet({ facts, own, onClose }: OwnProps<Disk>) {
  const [format, setFormat] = useState(true);
  const may = wipeVerdict(own, facts);
  const name = diskName(own);
  const known = [own.type, own.sizeMib === null ? null : formatMib(own.sizeMib), own.model, own.serial];
  return (
    <StorageSheet
      title={`Wipe ${name}`}
      sentence={`On ${hostName(facts.host)}. All that is on this disk is lost.`}
      button={`Wipe ${name}`}
      danger
      done={`Wiping ${name} was asked for`}
      facts={facts}
      calls={[{ do: 'disk.wipe', disk: own.id, format }]}
      gap={may.ok ? null : may.why}
      onClose={onClose}
    >
      <Note tone="crit" title="Nothing takes this back.">
        The disk is <span className="mono">{known.filter(Boolean).join(', ')}</span>. The platform does not
        say when it is done.
      </Note>
      <GoesWithIt effects={wipedWith(own, facts)} />
      <Checkbox
        checked={format}
        onCheckedChange={setFormat}
        label="Make an empty partition table (GPT) afterwards"
        help="Without one Rook can take the disk, and no partition can be made on it"
      />
    </StorageSheet>
  );
}
