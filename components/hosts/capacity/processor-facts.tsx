'use client';
/** What the processors of a host are. How fast they may run is set with the host's other fields. */
import { Kv, KvRow } from '@/components/ui/kv';
import type { Host } from '@/lib/domain/host';
import { type Cpu, coreMap } from '@/lib/domain/host-parts';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { openAction } from '@/lib/queries/action-store';
import { useView } from '@/lib/queries/view';
import { processorModel } from '../drawing/core-map';
import { PartPanel } from '../overview/part-panel';

export function ProcessorFacts({ host }: { host: Host }) {
  const seen = useView('hostProcessors', { hostId: host.id });
  return (
    <PartPanel title="Processors" seen={seen}>
      {({ rows }) => (
        <Kv>
          <KvRow term="Model">{processorModel(rows) ?? <Unknown />}</KvRow>
          <KvRow term="Sockets">{rows.length === 0 ? <Unknown /> : formatCount(coreMap(rows).length)}</KvRow>
          <KvRow term="Cores">{coresWords(rows) ?? <Unknown />}</KvRow>
          <KvRow term="Threads">{rows.length === 0 ? <Unknown /> : formatCount(rows.length)}</KvRow>
          <KvRow term="Hyper-threading">
            {rows.length === 0 || rows.every(({ thread }) => thread === null) ? (
              <Unknown />
            ) : rows.some(({ thread }) => (thread ?? 0) > 0) ? (
              'On'
            ) : (
              'Off'
            )}
          </KvRow>
          <KvRow term="Frequency">
            <Frequency host={host} />
          </KvRow>
        </Kv>
      )}
    </PartPanel>
  );
}

const Unknown = () => <span className="text-unk-fg">Unknown</span>;

/** "16 per socket"; nodes that differ are told one by one. */
function coresWords(cpus: readonly Cpu[]): string | null {
  const counts = coreMap(cpus).map(({ cores }) => cores.length);
  const [first] = counts;
  if (first === undefined) return null;
  return counts.every((count) => count === first) ? `${first} per socket` : counts.join(' and ');
}

function Frequency({ host }: { host: Host }) {
  const { maxCpuMhzConfigured: set, maxCpuMhzAllowed: most } = host;
  const mhz = (value: number) => `${formatQuantity(value)} MHz`;
  const custom = set !== null && set !== most;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span>
        {custom ? `Up to ${mhz(set)}` : most === null ? <Unknown /> : `Up to ${mhz(most)}, the default`}
      </span>
      {host.maxCpuConfigurable ? (
        <button type="button" className="link max-md:min-h-11" onClick={() => openAction(host.id, 'edit')}>
          Edit host…
        </button>
      ) : (
        <span className="text-ink-3">not configurable</span>
      )}
    </span>
  );
}
