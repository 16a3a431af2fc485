'use client';
import { OddRows } from '@/components/ui/odd-rows';
import { cpuSite } from '@/lib/domain/capacity/cpu-plan';
import { cpuHostVerdict } from '@/lib/domain/capacity/cpu-rules';
import type { Host } from '@/lib/domain/host';
import { denied } from '@/lib/domain/result';
import { useView } from '@/lib/queries/view';
import { CoreLegend, CoreMap } from '../drawing/core-map';
/** Processor tab of a host: its cores drawn, the same as a table, what its processors are, and its kernel. */
import { PartPanel } from '../overview/part-panel';
import { useHost } from '../use-host';
import { CapacityButton } from './capacity-button';
import { CoreTable } from './core-table';
import { KernelPanel } from './kernel-panel';
import { ProcessorFacts } from './processor-facts';
import { useCapacityContext } from './use-capacity';

export function ProcessorTab({ hostRef }: { hostRef: string }) {
  const seen = useHost(hostRef);
  // That the host is gone, or that hosts could not be read, is said around this tab.
  return seen.state === 'here' ? <Processor host={seen.host} /> : null;
}

function Processor({ host }: { host: Host }) {
  const seen = useView('hostProcessors', { hostId: host.id });
  const context = useCapacityContext();
  const cpus = seen?.data?.rows ?? [];
  const unreadable = seen?.data?.unreadable ?? [];
  const verdict =
    cpus.length === 0
      ? denied('The platform lists no processors of this host.')
      : cpuSite(cpus) && unreadable.length === 0
        ? cpuHostVerdict({ host, ...context })
        : denied('The platform does not say of every processor where it is.');
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        {unreadable.length > 0 && (
          <OddRows
            title={
              unreadable.length === 1
                ? 'One processor cannot be read.'
                : `${unreadable.length} processors cannot be read.`
            }
            rows={unreadable.map((row, index) => ({
              ...{ key: row.id ?? String(index), what: 'Processor', name: row.name, why: row.why },
            }))}
          >
            They are missing below.
          </OddRows>
        )}
        <PartPanel
          title="Cores"
          seen={seen}
          actions={
            <CapacityButton hostId={host.id} job="cpus" verdict={verdict}>
              Assign cores…
            </CapacityButton>
          }
        >
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="text-ink-3">None inventoried yet.</p>
            ) : (
              <>
                <CoreLegend cpus={rows} className="mb-3" />
                <CoreMap cpus={rows} />
              </>
            )
          }
        </PartPanel>
        {seen?.data && cpus.length > 0 && <CoreTable cpus={cpus} />}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <ProcessorFacts host={host} />
        <KernelPanel host={host} />
      </div>
    </div>
  );
}
