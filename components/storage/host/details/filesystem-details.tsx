'use client';
/** A filesystem of the host in full. */
import { Facts, Part } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import type { HostFs } from '@/lib/domain/storage/filesystem';
import { mountsOf } from '@/lib/domain/storage/mounts';
import { gibToBytes } from '@/lib/domain/storage/size';
import { filesystemLook } from '@/lib/domain/storage/state-look';
import { rowKey } from '@/lib/domain/storage/storage-href';
import { PLATFORM_GROUP } from '@/lib/domain/storage/volume-group';
import { percentWord } from '../storage-words';
import { AmountRow, type DetailProps, SaidFacts, StateRow, WayRow } from './detail-facts';

export function FilesystemDetails({ own, model, onOpen }: DetailProps & { own: HostFs }) {
  const full = model.faults.byKey.get(rowKey('fs', own.id))?.[0]?.fullPercent ?? null;
  const group = model.storage.volumeGroups.find(({ name }) => name === PLATFORM_GROUP);
  const mounts = mountsOf(own.name);
  return (
    <Part title="Filesystem">
      <Facts>
        <StateRow state={filesystemLook(own)} />
        <AmountRow term="Size" bytes={own.sizeGib === null ? null : gibToBytes(own.sizeGib)} />
        <KvRow term="How full">
          {full === null
            ? 'Not known: an alarm tells it from 80%'
            : `${percentWord(full)} when its alarm was raised`}
        </KvRow>
        <WayRow term="Volume group" kind="vg" id={group?.id ?? null} {...{ model, onOpen }} />
        {mounts.length > 0 && (
          <KvRow term="Mounted on">
            <span className="mono">{mounts[0]}</span>
          </KvRow>
        )}
        <KvRow term="Functions">{own.functions.length > 0 ? own.functions.join(', ') : 'None'}</KvRow>
      </Facts>
      <SaidFacts
        facts={[
          ['Logical volume', own.logicalVolume],
          ['UUID', own.id],
        ]}
      />
    </Part>
  );
}
