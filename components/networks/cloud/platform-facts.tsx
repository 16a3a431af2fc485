'use client';
/** Where the cloud is reached and managed: what its OAM and management networks keep for the controllers. */
import { Kv, KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import type { CloudNetworks } from '@/lib/domain/network/cloud/cloud-networks';
import { unreadOf } from '@/lib/domain/network/cloud/cloud-networks';
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
  return (
    <div className="flex flex-col gap-3">
      {facts.pools.map(({ pool, subnet, facts: kept }, index) => (
        <Kv key={pool.id} className="grid-cols-[148px_minmax(0,1fr)] items-center">
          <KvRow term={familyWords(pool)}>
            <span className="mono [overflow-wrap:anywhere]">{subnet}</span>{' '}
            {facts.pools.length > 1 && (
              <span className="text-ink-3">{index === 0 ? 'primary' : 'secondary'}</span>
            )}
          </KvRow>
          {kept.map(({ which, address }) => (
            <KvRow key={which} term={RESERVED_WORDS[which]}>
              <CopiedAddress address={address} />
            </KvRow>
          ))}
          {facts.network.type === 'oam' && pool.reserved.floating !== null && (
            <KvRow term="In a URL">
              <CopiedAddress address={`https://${inUrl(pool.reserved.floating)}`} />
            </KvRow>
          )}
        </Kv>
      ))}
    </div>
  );
}
