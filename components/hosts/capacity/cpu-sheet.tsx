'use client';
/** Gives the cores of a host their functions: numbers by NUMA node, or isolated cores one by one, and what comes of it. */
import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import { TextField } from '@/components/ui/text-field';
import {
  allocate,
  type CpuPlan,
  type CpuSite,
  coresLeft,
  cpuUseLabel,
  type GivenUse,
  movedBy,
  planOf,
  threadsOf,
} from '@/lib/domain/capacity/cpu-plan';
import { type CpuFacts, countFault, cpuPlanVerdict, offersVswitch } from '@/lib/domain/capacity/cpu-rules';
import { type Host, hostName } from '@/lib/domain/host';
import type { Cpu } from '@/lib/domain/host-parts';
import { formatCounted } from '@/lib/format/number';
import { CoreLegend, CoreMap } from '../drawing/core-map';
import { CapacitySheet } from './capacity-sheet';
import { CorePicker } from './core-picker';
import {
  type CpuDraft,
  countText,
  NO_CPU_DRAFT,
  pickedOf,
  planIn,
  wayOf,
  wholeNumber,
  withCount,
} from './cpu-draft';
import { useCapacityContext } from './use-capacity';

type Props = { host: Host; cpus: readonly Cpu[]; site: CpuSite; onClose: () => void };

export function CpuSheet({ host, cpus, site, onClose }: Props) {
  const [draft, setDraft] = useState<CpuDraft>(NO_CPU_DRAFT);
  const context = useCapacityContext();
  const facts: CpuFacts = { host, site, ...context };
  const now = planOf(site);
  const held = site.cpus.flatMap(({ number, use }) => (use === 'Application-isolated' ? [number] : []));
  const plan = planIn(draft, now, held);
  const vswitch = offersVswitch(facts);
  const moved = plan ? movedBy(site, plan) : [];
  const fits = plan === null || allocate(site, plan) !== null;
  const name = hostName(host);
  const gap =
    plan === null
      ? 'Cores are whole numbers'
      : fits && moved.length === 0
        ? 'Nothing has been changed'
        : null;
  return (
    <CapacitySheet
      title={`Assign cores of ${name}`}
      sentence="The platform takes the lowest cores of each NUMA node, threads together: platform first, isolated last. It counts from the next unlock."
      button={moved.length === 0 ? 'Save' : `Change ${formatCounted(moved.length, 'thread')}`}
      done={`Cores of ${name} are assigned, in force after the next unlock`}
      gap={gap}
      dirty={draft !== NO_CPU_DRAFT}
      host={host}
      state={{ cpus, memory: [], kernel: null }}
      calls={plan && gap === null ? [{ do: 'cpus.assign', plan, vswitch }] : []}
      judge={() => (plan ? cpuPlanVerdict(plan, facts) : cpuPlanVerdict(now, facts))}
      onClose={onClose}
    >
      <Numbers {...{ draft, now, site, facts, plan, vswitch }} onChange={setDraft} />
      <RadioGroup
        label="Isolated cores"
        value={wayOf(draft, now)}
        onValueChange={(way) => setDraft({ ...draft, way })}
        options={[
          { value: 'count', label: 'By number', help: 'The platform takes the first that are left.' },
          { value: 'list', label: 'These cores', help: 'Picked one by one, with all their threads.' },
        ]}
      />
      {wayOf(draft, now) === 'list' && (
        <CorePicker
          cpus={cpus}
          picked={pickedOf(draft, now, held)}
          onChange={(picked) => setDraft({ ...draft, picked })}
        />
      )}
      <Outcome cpus={cpus} site={site} plan={plan} moved={moved} />
    </CapacitySheet>
  );
}

type NumbersProps = {
  draft: CpuDraft;
  now: CpuPlan;
  site: CpuSite;
  facts: CpuFacts;
  plan: CpuPlan | null;
  vswitch: boolean;
  onChange: (draft: CpuDraft) => void;
};

/** A group of fields for each NUMA node, with what is left of it. */
function Numbers({ draft, now, site, facts, plan, vswitch, onChange }: NumbersProps) {
  const listed = wayOf(draft, now) === 'list';
  const uses: GivenUse[] = [
    'Platform',
    ...(vswitch ? (['Vswitch'] as const) : []),
    'Shared',
    ...(listed ? [] : (['Application-isolated'] as const)),
  ];
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {[...now.counts.Platform.keys()].map((node) => (
        // Nodes are numbered from 0: their place is their name.
        <fieldset key={node} className="flex min-w-0 flex-col gap-3">
          <legend className="field-label mb-1.5">NUMA node {node}</legend>
          {uses.map((use) => {
            const text = countText(draft, now, use, node);
            const was = String(now.counts[use][node] ?? 0);
            const odd = wholeNumber(text) === null ? 'A whole number of cores' : null;
            return (
              <TextField
                key={use}
                label={cpuUseLabel(use)}
                unit="cores"
                mono
                inputMode="numeric"
                {...(node === 0 && use === 'Platform' ? { 'data-autofocus': '' } : {})}
                value={text}
                was={text === was ? null : was}
                error={odd ?? (plan ? countFault(plan, use, node, facts) : null)}
                onChange={(event) => onChange(withCount(draft, use, node, event.target.value))}
              />
            );
          })}
          <Left site={site} plan={plan} node={node} />
        </fieldset>
      ))}
    </div>
  );
}

function Left({ site, plan, node }: { site: CpuSite; plan: CpuPlan | null; node: number }) {
  const has = threadsOf(site, node) / site.threads;
  if (!plan) return <p className="text-ink-3">Applications: not known yet</p>;
  const left = coresLeft(site, plan, node);
  return (
    <p className="tabular-nums" aria-live="polite">
      {left < 0 ? (
        <span className="text-crit-fg">{formatCounted(-left, 'core')} more than the node has</span>
      ) : (
        <>
          Applications: {left} of {formatCounted(has, 'core')}
        </>
      )}
    </p>
  );
}

type OutcomeProps = { cpus: readonly Cpu[]; site: CpuSite; plan: CpuPlan | null; moved: readonly number[] };

/** Every core as it would be, those that change outlined. */
function Outcome({ cpus, site, plan, moved }: OutcomeProps) {
  const uses = plan && allocate(site, plan);
  if (!uses) {
    return <Note tone="unknown">What each core would get shows once the numbers fit.</Note>;
  }
  const then = cpus.map((cpu) => ({ ...cpu, use: uses.get(cpu.number) ?? cpu.use }));
  return (
    <section aria-label="After the change" className="flex flex-col gap-2">
      <h3 className="field-label">After the change</h3>
      <CoreLegend cpus={then} />
      <CoreMap cpus={then} moved={new Set(moved)} />
    </section>
  );
}
