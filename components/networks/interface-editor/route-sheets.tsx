'use client';
/** Routes of an interface: added, and deleted. */
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import { withPrefix } from '@/lib/domain/network/address';
import { addRouteVerdict, type RouteForm, routeFaults } from '@/lib/domain/network/address-rules';
import type { InterfaceJob } from '@/lib/domain/network/interface-jobs';
import { InterfaceSheet } from './interface-sheet';
import type { OwnProps } from './own-props';

const EMPTY: RouteForm = { network: '', prefix: '', gateway: '', metric: '1' };

export function RouteSheet({ facts, own, onClose }: OwnProps) {
  const [form, setForm] = useState(EMPTY);
  const may = addRouteVerdict(own, facts);
  const faults = routeFaults(form, own, facts);
  const [fault] = Object.values(faults);
  const empty = Object.values(form).some((text) => text.trim() === '');
  const [network, gateway] = [form.network.trim(), form.gateway.trim()];
  const field = (key: keyof RouteForm, label: string, help?: string) => (
    <TextField
      label={label}
      mono
      {...(key === 'network' ? { 'data-autofocus': '' } : {})}
      {...(key === 'prefix' || key === 'metric' ? { inputMode: 'numeric' as const } : {})}
      value={form[key]}
      onChange={({ target }) => setForm(typed(form, key, target.value))}
      help={help}
      error={faults[key] ?? null}
    />
  );
  return (
    <InterfaceSheet
      title={`Add route to ${own.name}`}
      sentence={`On ${hostName(facts.host)}, at once where it runs.`}
      button="Add route"
      done={`The route to ${network} was added`}
      facts={facts}
      calls={[
        {
          ...{ do: 'route.add', interface: own.name, network, gateway },
          ...{ prefix: Number(form.prefix), metric: Number(form.metric) },
        },
      ]}
      gap={
        may.ok
          ? empty
            ? 'Say where it leads, and by which gateway'
            : fault
              ? 'Something above is not in order'
              : null
          : may.why
      }
      dirty={form.network !== '' || form.gateway !== ''}
      onClose={onClose}
    >
      {field('network', 'Network', 'IPv4 or IPv6; 0.0.0.0 or :: with prefix 0 is everything')}
      {field('prefix', 'Prefix')}
      {field('gateway', 'Gateway', `In a subnet of ${own.name}`)}
      {field('metric', 'Metric', 'The least is taken first')}
    </InterfaceSheet>
  );
}

/** `10.2.0.0/16` in the field of the network is both. */
function typed(form: RouteForm, key: keyof RouteForm, text: string): RouteForm {
  const [network = '', prefix] = text.split('/');
  return key === 'network' && prefix !== undefined ? { ...form, network, prefix } : { ...form, [key]: text };
}

type DeleteProps = OwnProps & { job: Extract<InterfaceJob, { job: 'delete-route' }> };

export function DeleteRouteSheet({ facts, own, job, onClose }: DeleteProps) {
  const { network, prefix, gateway, metric } = job;
  return (
    <InterfaceSheet
      title={`Delete route to ${withPrefix(network, prefix)}`}
      sentence={`Via ${gateway}, of ${own.name} on ${hostName(facts.host)}.`}
      button="Delete route"
      danger
      done={`The route to ${network} was deleted`}
      facts={facts}
      calls={[{ do: 'route.delete', interface: own.name, network, prefix, gateway, metric }]}
      gap={null}
      onClose={onClose}
    />
  );
}
