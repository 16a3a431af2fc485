'use client';
/** Addresses of an interface: typed in, and deleted. */
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import { withPrefix } from '@/lib/domain/network/address';
import { addAddressVerdict, addressFaults } from '@/lib/domain/network/address-rules';
import type { InterfaceJob } from '@/lib/domain/network/interface-jobs';
import { InterfaceSheet } from './interface-sheet';
import type { OwnProps } from './own-props';

export function AddressSheet({ facts, own, onClose }: OwnProps) {
  const [form, setForm] = useState({ address: '', prefix: '' });
  const may = addAddressVerdict(own, facts);
  const faults = addressFaults(form, own, facts);
  const empty = form.address.trim() === '' || form.prefix.trim() === '';
  const [fault] = Object.values(faults);
  const address = form.address.trim();
  return (
    <InterfaceSheet
      title={`Add address to ${own.name}`}
      sentence={`On ${hostName(facts.host)}. It is set up when the host is unlocked.`}
      button="Add address"
      done={`${address} was added to ${own.name}`}
      facts={facts}
      calls={[{ do: 'address.add', interface: own.name, address, prefix: Number(form.prefix) }]}
      gap={
        may.ok
          ? empty
            ? 'Type an address with its prefix'
            : fault
              ? 'Something above is not in order'
              : null
          : may.why
      }
      dirty={form.address !== '' || form.prefix !== ''}
      onClose={onClose}
    >
      <TextField
        label="Address"
        mono
        data-autofocus=""
        value={form.address}
        onChange={({ target }) => setForm(pasted(target.value, form.prefix))}
        help="IPv4 or IPv6, of a family whose mode is static"
        error={faults.address ?? null}
      />
      <TextField
        label="Prefix"
        mono
        inputMode="numeric"
        value={form.prefix}
        onChange={({ target }) => setForm({ ...form, prefix: target.value })}
        error={faults.prefix ?? null}
      />
    </InterfaceSheet>
  );
}

/** `10.0.0.5/24` in one field is both. */
function pasted(text: string, prefix: string) {
  const [address = '', rest] = text.split('/');
  return { address, prefix: rest ?? prefix };
}

type DeleteProps = OwnProps & { job: Extract<InterfaceJob, { job: 'delete-address' }> };

export function DeleteAddressSheet({ facts, own, job: { address, prefix }, onClose }: DeleteProps) {
  return (
    <InterfaceSheet
      title={`Delete address ${withPrefix(address, prefix)}`}
      sentence={`Of ${own.name} on ${hostName(facts.host)}.`}
      button="Delete address"
      danger
      done={`${address} was deleted`}
      facts={facts}
      calls={[{ do: 'address.delete', interface: own.name, address, prefix }]}
      gap={null}
      onClose={onClose}
    />
  );
}
