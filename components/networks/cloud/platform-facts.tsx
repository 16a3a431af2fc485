'use client';
/** Where the cloud is reached and managed: what its OAM and management networks keep for the controllers. */
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Kv, KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import type { CloudNetworks } from '@/lib/domain/network/cloud/cloud-networks';
import { RESERVED, unreadOf } from '@/lib/domain/network/cloud/cloud-networks';
import { type ControllerFacts, controllerFacts } from '@/lib/domain/network/cloud/network-rows';
import { familyWords, RESERVED_WORDS } from '@/lib/domain/network/cloud/pool-facts';
import { inUrl } from '@/lib/domain/network/subnet';
import { CopiedAddress } from './drawer-parts';

export function PlatformFacts({ cloud }: { cloud: CloudNetworks }) {
  const unknown = unreadOf(cloud, 'pools') ?? unreadOf(cloud, 'assignments');
  return (
    <div className="grid flex-none gap-3 md:grid-cols-2">
      <Panel title="OAM" meta="where people and other systems reach the cloud" padded>
        <Facts facts={controllerFacts(cloud, 'oam')} unknown={unknown} />
      </Panel>
      <Panel title="Management" meta="where hosts and controllers reach each other" padded>
        <Facts facts={controllerFacts(cloud, 'mgmt')} unknown={unknown} />
      </Panel>
    </div>
  );
}

function Facts({ facts, unknown }: { facts: ControllerFacts | undefined; unknown: string | null }) {
  if (unknown !== null) return <p className="text-unk-fg">Unknown</p>;
  if (!facts) return <p className="text-ink-3">There is no such network.</p>;
  if (facts.pools.length === 0) return <p className="text-ink-3">It has no address pool.</p>;
  const { pools } = facts;
  const floating = pools.some(({ pool }) => pool.reserved.floating !== null);
  return (
    <Kv className="grid-cols-[148px_minmax(0,1fr)] items-center">
      <KvRow term="Network">
        <PerPool pools={pools}>
          {({ pool, subnet }, index) => (
            <>
              <span className="mono [overflow-wrap:anywhere]">{subnet}</span>{' '}
              <span className="text-ink-3">
                {pools.length === 1 ? familyWords(pool) : index === 0 ? 'primary' : 'secondary'}
              </span>
            </>
          )}
        </PerPool>
      </KvRow>
      {RESERVED.filter((which) => pools.some(({ pool }) => pool.reserved[which] !== null)).map((which) => (
        <KvRow key={which} term={RESERVED_WORDS[which]}>
          <PerPool pools={pools}>{({ pool }) => <Address address={pool.reserved[which]} />}</PerPool>
        </KvRow>
      ))}
      {facts.network.type === 'oam' && floating && (
        <KvRow term="In a URL">
          <PerPool pools={pools}>
            {({ pool: { reserved } }) => (
              <Address address={reserved.floating && `https://${inUrl(reserved.floating)}`} />
            )}
          </PerPool>
        </KvRow>
      )}
    </Kv>
  );
}

const Address = ({ address }: { address: string | null }) =>
  address === null ? <span className="text-ink-3">None</span> : <CopiedAddress address={address} />;

type PoolFacts = ControllerFacts['pools'][number];

/** The same fact of each family, side by side where there is room. */
function PerPool({
  pools,
  children,
}: {
  pools: readonly PoolFacts[];
  children: (pool: PoolFacts, index: number) => ReactNode;
}) {
  return (
    <span className={clsx('grid gap-x-3', pools.length > 1 && 'lg:grid-cols-2')}>
      {pools.map((one, index) => (
        <span key={one.pool.id} className="min-w-0">
          {children(one, index)}
        </span>
      ))}
    </span>
  );
}
