'use client';
/** More rows for labels: one that the platform knows, one of one's own, or many that are pasted. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { OptionField } from '@/components/action/option-field';
import { Button } from '@/components/ui/button';
import { TextareaField } from '@/components/ui/textarea';
import { KNOWN_LABELS } from '@/lib/domain/label/known-labels';
import type { LabelPair } from '@/lib/domain/label/label-calls';
import { type LabelRow, pairsIn } from '@/lib/domain/label/label-draft';
import { type LabelFacts, lockVerdict } from '@/lib/domain/label/label-rules';
import { option } from '@/lib/domain/option';
import { formatCounted } from '@/lib/format/number';

type Props = {
  facts: LabelFacts;
  rows: readonly LabelRow[];
  onAdd: (pairs: readonly LabelPair[]) => void;
};

export function AddLabels({ facts, rows, onAdd }: Props) {
  const [pasted, setPasted] = useState('');
  const found = pairsIn(pasted);
  const taken = (key: string) =>
    rows.some((row) => row.key === key)
      ? 'above'
      : lockVerdict([key], facts.host).ok
        ? null
        : 'needs a locked host';
  const pick = (key: string) => {
    const values = KNOWN_LABELS.find((one) => one.key === key)?.values ?? [];
    if (key !== '') onAdd([{ key, value: values[0] ?? '' }]);
  };
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <OptionField
          className="min-w-0 flex-1"
          label="Add one that the platform knows"
          value=""
          options={KNOWN_LABELS.map(({ key }) => option(key, taken(key)))}
          onPick={pick}
        />
        <Button
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => onAdd([{ key: '', value: '' }])}
        >
          Another label
        </Button>
      </div>
      <details>
        <summary className="link-quiet w-fit text-small text-ink-2 max-md:min-h-11 max-md:content-center">
          Paste several
        </summary>
        <div className="flex flex-col gap-2 pt-2">
          <TextareaField
            label="Labels"
            help="One a line, as key=value"
            mono
            rows={4}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
          <Button
            className="w-fit"
            {...(found.length > 0 ? {} : { disabledReason: 'Nothing was pasted' })}
            onClick={() => {
              onAdd(found);
              setPasted('');
            }}
          >
            {found.length > 0 ? `Take ${formatCounted(found.length, 'label')}` : 'Take labels'}
          </Button>
        </div>
      </details>
    </>
  );
}
