'use client';
/** One address pool in full: what it holds, what it keeps for whom, and who has its addresses. */
import Link from 'next/link';
import { Drawer } from '@/components/ui/drawer';
import { Kv, KvRow } from '@/components/ui/kv';
import { LongList } from '@/components/ui/long-list';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { ipSortKey } from '@/lib/domain/ip';
import type { AddressPool, CloudNetworks, TakenAddress } from '@/lib/domain/network/cloud/cloud-networks';
import type { PoolRow } from '@/lib/domain/network/cloud/network-rows';
import { familyWords, RESERVED_WORDS, reservedOf } from '@/lib/domain/network/cloud/pool-facts';
import { changePoolHint, deletePoolVerdict } from '@/lib/domain/network/cloud/pool-rules';
import { ipText, subnetOf } from '@/lib/domain/network/subnet';
import { useView } from '@/lib/queries/view';
import { CopiedAddress, GoneDrawer, Part, Said, Unread, useHostNames } from './drawer-parts';
import { JobButton } from './job-button';
import { poolSubnet } from './platform-columns';
import { FedNetworks, poolName, Taken } from './pool-columns';
import { useVerdictState } from './use-network-facts';

type Props = { row: PoolRow | undefined; cloud: CloudNetworks; onClose: () => void };

export function PoolDrawer({ row, cloud, onClose }: Props) {
  const state = useVerdictState(cloud);
  if (!row) return <GoneDrawer what="Address pool" onClose={onClose} />;
  const { pool, networks } = row;
  const subnet = subnetOf(pool.network, pool.prefix);
  const kept = reservedOf(pool);
  return (
    <Drawer
      beside
      title={<span className="mono min-w-0 [overflow-wrap:anywhere]">{poolName(row)}</span>}
      onClose={onClose}
      footer={
        <>
          <JobButton
            job={{ job: 'change-pool', name: pool.name }}
            variant="primary"
            verdict={changePoolHint(pool, state)}
          >
            Change…
          </JobButton>
          <JobButton
            job={{ job: 'delete-pool', name: pool.name }}
            variant="danger"
            verdict={deletePoolVerdict(pool, state)}
          >
            Delete…
          </JobButton>
        </>
      }
    >
      <Part title="Pool">
        <Kv className="grid-cols-[148px_minmax(0,1fr)]">
          <KvRow term="Network">
            <Said>{poolSubnet(pool)}</Said>
          </KvRow>
          <KvRow term="Family">{familyWords(pool)}</KvRow>
          {subnet?.family === 4 && (
            <KvRow term="Broadcast">
              <Said>{ipText({ family: 4, value: subnet.last })}</Said>
            </KvRow>
          )}
          <KvRow term="Order">
            <Said>{pool.order}</Said>
          </KvRow>
          <KvRow term="Feeds">
            <FedNetworks networks={networks} />
          </KvRow>
          <KvRow term="UUID">
            <Said>{pool.id}</Said>
          </KvRow>
        </Kv>
      </Part>
      <Part title="Ranges">
        {pool.ranges.length === 0 ? (
          <p className="text-ink-3">None.</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {pool.ranges.map(({ start, end }) => (
              <li key={`${start}-${end}`} className="mono [overflow-wrap:anywhere]">
                {start} to {end}
              </li>
            ))}
          </ul>
        )}
        <div className="pt-2">
          <Taken pool={pool} />
        </div>
      </Part>
      <Part title="Kept for the controllers">
        {kept.length === 0 ? (
          <p className="text-ink-3">Nothing.</p>
        ) : (
          <Kv className="grid-cols-[148px_minmax(0,1fr)]">
            {kept.map(({ which, address }) => (
              <KvRow key={which} term={RESERVED_WORDS[which]}>
                <CopiedAddress address={address} />
              </KvRow>
            ))}
          </Kv>
        )}
      </Part>
      <Part title="Taken by">
        <TakenBy pool={pool} />
      </Part>
    </Drawer>
  );
}

/** Who has an address, in words. A pool keeps some that nobody has. */
function ownerWords(pool: AddressPool, one: TakenAddress, host: string | null): string {
  const kept = reservedOf(pool).find(({ address }) => address === one.address);
  const where = one.interface === null ? '' : ` ${one.interface}`;
  if (host !== null) return `${host}${where}`;
  if (one.hostNumber !== null) return `host number ${one.hostNumber}${where}`;
  return kept ? RESERVED_WORDS[kept.which] : 'Kept by the pool';
}

function TakenBy({ pool }: { pool: AddressPool }) {
  const seen = useView('poolAddresses', { id: pool.id });
  const hostOf = useHostNames();
  if (!seen?.data)
    return seen?.error ? <Unread message={seen.error.message} /> : <SkeletonBlock className="h-12" />;
  if (seen.data.length === 0) return <p className="text-ink-3">No address is taken.</p>;
  const items = seen.data
    .toSorted((a, b) => (ipSortKey(a.address) < ipSortKey(b.address) ? -1 : 1))
    .map((one) => {
      const host = hostOf(one.hostNumber);
      return {
        text: one.address,
        ...(host === null ? {} : { href: `/hosts/${encodeURIComponent(host)}/network` }),
        beside: <span className="text-ink-2 [overflow-wrap:anywhere]">{ownerWords(pool, one, host)}</span>,
      };
    });
  return (
    <LongList link={Link} label={`Search addresses of ${pool.name}`} name="Addresses taken" items={items} />
  );
}
