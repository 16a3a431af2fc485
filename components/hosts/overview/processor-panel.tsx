'use client';
import Link from 'next/link';
import { type Cpu, coreMap } from '@/lib/domain/host-parts';
import { useView } from '@/lib/queries/view';
import { CoreLegend, CoreMap, processorModel } from '../drawing/core-map';
import { PartPanel } from './part-panel';

/** Processors as a core map; what can be done with them is on their tab. @param href of the host */
export function ProcessorPanel({ hostId, href }: { hostId: string; href: string }) {
  const seen = useView('hostProcessors', { hostId });
  const cpus = seen?.data?.rows ?? [];
  return (
    <PartPanel
      title="Processor"
      seen={seen}
      meta={summary(cpus)}
      actions={
        <>
          <CoreLegend cpus={cpus} className="max-lg:hidden" />
          <Link className="link" href={`${href}/processor`} prefetch={false}>
            Assignments
          </Link>
        </>
      }
    >
      {({ rows }) =>
        rows.length === 0 ? <p className="text-ink-3">None inventoried yet.</p> : <CoreMap cpus={rows} />
      }
    </PartPanel>
  );
}

function summary(cpus: readonly Cpu[]): string | undefined {
  if (cpus.length === 0) return undefined;
  return `${coreMap(cpus).length} x ${processorModel(cpus) ?? 'unknown model'}, ${cpus.length} threads`;
}
