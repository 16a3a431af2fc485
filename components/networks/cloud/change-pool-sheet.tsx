'use client';
/** Changing an address pool: its name, order and ranges, and the addresses that it keeps. */
import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { type AddressPool, RESERVED } from '@/lib/domain/network/cloud/cloud-networks';
import { changeOf } from '@/lib/domain/network/cloud/network-call-effect';
import { networksFedBy, subnetOfPool } from '@/lib/domain/network/cloud/pool-facts';
import { cleanAddress } from '@/lib/domain/network/cloud/pool-form';
import { poolNameVerdict } from '@/lib/domain/network/cloud/pool-rules';
import { faultOf } from './field-faults';
import type { JobProps } from './network-job-sheet';
import { NetworkSheet } from './network-sheet';
import { poolSubnet } from './platform-columns';
import { RangeFields, ReservedFields, rangesTyped, type TypedReserved, useTypedRanges } from './pool-fields';
import { ORDER_OPTIONS } from './pool-order';
import { usePoolFacts } from './use-network-facts';

export function ChangePoolSheet({ job, facts, onClose }: JobProps<'change-pool'>) {
  // As it was when the sheet was opened: what is typed is held against that.
  const [pool] = useState(() => facts.cloud.pools.find(({ name }) => name === job.name));
  return pool ? <Form pool={pool} facts={facts} onClose={onClose} /> : null;
}

type Props = Omit<JobProps<'change-pool'>, 'job'> & { pool: AddressPool };

function Form({ pool, facts: known, onClose }: Props) {
  const facts = usePoolFacts(known, pool.id);
  const [typed, setTyped] = useState({ name: pool.name, order: pool.order ?? 'random' });
  const [lines, setLines] = useTypedRanges(pool.ranges);
  const [first] = useState<TypedReserved>(() => ({
    ...{ floating: pool.reserved.floating ?? '', controller0: pool.reserved.controller0 ?? '' },
    ...{ controller1: pool.reserved.controller1 ?? '', gateway: pool.reserved.gateway ?? '' },
  }));
  const [reserved, setReserved] = useState(first);
  const name = typed.name.trim();
  const ranges = rangesTyped(lines);
  const to = changeOf(pool, {
    ...{ name, order: typed.order, ranges },
    reserved: Object.fromEntries(RESERVED.map((which) => [which, cleanAddress(reserved[which]) || null])),
  });
  const changed = Object.keys(to).length;
  const networks = networksFedBy(facts.cloud, pool);
  return (
    <NetworkSheet
      title={`Change ${pool.name}`}
      sentence={
        <>
          The network <span className="mono">{poolSubnet(pool)}</span> stays. New ranges hold every address
          that somebody has.
        </>
      }
      button={changed === 1 ? 'Save 1 change' : `Save ${changed} changes`}
      done={`${name} was changed`}
      facts={facts}
      calls={changed > 0 ? [{ do: 'pool.change', name: pool.name, to }] : []}
      gap={
        name === ''
          ? 'Give it a name'
          : ranges.length === 0
            ? 'A pool keeps at least one range'
            : changed === 0
              ? 'Nothing has been changed'
              : null
      }
      dirty={changed > 0}
      onClose={onClose}
    >
      {(run) => (
        <>
          {networks.length > 0 && (
            <Note
              tone="minor"
              title={`It feeds ${networks.map((one) => `network ${one.name}`).join(' and ')}.`}
            >
              A change of its addresses reconfigures the hosts on it.
            </Note>
          )}
          <TextField
            label="Name"
            mono
            data-autofocus=""
            value={typed.name}
            was={typed.name === pool.name ? null : pool.name}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
            error={
              name === '' || name === pool.name
                ? null
                : faultOf(poolNameVerdict(name, facts), to.name === undefined ? undefined : run)
            }
          />
          <RangeFields ranges={lines} onChange={setLines} subnet={subnetOfPool(pool)} usual={null} />
          <SelectField
            label="Order"
            value={typed.order}
            was={typed.order === pool.order ? null : pool.order}
            options={ORDER_OPTIONS}
            onChange={(event) => setTyped({ ...typed, order: event.target.value })}
          />
          <ReservedFields
            reserved={reserved}
            first={first}
            onChange={setReserved}
            subnet={subnetOfPool(pool)}
            ranges={ranges}
          />
        </>
      )}
    </NetworkSheet>
  );
}
