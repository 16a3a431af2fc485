'use client';
/** Changing a data network: the platform lets the description and the MTU change, and nothing else. */
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { wholeNumber } from '@/lib/domain/network/cloud/data-network-rules';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import { placesWords } from '@/lib/domain/network/cloud/pool-facts';
import { allowed } from '@/lib/domain/result';
import { faultOf, wholeFault } from './field-faults';
import type { JobProps } from './network-job-sheet';
import { NetworkSheet } from './network-sheet';

export function ChangeDataSheet({ job: { name }, facts, onClose }: JobProps<'change-data'>) {
  const found = facts.cloud.dataNetworks.find((one) => one.name === name);
  const [first] = useState({ mtu: String(found?.mtu ?? ''), description: found?.description ?? '' });
  const [typed, setTyped] = useState(first);
  const mtu = wholeNumber(typed.mtu);
  const to = {
    ...(typed.mtu.trim() !== first.mtu && mtu !== null ? { mtu } : {}),
    ...(typed.description !== first.description ? { description: typed.description } : {}),
  };
  const changed = Object.keys(to).length;
  const call: NetworkCall = { do: 'data.change', name, to };
  const interfaces = found?.use?.interfaces ?? 0;
  return (
    <NetworkSheet
      title={`Change ${name}`}
      sentence="Its name and type stay as they are: the platform changes the description and the MTU alone."
      button={changed === 1 ? 'Save 1 change' : `Save ${changed} changes`}
      done={`${name} was changed`}
      facts={facts}
      calls={changed > 0 ? [call] : []}
      gap={
        wholeFault(typed.mtu) !== null ? 'Correct the MTU' : changed === 0 ? 'Nothing has been changed' : null
      }
      dirty={changed > 0}
      onClose={onClose}
    >
      {(run) => (
        <>
          <TextField
            label="MTU"
            mono
            unit="bytes"
            inputMode="numeric"
            data-autofocus=""
            value={typed.mtu}
            onChange={(event) => setTyped({ ...typed, mtu: event.target.value })}
            was={typed.mtu === first.mtu ? null : first.mtu}
            help={
              interfaces === 0
                ? 'No interface carries it'
                : `It is on ${placesWords(found?.use ?? null)}, each of which needs an MTU of at least this`
            }
            error={wholeFault(typed.mtu) ?? faultOf(allowed, to.mtu === undefined ? undefined : run)}
          />
          <TextField
            label="Description"
            optional
            maxLength={255}
            value={typed.description}
            was={typed.description === first.description ? null : first.description}
            onChange={(event) => setTyped({ ...typed, description: event.target.value })}
          />
        </>
      )}
    </NetworkSheet>
  );
}
