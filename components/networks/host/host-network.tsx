'use client';
/** Network tab of a host: who is at the other end of each cable, what runs over it, and the same as a table. */
import { useMedia } from '@/components/table/use-media';
import { laterPart } from '@/components/ui/later-part';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { findHost, type Host } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { InterfaceTable } from './interface-table';
import { LaneDiagram } from './lanes';
import { CablingNote, NetworkNotes } from './network-notes';
import { NETWORK_PARAMS } from './network-params';
import { NetworkTools } from './network-tools';
import { PortList } from './port-list';
import { type HostNetworkModel, useHostNetwork } from './use-host-network';
import { useSelection } from './use-selection';

const NetworkDrawer = laterPart(async () => (await import('./network-drawer')).NetworkDrawer);

export function HostNetworkBody({ hostRef }: { hostRef: string }) {
  const hosts = useView('hosts', {})?.data?.hosts;
  const host = hosts && findHost(hosts, hostRef);
  // That the host is gone, or that hosts could not be read, is said around this tab.
  return host ? <Seen host={host} hosts={hosts} /> : <SkeletonBlock className="h-64" />;
}

function Seen({ host, hosts }: { host: Host; hosts: readonly Host[] }) {
  const seen = useHostNetwork(host, hosts);
  return (
    <>
      <NetworkNotes seen={seen} />
      {seen.model ? (
        <Network model={seen.model} stale={seen.stale} />
      ) : (
        !seen.reading?.error && <SkeletonBlock className="h-64" />
      )}
    </>
  );
}

function Network({ model, stale }: { model: HostNetworkModel; stale: boolean }) {
  const [{ show }] = useParams(NETWORK_PARAMS);
  const selection = useSelection(model.lanes);
  const narrow = useMedia('(max-width: 719px)');
  const { open } = selection;
  return (
    <div className="flex min-w-0 gap-3">
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <NetworkTools model={model} selection={selection} />
        <CablingNote observations={model.observations} onShow={selection.choose} />
        {show === 'lanes' &&
          (narrow ? (
            <PortList model={model} selection={selection} stale={stale} />
          ) : (
            <LaneDiagram model={model} selection={selection} stale={stale} />
          ))}
        <InterfaceTable model={model} selection={selection} stale={stale} />
      </div>
      {open !== null && (
        <NetworkDrawer
          model={model}
          at={open}
          onClose={selection.closeDetails}
          onOpen={selection.showDetails}
        />
      )}
    </div>
  );
}
