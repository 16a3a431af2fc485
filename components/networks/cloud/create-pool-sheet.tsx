'use client';
/** Making an address pool of either family, and giving it to a network at once where that is wanted. */
import { useState } from 'react';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { roomVerdict } from '@/lib/domain/network/cloud/assignment-rules';
import { RESERVED } from '@/lib/domain/network/cloud/cloud-networks';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import { cleanAddress, networkVerdict, typedNetwork, usualRange } from '@/lib/domain/network/cloud/pool-form';
import { poolNameVerdict } from '@/lib/domain/network/cloud/pool-rules';
import { subnetOf } from '@/lib/domain/network/subnet';
import { faultOf } from './field-faults';
import type { JobProps } from './network-job-sheet';
import { NetworkSheet } from './network-sheet';
import { RangeFields, ReservedFields, rangesTyped, type TypedReserved, useTypedRanges } from './pool-fields';
import { ORDER_OPTIONS } from './pool-order';

const NOTHING: TypedReserved = { floating: '', controller0: '', controller1: '', gateway: '' };

export function CreatePoolSheet({ job, facts, onClose }: JobProps<'create-pool'>) {
  const [typed, setTyped] = useState({ name: '', network: '', order: 'random', feeds: job.network ?? '' });
  const [lines, setLines] = useTypedRanges([]);
  const [reserved, setReserved] = useState(NOTHING);
  const name = typed.name.trim();
  const network = typedNetwork(typed.network);
  const judged = networkVerdict(network);
  const subnet = network && judged.ok ? subnetOf(network.network, network.prefix) : null;
  const ranges = rangesTyped(lines);
  const usual = subnet && usualRange(subnet);
  const create: NetworkCall = {
    ...{ do: 'pool.create', name, network: network?.network ?? '', prefix: network?.prefix ?? 0 },
    ...{ order: typed.order, ranges },
    reserved: Object.fromEntries(
      RESERVED.flatMap((which) =>
        cleanAddress(reserved[which]) ? [[which, cleanAddress(reserved[which])]] : [],
      ),
    ),
  };
  const assign: NetworkCall = { do: 'pool.assign', network: typed.feeds, pool: name };
  const networks = facts.cloud.networks.map((one) => {
    const room = roomVerdict(one, facts);
    return { value: one.name, label: room.ok ? one.name : `${one.name}: ${room.why}`, disabled: !room.ok };
  });
  return (
    <NetworkSheet
      title="Create address pool"
      sentence="Addresses of one network, which interfaces and controllers are given. It feeds nothing until it is assigned."
      button={typed.feeds === '' ? 'Create address pool' : 'Create and assign'}
      done={`${name} was created`}
      facts={facts}
      calls={typed.feeds === '' ? [create] : [create, assign]}
      gap={name === '' ? 'Give it a name' : network === null ? 'Give it a network' : null}
      dirty={name !== '' || typed.network !== '' || lines.length > 0}
      onClose={onClose}
    >
      {(run) => (
        <>
          <TextField
            label="Name"
            mono
            data-autofocus=""
            value={typed.name}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
            error={name === '' ? null : faultOf(poolNameVerdict(name, facts), run)}
          />
          <TextField
            label="Network"
            mono
            value={typed.network}
            placeholder="fd00:20::/64"
            onChange={(event) => setTyped({ ...typed, network: event.target.value })}
            help="An address with a prefix, as 10.10.20.0/24 or fd00:20::/64. It cannot be changed later."
            error={typed.network.trim() === '' ? null : faultOf(judged)}
          />
          <RangeFields ranges={lines} onChange={setLines} subnet={subnet} usual={usual} />
          <SelectField
            label="Order"
            value={typed.order}
            options={ORDER_OPTIONS}
            onChange={(event) => setTyped({ ...typed, order: event.target.value })}
          />
          <ReservedFields
            reserved={reserved}
            onChange={setReserved}
            subnet={subnet}
            ranges={ranges.length > 0 || !usual ? ranges : [usual]}
          />
          <SelectField
            label="Assign to network"
            optional
            placeholder="None"
            value={typed.feeds}
            options={networks}
            help="With a pool of each family a network is dual stack; the first one stays its primary pool."
            onChange={(event) => setTyped({ ...typed, feeds: event.target.value })}
          />
        </>
      )}
    </NetworkSheet>
  );
}
