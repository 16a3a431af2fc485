'use client';
/** What is not known of the network, and what is worth a second look. */
import { Note } from '@/components/ui/note';
import { ReadingNotes } from '@/components/ui/reading-notes';
import type { OptionalPart } from '@/lib/domain/network/host-network';
import type { Observation } from '@/lib/domain/network/observations';
import { formatCounted } from '@/lib/format/number';
import type { HostNetworkSeen } from './use-host-network';

const PARTS: Record<OptionalPart, string> = {
  neighbours: 'LLDP neighbours',
  addresses: 'addresses',
  networks: 'platform networks',
  dataNetworks: 'data networks',
  timing: 'PTP interfaces',
  peerNeighbours: 'neighbours of the host it is compared with',
};

export function NetworkNotes({ seen: { model, reading } }: { seen: HostNetworkSeen }) {
  return (
    <ReadingNotes
      what="The network of this host"
      reading={reading}
      unread={(model?.network.unread ?? []).map(({ part, message }) => ({ name: PARTS[part], message }))}
      odd={model?.network.unreadable ?? []}
    />
  );
}

/** Observations are no faults: the platform has no rule about cabling. */
export function CablingNote({
  observations,
  onShow,
}: {
  observations: readonly Observation[];
  onShow: (key: string) => void;
}) {
  if (observations.length === 0) return null;
  return (
    <Note title={`Cabling: ${formatCounted(observations.length, 'observation')}.`}>
      <ul aria-label="Observations about cabling" className="flex flex-col gap-0.5">
        {observations.map(({ key, at, what, why }) => (
          <li key={key} className="[overflow-wrap:anywhere]">
            <span className="text-ink">{what}</span> {why}{' '}
            <button type="button" className="link max-md:block max-md:min-h-11" onClick={() => onShow(at)}>
              Show<span className="sr-only"> {what}</span>
            </button>
          </li>
        ))}
      </ul>
    </Note>
  );
}
