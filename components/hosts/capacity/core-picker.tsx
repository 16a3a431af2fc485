'use client';
/** Cores of a NUMA node to pick from, each with all its threads: half of a core alone isolates nothing. */
import { clsx } from 'clsx';
import { type CoreMap, type Cpu, coreMap } from '@/lib/domain/host-parts';

type Props = {
  cpus: readonly Cpu[];
  picked: readonly number[];
  onChange: (picked: readonly number[]) => void;
};

export function CorePicker({ cpus, picked, onChange }: Props) {
  return (
    <div className="grid gap-x-5 gap-y-3 md:grid-cols-2">
      {coreMap(cpus).map(({ node, cores }) => (
        <fieldset key={node} className="min-w-0">
          <legend className="mb-1.5 text-ink-3 text-small">NUMA node {node ?? 'unknown'}</legend>
          <div className="flex flex-wrap gap-1 max-md:gap-1.5">
            {cores.map((core) => (
              <CoreToggle key={core.threads[0]?.id} core={core} picked={picked} onChange={onChange} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

type ToggleProps = Omit<Props, 'cpus'> & { core: CoreMap[number]['cores'][number] };

function CoreToggle({ core: { core, threads }, picked, onChange }: ToggleProps) {
  const numbers = threads.map(({ number }) => number);
  const on = numbers.some((number) => picked.includes(number));
  const others = picked.filter((number) => !numbers.includes(number));
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={`Core ${core ?? 'unknown'}, processors ${numbers.join(' and ')}`}
      className={clsx(
        'mono size-8 rounded-1 border text-small max-md:size-11',
        on ? 'border-accent bg-selected text-ink' : 'border-line text-ink-2 hover:bg-hover',
      )}
      onClick={() => onChange(on ? others : [...others, ...numbers])}
    >
      {core ?? '?'}
    </button>
  );
}
