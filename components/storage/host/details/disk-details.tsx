'use client';
/** A disk in full, and what is on it. */
import { Facts, Part, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import type { Disk } from '@/lib/domain/storage/disk';
import { mibToBytes } from '@/lib/domain/storage/size';
import { rowKey } from '@/lib/domain/storage/storage-href';
import { ShareBar } from '../share-bar';
import { capacityWords } from '../storage-words';
import { AmountRow, type DetailProps, exactMib, SaidFacts, WayRow } from './detail-facts';

const bytesOf = (mib: number | null) => (mib === null ? null : mibToBytes(mib));

export function DiskDetails({ own, model, onOpen }: DetailProps & { own: Disk }) {
  const capacity = model.layout.byKey.get(rowKey('disk', own.id))?.capacity;
  const usedFor = model.rows.disks.find(({ key }) => key === rowKey('disk', own.id))?.usedFor ?? null;
  return (
    <>
      <Part title="Space">
        {capacity?.bar && (
          <>
            <ShareBar bar={capacity.bar} className="mb-1.5" />
            <p className="mb-1.5 text-ink-2">{capacityWords(capacity)}</p>
          </>
        )}
        <Facts>
          <AmountRow term="Size" bytes={bytesOf(own.sizeMib)} exact={exactMib(own.sizeMib)} />
          <AmountRow
            term="In no partition"
            bytes={bytesOf(own.availableMib)}
            exact={exactMib(own.availableMib)}
          />
          <KvRow term="Used for">{usedFor ?? <span className="text-unk-fg">Unknown</span>}</KvRow>
          <KvRow term="Function">{own.use === null ? 'None' : <Said>{own.use}</Said>}</KvRow>
          <WayRow
            term="OSD or journal"
            kind={
              model.storage.storageFunctions.find(({ id }) => id === own.storageFunctionId)?.function ===
              'journal'
                ? 'journal'
                : 'osd'
            }
            id={own.storageFunctionId}
            none="None"
            {...{ model, onOpen }}
          />
          <WayRow
            term="Physical volume"
            kind="pv"
            id={own.physicalVolumeId}
            none="None"
            {...{ model, onOpen }}
          />
        </Facts>
      </Part>
      <Part title="Hardware">
        <SaidFacts
          facts={[
            ['Type', own.type],
            ['Model', own.model],
            ['Serial', own.serial],
          ]}
        />
        <Facts>
          <KvRow term="Turns a minute">{own.rpm === null ? 'Not said' : own.rpm}</KvRow>
        </Facts>
        <SaidFacts
          facts={[
            ['Node', own.node],
            ['Path', own.path],
            ['Device ID', own.deviceId],
            ['WWN', own.wwn],
            ['Device number', own.number],
            ...own.capabilities.map((one): [string, string] => splitWord(one)),
            ['UUID', own.id],
          ]}
        />
      </Part>
    </>
  );
}

/** `name: value` as the platform has it. */
function splitWord(said: string): [string, string] {
  const at = said.indexOf(': ');
  return at === -1 ? [said, ''] : [said.slice(0, at), said.slice(at + 2)];
}
