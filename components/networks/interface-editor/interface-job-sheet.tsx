'use client';
/** Which sheet a change to the network of a host opens, once what it is about has been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { Host } from '@/lib/domain/host';
import { interfaceNamed } from '@/lib/domain/network/interface-facts';
import { useView } from '@/lib/queries/view';
import { AddressSheet, DeleteAddressSheet } from './address-sheets';
import { CreateInterfaceSheet } from './create-interface-sheet';
import { DeleteInterfaceSheet } from './delete-interface-sheet';
import { EditInterfaceSheet } from './edit-interface-sheet';
import { DeleteRouteSheet, RouteSheet } from './route-sheets';
import { useInterfaceFacts } from './use-interface-facts';

type Props = ActionSheetProps<'interfaces'>;

export function InterfaceJobSheet(props: Props) {
  const hosts = useView('hosts', {});
  const list = hosts?.data?.hosts;
  const host = list?.find(({ id }) => id === props.request.hostId);
  if (!list || !host) {
    const gone = list ? 'This host is not in the list any more.' : hosts?.error?.message;
    return <Wait error={gone} onClose={props.onClose} />;
  }
  return <OfHost {...props} host={host} hosts={list} />;
}

function Wait({ error, onClose }: { error: string | undefined; onClose: () => void }) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title="Change the network of a host">
      {error === undefined ? (
        <SkeletonRows label="Reading the network" />
      ) : (
        <Note tone="unknown" title="The network could not be read.">
          {error}
        </Note>
      )}
    </Sheet>
  );
}

function OfHost({ request: { job }, onClose, host, hosts }: Props & { host: Host; hosts: readonly Host[] }) {
  const { facts, error } = useInterfaceFacts(host, hosts);
  if (!facts) return <Wait error={error} onClose={onClose} />;
  if (job.job === 'create') return <CreateInterfaceSheet facts={facts} onClose={onClose} />;
  if (job.job === 'edit') return <EditInterfaceSheet facts={facts} name={job.name} onClose={onClose} />;
  const own = interfaceNamed(facts, job.name);
  if (!own) return <Wait error={`There is no interface ${job.name} any more.`} onClose={onClose} />;
  const shared = { facts, own, onClose };
  switch (job.job) {
    case 'delete':
      return <DeleteInterfaceSheet {...shared} />;
    case 'add-address':
      return <AddressSheet {...shared} />;
    case 'delete-address':
      return <DeleteAddressSheet {...shared} job={job} />;
    case 'add-route':
      return <RouteSheet {...shared} />;
    case 'delete-route':
      return <DeleteRouteSheet {...shared} job={job} />;
  }
}
