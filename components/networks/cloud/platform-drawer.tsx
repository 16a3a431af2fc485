'use client';
/** One platform network in full: its pools, and the interfaces that it is on. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Drawer } from '@/components/ui/drawer';
import { Kv, KvRow } from '@/components/ui/kv';
import { roomVerdict, unassignVerdict } from '@/lib/domain/network/cloud/assignment-rules';
import type { AddressPool, CloudNetworks } from '@/lib/domain/network/cloud/cloud-networks';
import type { PlatformRow } from '@/lib/domain/network/cloud/network-rows';
import { deleteNetworkVerdict } from '@/lib/domain/network/cloud/platform-network-rules';
import { familyWords, isPrimary, takenWords } from '@/lib/domain/network/cloud/pool-facts';
import { useView } from '@/lib/queries/view';
import { GoneDrawer, Part, Places, Said } from './drawer-parts';
import { JobButton } from './job-button';
import { poolSubnet } from './platform-columns';
import { useVerdictState } from './use-network-facts';

type Props = { row: PlatformRow | undefined; cloud: CloudNetworks; onClose: () => void };

export function PlatformDrawer({ row, cloud, onClose }: Props) {
  const state = useVerdictState(cloud);
  if (!row) return <GoneDrawer what="Network" onClose={onClose} />;
  const { network, pools, stack } = row;
  return (
    <Drawer
      beside
      title={<span className="mono min-w-0 [overflow-wrap:anywhere]">{network.name || 'No name'}</span>}
      onClose={onClose}
      footer={
        <JobButton
          job={{ job: 'delete-network', name: network.name }}
          variant="danger"
          verdict={deleteNetworkVerdict(network, state)}
        >
          Delete…
        </JobButton>
      }
    >
      <Part title="Network">
        <Kv className="grid-cols-[148px_minmax(0,1fr)]">
          <KvRow term="Type">
            <Said>{network.type}</Said>
          </KvRow>
          <KvRow term="Addresses">{stack}</KvRow>
          <KvRow term="Primary family">
            <Said>{network.primaryFamily}</Said>
          </KvRow>
          <KvRow term="Hosts get an address">
            {network.dynamic === null ? 'Unknown' : network.dynamic ? 'By themselves' : 'By hand'}
          </KvRow>
          <KvRow term="UUID">
            <Said>{network.id}</Said>
          </KvRow>
        </Kv>
      </Part>
      <Part
        title="Address pools"
        action={
          <JobButton job={{ job: 'assign', network: network.name }} verdict={roomVerdict(network, state)}>
            Assign a pool…
          </JobButton>
        }
      >
        {pools === null ? (
          <p className="text-unk-fg">Unknown</p>
        ) : pools.length === 0 ? (
          <p className="text-ink-3">None.</p>
        ) : (
          <ul className="flex flex-col gap-3">
            {pools.map((pool) => (
              <li key={pool.id}>
                <PoolLine pool={pool} primary={isPrimary(network, pool)}>
                  <JobButton
                    job={{ job: 'unassign', network: network.name, pool: pool.name }}
                    verdict={unassignVerdict(network, pool, state)}
                    aria-label={`Remove ${pool.name} from ${network.name}…`}
                  >
                    Remove…
                  </JobButton>
                </PoolLine>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title="On interfaces">
        <NetworkPlaces id={network.id} name={network.name} of="platform" />
      </Part>
    </Drawer>
  );
}

function PoolLine({ pool, primary, children }: { pool: AddressPool; primary: boolean; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Link
            className="link mono [overflow-wrap:anywhere] max-md:py-3"
            href={`/networks/pools?open=${encodeURIComponent(pool.id)}`}
          >
            {pool.name || 'No name'}
          </Link>
          <span className="text-small text-ink-3">{primary ? 'Primary' : 'Secondary'}</span>
        </span>
        <span className="text-ink-2">
          {familyWords(pool)} <span className="mono [overflow-wrap:anywhere]">{poolSubnet(pool)}</span>
        </span>
        <span className="text-small text-ink-3">{takenWords(pool)} addresses taken</span>
      </div>
      {children}
    </div>
  );
}

export function NetworkPlaces({ id, name, of }: { id: string; name: string; of: 'platform' | 'data' }) {
  const seen = useView('networkPlaces', { of, id });
  return <Places seen={seen} name={`Interfaces with ${name}`} none="It is on no interface of any host." />;
}
