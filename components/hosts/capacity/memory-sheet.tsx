'use client';
/** Changes the memory of the NUMA nodes of a host: each is one request, in order, taken back when one is refused. */
import { useState } from 'react';
import { RadioGroup } from '@/components/ui/radio';
import { SelectField } from '@/components/ui/select';
import type { CapacityCall } from '@/lib/domain/capacity/calls';
import { VSWITCH_SIZES } from '@/lib/domain/capacity/memory-plan';
import {
  type MemoryFacts,
  memoryVerdict,
  offersPages,
  offersVswitchPages,
} from '@/lib/domain/capacity/memory-rules';
import { type Host, hostName } from '@/lib/domain/host';
import type { MemoryNode } from '@/lib/domain/host-parts';
import { denied } from '@/lib/domain/result';
import { formatCounted } from '@/lib/format/number';
import { MemoryLegend } from '../drawing/memory-bar';
import { pageSize } from '../drawing/memory-words';
import { CapacitySheet } from './capacity-sheet';
import {
  changeIn,
  countedAs,
  inPercent,
  type MemoryDraft,
  NO_MEMORY_DRAFT,
  wishIn,
  withPercent,
} from './memory-draft';
import { MemoryFields } from './memory-fields';
import { useCapacityContext } from './use-capacity';

type Props = { host: Host; nodes: readonly MemoryNode[]; onClose: () => void };

export function MemorySheet({ host, nodes, onClose }: Props) {
  const [draft, setDraft] = useState<MemoryDraft>(NO_MEMORY_DRAFT);
  const facts: MemoryFacts = { host, ...useCapacityContext() };
  const pages = offersPages(host);
  const vswitch = offersVswitchPages(facts);
  const wishes = nodes.map((node) => ({ node, wish: wishIn(draft, node, inPercent(draft, node)) }));
  const calls = wishes.flatMap(({ node, wish }): CapacityCall[] => {
    const to = wish && changeIn(node, wish, pages);
    return to ? [{ do: 'memory.change', memory: node.id, node: node.node ?? 0, to }] : [];
  });
  const odd = wishes.some(({ wish }) => wish === null);
  const name = hostName(host);
  return (
    <CapacitySheet
      title={`Memory of ${name}`}
      sentence="What is reserved and how many huge pages there are takes effect with the next unlock. What remains is in pages of 4 KiB."
      button={`Save ${formatCounted(calls.length, 'change')}`}
      done={`Memory of ${name} is changed, in force after the next unlock`}
      gap={odd ? 'Amounts are whole numbers' : calls.length === 0 ? 'Nothing has been changed' : null}
      dirty={draft !== NO_MEMORY_DRAFT}
      review={calls.length > 1 ? 'always' : false}
      host={host}
      state={{ cpus: [], memory: nodes, kernel: null }}
      calls={odd ? [] : calls}
      judge={(call) => {
        const node = call.do === 'memory.change' && nodes.find(({ id }) => id === call.memory);
        return node && call.do === 'memory.change'
          ? memoryVerdict(node, call.to, facts)
          : denied('This NUMA node is not there any more.');
      }}
      onClose={onClose}
    >
      {pages && (
        <RadioGroup
          label="Huge pages"
          value={countedAs(draft, nodes)}
          onValueChange={(way) => setDraft(withPercent(draft, way === 'percent'))}
          options={[
            { value: 'number', label: 'As a number of pages' },
            { value: 'percent', label: 'As a share of what the platform leaves' },
          ]}
        />
      )}
      {vswitch && (
        <SelectField
          label="Pages of the vSwitch"
          value={String(draft.vswitchSizeMib ?? nodes[0]?.vswitch.sizeMib ?? 1024)}
          onChange={(event) => setDraft({ ...draft, vswitchSizeMib: Number(event.target.value) })}
          options={VSWITCH_SIZES.map((size) => ({ value: String(size), label: pageSize(size) }))}
        />
      )}
      <MemoryLegend
        kinds={vswitch ? ['platform', 'vswitch', 'pages', 'small'] : ['platform', 'pages', 'small']}
      />
      <div className="grid gap-4 md:grid-cols-2">
        {wishes.map(({ node, wish }, index) => (
          <MemoryFields
            key={node.id}
            {...{ node, wish, draft, facts, pages, vswitch }}
            percent={inPercent(draft, node)}
            first={index === 0}
            onChange={setDraft}
          />
        ))}
      </div>
    </CapacitySheet>
  );
}
