'use client';
/** An OSD or a disk of journals in full. */
import { Facts, Part, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { osdsOn } from '@/lib/domain/storage/layout-disks';
import { mibToBytes } from '@/lib/domain/storage/size';
import { functionLook } from '@/lib/domain/storage/state-look';
import { isOsd, osdName, type StorageFunction } from '@/lib/domain/storage/storage-function';
import { rowKey } from '@/lib/domain/storage/storage-href';
import { AmountRow, type DetailProps, exactMib, SaidFacts, StateRow, WayRow } from './detail-facts';
import { Ways } from './group-details';

export function FunctionDetails({ own, model, onOpen }: DetailProps & { own: StorageFunction }) {
  const osd = isOsd(own);
  const disk = model.storage.disks.find(({ id }) => id === own.diskId);
  const { journal } = own;
  return (
    <>
      <Part title={osd ? 'OSD' : 'Journals'}>
        <Facts>
          <StateRow state={functionLook(own)} />
          <KvRow term="Function">
            <Said>{own.function}</Said>
          </KvRow>
          {osd && (
            <KvRow term="Number">{own.osdNumber === null ? 'None yet' : <Said>{own.osdNumber}</Said>}</KvRow>
          )}
          <WayRow term="Disk" kind="disk" id={own.diskId} {...{ model, onOpen }} />
          <AmountRow
            term="Size of the disk"
            bytes={disk?.sizeMib == null ? null : mibToBytes(disk.sizeMib)}
          />
          {osd && (
            <KvRow term="Tier">
              <Said>{own.tier}</Said>
            </KvRow>
          )}
          {osd && <KvRow term="How full">Not known here: only Ceph knows</KvRow>}
        </Facts>
        <SaidFacts facts={[...(osd ? [['Tier UUID', own.tierId] as const] : []), ['UUID', own.id]]} />
      </Part>
      {osd && (
        <Part title="Its journal">
          <Facts>
            {journal.onId === own.id ? (
              <KvRow term="On">Its own disk</KvRow>
            ) : (
              <WayRow term="On" kind="journal" id={journal.onId} none="Not said" {...{ model, onOpen }} />
            )}
            <AmountRow
              term="Size"
              bytes={journal.sizeMib === null ? null : mibToBytes(journal.sizeMib)}
              exact={exactMib(journal.sizeMib)}
            />
          </Facts>
          <SaidFacts
            facts={[
              ['Node', journal.node],
              ['Path', journal.path],
            ]}
          />
        </Part>
      )}
      {!osd && (
        <Ways
          title="Journals of"
          rows={osdsOn(own.id, model.storage.storageFunctions).map((one) => ({
            ...{ key: rowKey('osd', one.id), name: osdName(one) ?? one.id },
            sizeBytes: one.journal.sizeMib === null ? null : mibToBytes(one.journal.sizeMib),
          }))}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
