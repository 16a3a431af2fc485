'use client';
/** What can be changed of an interface: itself, its addresses, its routes. What cannot be says why. */
import type { Address, Route } from '@/lib/domain/network/address';
import * as addressRules from '@/lib/domain/network/address-rules';
import type { Interface } from '@/lib/domain/network/interface';
import { deleteVerdict, editVerdict } from '@/lib/domain/network/interface-rules';
import { allowed } from '@/lib/domain/result';
import { useView } from '@/lib/queries/view';
import { InterfaceButton } from '../interface-editor/interface-button';
import type { HostNetworkModel } from './use-host-network';

type Props = { own: Interface; model: HostNetworkModel };

const siteOf = ({ host, system, network }: HostNetworkModel, routes: readonly Route[] = []) => ({
  ...{ host, system, routes },
  ...{ interfaces: network.interfaces, addresses: network.addresses, networks: network.networks },
});

export function InterfaceChanges({ own, model }: Props) {
  const site = siteOf(model);
  const hostId = model.host.id;
  return (
    <>
      <InterfaceButton
        hostId={hostId}
        job={{ job: 'edit', name: own.name }}
        verdict={editVerdict(own, site)}
        variant="primary"
      >
        Edit…
      </InterfaceButton>
      <InterfaceButton
        hostId={hostId}
        job={{ job: 'delete', name: own.name }}
        verdict={deleteVerdict(own, site)}
        variant="danger"
      >
        Delete…
      </InterfaceButton>
    </>
  );
}

export function AddAddress({ own, model }: Props) {
  return (
    <InterfaceButton
      hostId={model.host.id}
      job={{ job: 'add-address', name: own.name }}
      verdict={addressRules.addAddressVerdict(own, siteOf(model))}
    >
      Add address…
    </InterfaceButton>
  );
}

export function DeleteAddress({ own, model, row }: Props & { row: Address }) {
  const { address, prefix } = row;
  const routes = useView('hostNetworkMore', { hostId: model.host.id })?.data?.routes;
  if (prefix === null) return null;
  return (
    <InterfaceButton
      aria-label={`Delete address ${address}…`}
      variant="ghost"
      hostId={model.host.id}
      job={{ job: 'delete-address', name: own.name, address, prefix }}
      verdict={addressRules.deleteAddressVerdict(row, own, siteOf(model, routes))}
    >
      Delete…
    </InterfaceButton>
  );
}

export function AddRoute({ own, model }: Props) {
  return (
    <InterfaceButton
      hostId={model.host.id}
      job={{ job: 'add-route', name: own.name }}
      verdict={addressRules.addRouteVerdict(own, siteOf(model))}
    >
      Add route…
    </InterfaceButton>
  );
}

export function DeleteRoute({ own, model, row }: Props & { row: Route }) {
  const { network, prefix, gateway, metric } = row;
  if (prefix === null || gateway === null) return null;
  return (
    <InterfaceButton
      aria-label={`Delete route to ${network}…`}
      variant="ghost"
      hostId={model.host.id}
      job={{ job: 'delete-route', name: own.name, network, prefix, gateway, metric: metric ?? 1 }}
      verdict={allowed}
    >
      Delete…
    </InterfaceButton>
  );
}
