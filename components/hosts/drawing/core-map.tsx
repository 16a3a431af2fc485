/** Cores of a host as boxes, halved by their hardware threads, shaded by what they are for: of its overview, its tab and its sheet. */
import { clsx } from 'clsx';
import { cpuUseLabel } from '@/lib/domain/capacity/cpu-plan';
import { type Cpu, coreMap, cpuUses } from '@/lib/domain/host-parts';

/** Shades by function; none of them is a verdict. Order: what the platform keeps first. */
const SHADES: Record<string, string> = {
  Platform: 'fill-series-4',
  Vswitch: 'fill-accent',
  Shared: 'fill-series-1',
  'Application-isolated': 'fill-series-2',
};
const shade = (use: string | null) => SHADES[use ?? ''] ?? 'fill-series-3';

type Props = {
  cpus: readonly Cpu[];
  /** Numbers of processors that a change gives another function. */
  moved?: ReadonlySet<number>;
};

export function CoreMap({ cpus, moved }: Props) {
  return (
    <div className="grid gap-x-5 gap-y-3 md:grid-cols-2">
      {coreMap(cpus).map(({ node, cores }) => (
        <div key={node} className="min-w-0">
          <h3 className="mb-1.5 text-ink-3 text-small">NUMA node {node ?? 'unknown'}</h3>
          <ul className="flex flex-wrap gap-[3px]" aria-label={`Cores of NUMA node ${node ?? 'unknown'}`}>
            {cores.map(({ core, threads }) => (
              <li key={threads[0]?.id} className="flex">
                <CoreBox
                  core={core}
                  threads={threads}
                  moved={threads.some(({ number }) => moved?.has(number))}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

type BoxProps = { core: number | null; threads: readonly Cpu[]; moved: boolean };

function CoreBox({ core, threads, moved }: BoxProps) {
  const words = threads.map(({ number, use }) => `${number} ${use ?? 'unassigned'}`).join(', ');
  const label = `Core ${core ?? 'unknown'}: ${words}${moved ? ', changes' : ''}`;
  const width = 20 / Math.max(1, threads.length);
  return (
    <svg
      width="20"
      height="22"
      role="img"
      aria-label={label}
      className={clsx(moved && 'rounded-1 outline-2 outline-accent')}
    >
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

/** Threads by function. */
export function CoreLegend({ cpus, className }: { cpus: readonly Cpu[]; className?: string }) {
  return (
    <ul
      className={clsx('flex flex-wrap gap-x-3 gap-y-1 text-ink-2 text-small', className)}
      aria-label="Threads by function"
    >
      {cpuUses(cpus).map(({ use, threads }) => (
        <li key={use} className="flex items-center gap-1.5">
          <svg width="9" height="9" aria-hidden>
            <rect width="9" height="9" rx="2" className={shade(use)} />
          </svg>
          {cpuUseLabel(use)} {threads}
        </li>
      ))}
    </ul>
  );
}

/** "Intel Xeon Gold 6338N": without trade marks and frequency. null: not told */
export function processorModel(cpus: readonly Cpu[]): string | null {
  const model = cpus.find((cpu) => cpu.model !== null)?.model;
  return (
    model
      ?.replace(/\((?:R|TM)\)/g, '')
      .replace(/\s+CPU\s+@.*$/, '')
      .replace(/\s+/g, ' ') ?? null
  );
}
