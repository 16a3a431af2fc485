'use client';
/** Making a platform network of a pool, and deleting one: most of them stay once the cloud is installed. */
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import {
  createNetworkVerdict,
  NETWORK_TYPES,
  networkTypeVerdict,
} from '@/lib/domain/network/cloud/platform-network-rules';
import { familyWords, networksFedBy, placesWords, poolsOf } from '@/lib/domain/network/cloud/pool-facts';
import { JobButton } from './job-button';
import type { JobProps } from './network-job-sheet';
import { NetworkSheet } from './network-sheet';
import { poolSubnet } from './platform-columns';

export function CreateNetworkSheet({ facts, onClose }: JobProps<'create-network'>) {
  const { cloud } = facts;
  const types = NETWORK_TYPES.map((value) => {
    const verdict = networkTypeVerdict(value, cloud);
    return { value, label: verdict.ok ? value : `${value}: there is one already`, disabled: !verdict.ok };
  });
  const [type, setType] = useState<string>('');
  const [name, setName] = useState('');
  const [pool, setPool] = useState<string | null>(null);
  const [dynamic, setDynamic] = useState(false);
  const free = cloud.pools.filter((one) => networksFedBy(cloud, one).length === 0);
  const made = { name: name.trim() || type, type, pool: pool ?? '', dynamic };
  const calls: NetworkCall[] = type === '' || pool === null ? [] : [{ do: 'network.create', ...made }];
  return (
    <NetworkSheet
      title="Create network"
      sentence="There is one network of each type. It takes its addresses from a pool, which becomes its primary one."
      button="Create network"
      done={`${made.name} was created`}
      facts={facts}
      calls={calls}
      gap={type === '' ? 'Choose a type' : pool === null ? 'Choose a pool' : null}
      dirty={type !== '' || name !== '' || pool !== null}
      onClose={onClose}
    >
      <SelectField
        label="Type"
        placeholder="Choose"
        data-autofocus=""
        value={type}
        options={types}
        onChange={(event) => setType(event.target.value)}
      />
      <TextField
        label="Name"
        optional
        mono
        value={name}
        placeholder={type}
        help="The type, where nothing is said. It cannot be changed later."
        onChange={(event) => setName(event.target.value)}
      />
      {free.length === 0 ? (
        <Note
          tone="info"
          title="Every pool feeds a network already."
          action={<JobButton job={{ job: 'create-pool' }}>Create address pool…</JobButton>}
        />
      ) : (
        <RadioGroup
          label="Primary pool"
          value={pool}
          onValueChange={setPool}
          options={free.map((one) => {
            const verdict = type === '' ? null : createNetworkVerdict(made, one, facts);
            return {
              value: one.name,
              label: <span className="mono">{one.name}</span>,
              help: `${familyWords(one)} ${poolSubnet(one)}`,
              ...(verdict && !verdict.ok ? { disabledReason: verdict.why } : {}),
            };
          })}
        />
      )}
      <Checkbox
        label="Hosts get their address by themselves"
        checked={dynamic}
        onCheckedChange={(checked) => setDynamic(checked === true)}
      />
    </NetworkSheet>
  );
}

export function DeleteNetworkSheet({ job: { name }, facts, onClose }: JobProps<'delete-network'>) {
  const network = facts.cloud.networks.find((one) => one.name === name);
  const pools = network ? poolsOf(facts.cloud, network) : [];
  return (
    <NetworkSheet
      title={`Delete network ${name}`}
      sentence={`It cannot be brought back. ${pools.length > 0 ? `Pool ${pools.map((one) => one.name).join(' and ')} stays, and feeds nothing.` : ''}`}
      button={`Delete network ${name}`}
      danger
      done={`${name} was deleted`}
      facts={facts}
      calls={[{ do: 'network.delete', name }]}
      gap={null}
      onClose={onClose}
    >
      {network?.use && network.use.interfaces > 0 && (
        <Note tone="minor" title={`It is on ${placesWords(network.use)}.`}>
          They lose it, and their addresses of it.
        </Note>
      )}
    </NetworkSheet>
  );
}
