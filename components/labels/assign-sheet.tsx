'use client';
/** Assigning several labels at once: known ones chosen, own ones typed, many pasted. */
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import { isOfKubernetes, needsLock } from '@/lib/domain/label/known-labels';
import type { LabelPair } from '@/lib/domain/label/label-calls';
import { isBlank, type LabelRow, pairsOf, rowErrors } from '@/lib/domain/label/label-draft';
import { type LabelFacts, stalldVerdict } from '@/lib/domain/label/label-rules';
import { formatCounted } from '@/lib/format/number';
import { AddLabels } from './add-labels';
import { LabelRowFields } from './label-row-fields';
import { LabelSheet } from './label-sheet';

type Props = { facts: LabelFacts; first?: string | undefined; onClose: () => void };

const begin = (facts: LabelFacts, first: string | undefined): LabelRow => ({
  row: 0,
  key: first ?? '',
  value: facts.labels.find(({ key }) => key === first)?.value ?? '',
});

export function AssignSheet({ facts, first, onClose }: Props) {
  const [rows, setRows] = useState<readonly LabelRow[]>(() => [begin(facts, first)]);
  const [overwrite, setOverwrite] = useState(first !== undefined);
  const name = hostName(facts.host);
  const errors = new Map(rows.map((row) => [row.row, rowErrors(row, rows, overwrite, facts)]));
  const labels = pairsOf(rows);
  const bad = [...errors.values()].some(({ key, value }) => key !== null || value !== null);
  const stalld = stalldVerdict(labels, facts);
  const change = (row: number, to: Partial<LabelPair>) =>
    setRows((now) => now.map((one) => (one.row === row ? { ...one, ...to } : one)));
  const add = (pairs: readonly LabelPair[]) =>
    setRows((now) => {
      const next = Math.max(-1, ...now.map(({ row }) => row)) + 1;
      // An empty row that waits is the first to be taken.
      return [
        ...now.filter((one) => !isBlank(one)),
        ...pairs.map((one, index) => ({ ...one, row: next + index })),
      ];
    });
  return (
    <LabelSheet
      title={first === undefined ? `Assign labels to ${name}` : `Change ${first} of ${name}`}
      sentence="All of them in one request, or none. Kubernetes has them at once, or when the host joins it."
      button={labels.length === 1 ? 'Assign label' : `Assign ${formatCounted(labels.length, 'label')}`}
      done={`${formatCounted(labels.length, 'label')} of ${name} were assigned`}
      facts={facts}
      calls={labels.length > 0 && !bad ? [{ do: 'labels.assign', labels, overwrite }] : []}
      gap={
        labels.length === 0
          ? 'A label is needed'
          : bad
            ? 'Something is wrong with a label'
            : stalld.ok
              ? null
              : stalld.why
      }
      dirty={labels.some(({ key, value }) => key !== (first ?? '') || value !== begin(facts, first).value)}
      onClose={onClose}
    >
      <ul aria-label="Labels" className="flex flex-col gap-3">
        {rows.map((row, index) => (
          <LabelRowFields
            key={row.row}
            row={row}
            number={index + 1}
            fixed={row.row === 0 && first !== undefined}
            errors={errors.get(row.row) ?? { key: null, value: null }}
            focus={index === 0}
            onChange={(to) => change(row.row, to)}
            onRemove={rows.length > 1 ? () => setRows(rows.filter((one) => one !== row)) : null}
          />
        ))}
      </ul>
      {first === undefined && <AddLabels facts={facts} rows={rows} onAdd={add} />}
      <Checkbox
        checked={overwrite}
        onCheckedChange={setOverwrite}
        label="Overwrite labels that are there"
        help="Without it the platform refuses all of them when one is there already"
      />
      {labels.some(({ key }) => isOfKubernetes(key)) && (
        <Note tone="minor">
          Kubernetes keeps labels of its own domains itself, and may set them to something else.
        </Note>
      )}
      {labels.some(({ key }) => needsLock(key)) && (
        <Note tone="info">What needs a locked host takes effect when {name} is unlocked.</Note>
      )}
    </LabelSheet>
  );
}
