'use client';
/** What is not known of the topology. */
import { ReadingNotes } from '@/components/ui/reading-notes';
import type { TopologyPart } from '@/lib/domain/network/topology-facts';
import type { TopologySeen } from './use-topology';

const PARTS: Record<TopologyPart, string> = {
  cables: 'LLDP neighbours',
  networks: 'data networks',
  uses: 'interfaces of data networks',
};

export function TopologyNotes({ seen: { model, reading } }: { seen: TopologySeen }) {
  return (
    <ReadingNotes
      what="The topology"
      reading={reading}
      unread={(model?.facts.unread ?? []).map(({ part, message }) => ({ name: PARTS[part], message }))}
      odd={model?.facts.unreadable ?? []}
    />
  );
}
