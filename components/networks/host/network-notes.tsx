'use client';
/** What is not known of the network, and what is worth a second look. */
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { OptionalPart, Unread } from '@/lib/domain/network/host-network';
import type { Observation } from '@/lib/domain/network/observations';
import { formatCounted } from '@/lib/format/number';
import { listWords } from '@/lib/format/words';
import type { HostNetworkSeen } from './use-host-network';

const PARTS: Record<OptionalPart, string> = {
  neighbours: 'LLDP neighbours',
  addresses: 'addresses',
  networks: 'platform networks',
  dataNetworks: 'data networks',
  timing: 'PTP interfaces',
  peerNeighbours: 'neighbours of the host it is compared with',
};

const sentence = (unread: readonly Unread<OptionalPart>[]): string => {
  const words = listWords(unread.map(({ part }) => PARTS[part]));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} could not be read.`;
};

export function NetworkNotes({ seen: { model, reading } }: { seen: HostNetworkSeen }) {
  const unread = model?.network.unread ?? [];
  const odd = model?.network.unreadable ?? [];
  return (
    <>
      {reading?.error && (
        <Note tone="unknown" live="polite" title="The network of this host could not be read.">
          <span className="mono">{reading.error.message}</span>
          {reading.asOf !== undefined && (
            <>
              {' '}
              You see what was read at <Time at={reading.asOf} form="clock" />.
            </>
          )}
        </Note>
      )}
      {unread.length > 0 && (
        <Note tone="unknown" live="polite" title={sentence(unread)}>
          <span className="mono">{[...new Set(unread.map(({ message }) => message))].join(' ')}</span> The
          rest stands.
        </Note>
      )}
      {odd.length > 0 && (
        <Note tone="unknown" title={`${formatCounted(odd.length, 'row')} cannot be read.`}>
          {odd.map(({ id, name, why }) => (
            <span key={`${id} ${name} ${why}`} className="mono block [overflow-wrap:anywhere]">
              {name ?? id ?? 'Without a name'}: {why}
            </span>
          ))}
        </Note>
      )}
    </>
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
