'use client';
/** Which sheet a change to the network of a host opens, once what it is about has been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobOfHost, JobOfReading, JobWait } from '@/components/action/job-wait';
import type { Host } from '@/lib/domain/host';
import { type InterfaceFacts, interfaceNamed } from '@/lib/domain/network/interface-facts';
import { AddressSheet, DeleteAddressSheet } from './address-sheets';
import { CreateInterfaceSheet } from './create-interface-sheet';
import { DeleteInterfaceSheet } from './delete-interface-sheet';
import { EditInterfaceSheet } from './edit-interface-sheet';
import { DeleteRouteSheet, RouteSheet } from './route-sheets';
import { useInterfaceFacts } from './use-interface-facts';

type Props = ActionSheetProps<'interfaces'>;

const WORDS = { title: 'Change the network of a host', what: 'network' };

export function InterfaceJobSheet(props: Props) {
  return (
    <JobOfHost hostId={props.request.hostId} words={WORDS} onClose={props.onClose}>
      {(host, hosts) => <OfHost {...props} host={host} hosts={hosts} />}
    </JobOfHost>
  );
}

function OfHost({ host, hosts, ...props }: Props & { host: Host; hosts: readonly Host[] }) {
  return (
    <JobOfReading read={useInterfaceFacts(host, hosts)} words={WORDS} onClose={props.onClose}>
      {(facts) => <JobSheet {...props} facts={facts} />}
    </JobOfReading>
  );
}

function JobSheet({ request: { job }, onClose, facts }: Props & { facts: InterfaceFacts }) {
  if (job.job === 'create') return <CreateInterfaceSheet facts={facts} onClose={onClose} />;
  if (job.job === 'edit') return <EditInterfaceSheet facts={facts} name={job.name} onClose={onClose} />;
  const own = interfaceNamed(facts, job.name);
  if (!own)
    return <JobWait {...WORDS} error={`There is no interface ${job.name} any more.`} onClose={onClose} />;
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
