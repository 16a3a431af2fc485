'use client';
/** A volume group in full: what it is made of, what it has. */
import { Facts, Part, Way } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { volumeLook } from '@/lib/domain/storage/state-look';
import { rowKey } from '@/lib/domain/storage/storage-href';
import { PLATFORM_GROUP, type VolumeGroup } from '@/lib/domain/storage/volume-group';
import { formatCount } from '@/lib/format/number';
import { ShareBar } from '../share-bar';
import { capacityWords, sizeWord } from '../storage-words';
import { AmountRow, type DetailProps, SaidFacts, StateRow } from './detail-facts';
import { ofExtents } from './volume-details';

export function GroupDetails({ own, model, onOpen }: DetailProps & { own: VolumeGroup }) {
  const capacity = model.layout.byKey.get(rowKey('vg', own.id))?.capacity;
  const volumes = model.storage.physicalVolumes.filter(({ groupId, group }) =>
    groupId === null ? group === own.name : groupId === own.id,
  );
  const filesystems = own.name === PLATFORM_GROUP ? model.rows.filesystems : [];
  const parameters = Object.entries(own.parameters);
  return (
    <>
      <Part title="Volume group">
        {capacity?.bar && (
          <>
            <ShareBar bar={capacity.bar} className="mb-1.5" />
            <p className="mb-1.5 text-ink-2">{capacityWords(capacity)}</p>
          </>
        )}
        <Facts>
          <StateRow state={volumeLook(own.state)} />
          <AmountRow term="Size" bytes={own.sizeBytes} />
          <AmountRow term="Free" bytes={own.availableBytes} />
          <KvRow term="Free extents">{ofExtents(own.freeExtents, own.totalExtents)}</KvRow>
          <KvRow term="Logical volumes">{limited(own.logicalVolumes, own.maxLogicalVolumes)}</KvRow>
          <KvRow term="Physical volumes">{limited(own.physicalVolumes, own.maxPhysicalVolumes)}</KvRow>
        </Facts>
        <SaidFacts
          facts={[
            ['Access', own.access],
            ['LVM UUID', own.lvmId],
            ['UUID', own.id],
          ]}
        />
      </Part>
      {parameters.length > 0 && (
        <Part title="Parameters">
          <SaidFacts facts={parameters} />
        </Part>
      )}
      <Ways
        title="Made of"
        rows={volumes.map(({ id, name, onNode, sizeBytes }) => ({
          ...{ key: rowKey('pv', id), name: name ?? onNode ?? id, sizeBytes },
        }))}
        onOpen={onOpen}
      />
      <Ways title="Filesystems" rows={filesystems} onOpen={onOpen} />
    </>
  );
}

/** How many there are, of how many there may be; 0 is no limit (LVM). */
function limited(count: number | null, most: number | null) {
  if (count === null) return <span className="text-unk-fg">Unknown</span>;
  const limit = most === null ? 'limit unknown' : most === 0 ? 'no limit' : `at most ${formatCount(most)}`;
  return (
    <>
      {formatCount(count)} <span className="text-small text-ink-3">{limit}</span>
    </>
  );
}

type Row = { key: string; name: string; sizeBytes: number | null };

export function Ways({
  title,
  rows,
  onOpen,
}: {
  title: string;
  rows: readonly Row[];
  onOpen: (key: string) => void;
}) {
  if (rows.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="flex flex-col gap-1">
        {rows.map(({ key, name, sizeBytes }) => (
          <li key={key} className="flex items-baseline gap-2">
            <Way to={key} onOpen={onOpen}>
              {name}
            </Way>
            <span className="ml-auto text-ink-2 tabular-nums">{sizeWord(sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
