'use client';
/** The fields of one NUMA node, with what they make of it as they are typed. */
import { TextField } from '@/components/ui/text-field';
import { type MemoryWish, totalsOf, wishOf } from '@/lib/domain/capacity/memory-plan';
import {
  type MemoryFacts,
  type MemoryField,
  memoryFault,
  overWords,
} from '@/lib/domain/capacity/memory-rules';
import type { MemoryNode } from '@/lib/domain/host-parts';
import { formatMib } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/number';
import { MemoryBar } from '../drawing/memory-bar';
import { wishedParts } from '../drawing/memory-words';
import { wholeNumber } from './cpu-draft';
import { fieldText, type MemoryDraft, withField } from './memory-draft';

type Props = {
  node: MemoryNode;
  /** null: a field holds no number. */
  wish: MemoryWish | null;
  draft: MemoryDraft;
  facts: MemoryFacts;
  percent: boolean;
  /** Has the host huge pages, and a vswitch with its own? */
  pages: boolean;
  vswitch: boolean;
  first: boolean;
  onChange: (draft: MemoryDraft) => void;
};

export function MemoryFields({ node, wish, pages, vswitch, ...more }: Props) {
  const fields: readonly { field: MemoryField; label: string; unit: string }[] = [
    { field: 'reservedMib', label: 'Reserved for the platform', unit: 'MiB' },
    ...(pages
      ? ([
          { field: 'pages2M', label: 'Pages of 2 MiB', unit: more.percent ? '%' : 'pages' },
          { field: 'pages1G', label: 'Pages of 1 GiB', unit: more.percent ? '%' : 'pages' },
        ] as const)
      : []),
    ...(vswitch ? ([{ field: 'vswitchPages', label: 'For the vSwitch', unit: 'pages' }] as const) : []),
  ];
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="field-label mb-1.5">NUMA node {node.node ?? 'unknown'}</legend>
      {fields.map((one, index) => (
        <Amount
          key={one.field}
          {...one}
          {...{ node, wish }}
          {...more}
          autoFocus={more.first && index === 0}
        />
      ))}
      <Totals node={node} wish={wish} />
    </fieldset>
  );
}

type AmountProps = Pick<Props, 'node' | 'wish' | 'draft' | 'facts' | 'percent' | 'onChange'> & {
  field: MemoryField;
  label: string;
  unit: string;
  autoFocus: boolean;
};

function Amount({ node, wish, draft, facts, percent, onChange, field, label, unit, autoFocus }: AmountProps) {
  const text = fieldText(draft, node, field, percent);
  const had = wishOf(node);
  const comparable = field === 'reservedMib' || field === 'vswitchPages' || percent === had.asPercentage;
  const was = comparable ? String(had[field] ?? '') : text;
  const odd = text !== '' && wholeNumber(text) === null ? `A whole number of ${unit}` : null;
  const least = field === 'reservedMib' ? node.minimumReservedMib : null;
  return (
    <TextField
      label={label}
      unit={unit}
      mono
      inputMode="numeric"
      {...(autoFocus ? { 'data-autofocus': '' } : {})}
      value={text}
      was={text === was ? null : was}
      {...(least === null ? {} : { help: `At least ${formatCount(least)} MiB` })}
      error={odd ?? (wish ? memoryFault(node, wish, field, facts) : null)}
      onChange={(event) => onChange(withField(draft, node, field, event.target.value))}
    />
  );
}

function Totals({ node, wish }: Pick<Props, 'node' | 'wish'>) {
  if (!wish) return <p className="text-ink-3">What remains: not known yet</p>;
  const { wholeMib, smallMib } = totalsOf(node, wish);
  const over = overWords(node, wish);
  return (
    <div className="flex flex-col gap-1.5" aria-live="polite">
      <MemoryBar parts={wishedParts(node, wish)} whole={wholeMib ?? 0} />
      <p className="tabular-nums">
        {smallMib === null
          ? 'The platform does not tell how much the node has'
          : smallMib < 0
            ? 'Nothing remains in pages of 4 KiB'
            : `${formatMib(smallMib)} remain in pages of 4 KiB, of about ${formatMib(wholeMib ?? 0)}`}
      </p>
      {over && <p className="text-major-fg">{over}</p>}
    </div>
  );
}
