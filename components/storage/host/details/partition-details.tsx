'use client';
/** A partition in full, and the physical volume on it. */
import { Facts, Part, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import type { Partition } from '@/lib/domain/storage/partition';
import { mibToBytes } from '@/lib/domain/storage/size';
import { partitionLook } from '@/lib/domain/storage/state-look';
import { AmountRow, type DetailProps, exactMib, SaidFacts, StateRow, WayRow } from './detail-facts';
import { VolumeFacts } from './volume-details';

export function PartitionDetails({ own, model, onOpen }: DetailProps & { own: Partition }) {
  const volume = model.storage.physicalVolumes.find(
    ({ id, onId }) => onId === own.id || id === own.physicalVolumeId,
  );
  return (
    <>
      <Part title="Partition">
        <Facts>
          <StateRow state={partitionLook(own)} />
          <AmountRow
            term="Size"
            bytes={own.sizeMib === null ? null : mibToBytes(own.sizeMib)}
            exact={exactMib(own.sizeMib)}
          />
          <KvRow term="From">
            {own.startMib === null ? 'Not placed yet' : <Said>{exactMib(own.startMib)}</Said>}
          </KvRow>
          <KvRow term="To">
            {own.endMib === null ? 'Not placed yet' : <Said>{exactMib(own.endMib)}</Said>}
          </KvRow>
          <WayRow term="Disk" kind="disk" id={own.diskId} {...{ model, onOpen }} />
          <WayRow
            term="Physical volume"
            kind="pv"
            id={volume?.id ?? own.physicalVolumeId}
            none="None"
            {...{ model, onOpen }}
          />
        </Facts>
      </Part>
      <Part title="As the platform knows it">
        <SaidFacts
          facts={[
            ['Type', own.typeName],
            ['Type GUID', own.typeGuid],
            ['Node', own.node],
            ['Path', own.path],
            ['UUID', own.id],
          ]}
        />
      </Part>
      {volume && (
        <Part title="Physical volume">
          <VolumeFacts own={volume} {...{ model, onOpen }} />
        </Part>
      )}
    </>
  );
}
