'use client';
import { type CoreMap, type Cpu, coreMap, cpuUses } from '@/lib/domain/host-parts';
import { useView } from '@/lib/queries/view';
import { PartPanel } from './part-panel';

/** Shades by function; none of them is a verdict. Order: what the platform keeps first. */
const SHADES: Record<string, string> = {
  Platform: 'fill-series-4',
  vSwitch: 'fill-series-4',
  Shared: 'fill-series-1',
  'Application-isolated': 'fill-series-2',
};
const shade = (use: string | null) => SHADES[use ?? ''] ?? 'fill-series-3';

/** Processors as a core map: a box per core, halved by its hardware threads, shaded by what they are for. */
export function ProcessorPanel({ hostId }: { hostId: string }) {
  const seen = useView('hostProcessors', { hostId });
  const cpus = seen?.data?.rows ?? [];
  const map = coreMap(cpus);
  return (
    <PartPanel title="Processor" seen={seen} meta={summary(cpus, map)} actions={<Legend cpus={cpus} />}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="text-ink-3">None inventoried yet.</p>
        ) : (
          <div className="grid gap-x-5 gap-y-3 md:grid-cols-2">
            {map.map(({ node, cores }) => (
              <div key={node}>
                <h3 className="mb-1.5 text-ink-3 text-small">NUMA node {node ?? 'unknown'}</h3>
                <ul
                  className="flex flex-wrap gap-[3px]"
                  aria-label={`Cores of NUMA node ${node ?? 'unknown'}`}
                >
                  {cores.map(({ core, threads }) => (
                    <li key={threads[0]?.id} className="flex">
                      <CoreBox core={core} threads={threads} />
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        )
      }
    </PartPanel>
  );
}

function CoreBox({ core, threads }: { core: number | null; threads: readonly Cpu[] }) {
  const words = threads.map(({ number, use }) => `${number} ${use ?? 'unassigned'}`).join(', ');
  const label = `Core ${core ?? 'unknown'}: ${words}`;
  const width = 20 / Math.max(1, threads.length);
  return (
    <svg width="20" height="22" role="img" aria-label={label}>
      <title>{label}</title>
      {threads.map(({ id, use }, index) => (
        <rect
          key={id}
          x={index * width}
          width={width - (index < threads.length - 1 ? 1 : 0)}
          height="22"
          rx="2"
          className={shade(use)}
        />
      ))}
    </svg>
  );
}

function Legend({ cpus }: { cpus: readonly Cpu[] }) {
  return (
    <ul className="hidden gap-3 text-ink-2 text-small md:flex" aria-label="Threads by function">
      {cpuUses(cpus).map(({ use, threads }) => (
        <li key={use} className="flex items-center gap-1.5">
          <svg width="9" height="9" aria-hidden>
            <rect width="9" height="9" rx="2" className={shade(use)} />
          </svg>
          {use.replace('-', ', ')} {threads}
        </li>
      ))}
    </ul>
  );
}

function summary(cpus: readonly Cpu[], map: CoreMap): string | undefined {
  if (cpus.length === 0) return undefined;
  const model = cpus.find((cpu) => cpu.model !== null)?.model;
  const name = model
    ?.replace(/\((?:R|TM)\)/g, '')
    .replace(/\s+CPU\s+@.*$/, '')
    .replace(/\s+/g, ' ');
  return `${map.length} x ${name ?? 'unknown model'}, ${cpus.length} threads`;
}
