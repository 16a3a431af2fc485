'use client';
/** One data network in full, and the interfaces that it is on. */
import { Drawer } from '@/components/ui/drawer';
import { Kv, KvRow } from '@/components/ui/kv';
import type { DataNetwork } from '@/lib/domain/network/cloud/cloud-networks';
import { deleteDataVerdict } from '@/lib/domain/network/cloud/data-network-rules';
import { dataName } from './data-columns';
import { GoneDrawer, Part, Said } from './drawer-parts';
import { JobButton } from './job-button';
import { NetworkPlaces } from './platform-drawer';

type Props = { row: DataNetwork | undefined; onClose: () => void };

export function DataDrawer({ row, onClose }: Props) {
  if (!row) return <GoneDrawer what="Data network" onClose={onClose} />;
  return (
    <Drawer
      beside
      title={<span className="mono min-w-0 [overflow-wrap:anywhere]">{dataName(row)}</span>}
      onClose={onClose}
      footer={
        <>
          <JobButton job={{ job: 'change-data', name: row.name }} variant="primary">
            Change…
          </JobButton>
          <JobButton
            job={{ job: 'delete-data', name: row.name }}
            variant="danger"
            verdict={deleteDataVerdict(row)}
          >
            Delete…
          </JobButton>
        </>
      }
    >
      <Part title="Data network">
        <Kv className="grid-cols-[148px_minmax(0,1fr)]">
          <KvRow term="Type">
            <Said>{row.type}</Said>
          </KvRow>
          <KvRow term="Description">
            {row.description === null ? (
              <span className="text-ink-3">None</span>
            ) : (
              <span className="[overflow-wrap:anywhere]">{row.description}</span>
            )}
          </KvRow>
          <KvRow term="MTU">
            <Said>{row.mtu}</Said>
          </KvRow>
          {row.type === 'vxlan' && (
            <>
              <KvRow term="Mode">
                <Said none="dynamic, the platform's own">{row.mode}</Said>
              </KvRow>
              <KvRow term="Multicast group">
                <Said none="None">{row.multicastGroup}</Said>
              </KvRow>
              <KvRow term="UDP port">
                <Said>{row.port}</Said>
              </KvRow>
              <KvRow term="TTL">
                <Said>{row.ttl}</Said>
              </KvRow>
            </>
          )}
          <KvRow term="UUID">
            <Said>{row.id}</Said>
          </KvRow>
        </Kv>
      </Part>
      <Part title="On interfaces">
        <NetworkPlaces id={row.id} name={row.name} of="data" />
      </Part>
    </Drawer>
  );
}
