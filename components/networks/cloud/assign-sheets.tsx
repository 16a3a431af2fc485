'use client';
/** Which pools feed a network: one more of the other family makes it dual stack, and the second one can be taken away. */
import { useState } from 'react';
import { SheetHeading } from '@/components/action/check-list';
import { SheetRow } from '@/components/action/sheet-row';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import { assignEffect, assignVerdict } from '@/lib/domain/network/cloud/assignment-rules';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import { familyWords, isPrimary, networksFedBy, poolsOf } from '@/lib/domain/network/cloud/pool-facts';
import { JobButton } from './job-button';
import type { JobProps } from './network-job-sheet';
import { NetworkSheet } from './network-sheet';
import { poolSubnet } from './platform-columns';

export function AssignSheet({ job, facts, onClose }: JobProps<'assign'>) {
  const { cloud } = facts;
  const [chosen, setChosen] = useState<string | null>(null);
  const network = cloud.networks.find(({ name }) => name === job.network);
  const free = cloud.pools.filter((pool) => networksFedBy(cloud, pool).length === 0);
  const pool = free.find(({ name }) => name === chosen);
  const has = network ? poolsOf(cloud, network) : [];
  const calls: NetworkCall[] =
    chosen === null ? [] : [{ do: 'pool.assign', network: job.network, pool: chosen }];
  return (
    <NetworkSheet
      title={`Assign a pool to ${job.network}`}
      sentence="A network has one pool of each family. With two it is dual stack, and the first one stays its primary pool."
      button="Assign pool"
      done={`${chosen ?? ''} was assigned to ${job.network}`}
      facts={facts}
      calls={calls}
      gap={chosen === null ? 'Choose a pool' : null}
      dirty={chosen !== null}
      onClose={onClose}
    >
      <div>
        <SheetHeading>It has</SheetHeading>
        <ul aria-label={`Pools of ${job.network}`}>
          {has.length === 0 && <SheetRow icon={<StateGlyph state="unknown" size={16} />} title="No pool" />}
          {has.map((one) => (
            <SheetRow
              key={one.id}
              icon={<StateGlyph state="available" size={16} />}
              title={<span className="mono">{one.name}</span>}
              detail={`${network && isPrimary(network, one) ? 'Primary' : 'Secondary'}, ${familyWords(one)} ${poolSubnet(one)}`}
            />
          ))}
        </ul>
      </div>
      {free.length === 0 ? (
        <Note
          tone="info"
          title="Every pool feeds a network already."
          action={
            <JobButton job={{ job: 'create-pool', network: job.network }}>Create address pool…</JobButton>
          }
        />
      ) : (
        <RadioGroup
          label="Pool"
          value={chosen}
          onValueChange={setChosen}
          options={free.map((one) => {
            const verdict = network ? assignVerdict(network, one, facts) : null;
            return {
              value: one.name,
              label: <span className="mono">{one.name}</span>,
              help: `${familyWords(one)} ${poolSubnet(one)}`,
              ...(verdict && !verdict.ok ? { disabledReason: verdict.why } : {}),
            };
          })}
        />
      )}
      {network && pool && assignVerdict(network, pool, facts).ok && (
        <Note tone="info">{assignEffect(network, pool, facts)}</Note>
      )}
    </NetworkSheet>
  );
}

export function UnassignSheet({ job, facts, onClose }: JobProps<'unassign'>) {
  const network = facts.cloud.networks.find(({ name }) => name === job.network);
  const interfaces = network?.use?.interfaces ?? 0;
  return (
    <NetworkSheet
      title={`Remove ${job.pool} from ${job.network}`}
      sentence={
        interfaces > 0
          ? `Interfaces on ${job.network} lose their addresses of ${job.pool}. The pool itself stays.`
          : 'The pool itself stays.'
      }
      button={`Remove ${job.pool}`}
      danger
      done={`${job.pool} was removed from ${job.network}`}
      facts={facts}
      calls={[{ do: 'pool.unassign', network: job.network, pool: job.pool }]}
      gap={null}
      onClose={onClose}
    />
  );
}
