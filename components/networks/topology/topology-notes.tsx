'use client';
/** What is not known of the topology. */
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { TopologyPart } from '@/lib/domain/network/topology-facts';
import { formatCounted } from '@/lib/format/number';
import { listWords, raiseFirst } from '@/lib/format/words';
import type { TopologySeen } from './use-topology';

const PARTS: Record<TopologyPart, string> = {
  cables: 'LLDP neighbours',
  networks: 'data networks',
  uses: 'interfaces of data networks',
};

export function TopologyNotes({ seen: { model, reading } }: { seen: TopologySeen }) {
  const unread = model?.facts.unread ?? [];
  const odd = model?.facts.unreadable ?? [];
  return (
    <>
      {reading?.error && (
        <Note tone="unknown" live="polite" title="The topology could not be read.">
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
        <Note
          tone="unknown"
          live="polite"
          title={`${raiseFirst(listWords(unread.map(({ part }) => PARTS[part])))} could not be read.`}
        >
          <span className="mono">{[...new Set(unread.map(({ message }) => message))].join(' ')}</span> The
          rest stands.
        </Note>
      )}
      {odd.length > 0 && (
        <Note tone="unknown" title={`${formatCounted(odd.length, 'row')} cannot be read.`}>
          {odd.map(({ id, name, why }, index) => (
            <span key={id ?? `${index} ${why}`} className="mono block [overflow-wrap:anywhere]">
              {name ?? id ?? 'Without a name'}: {why}
            </span>
          ))}
        </Note>
      )}
    </>
  );
}
