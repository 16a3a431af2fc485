'use client';
/** One label of a form: its key, and its value, which is chosen where the platform knows only some. */
import { X } from 'lucide-react';
import { OptionField } from '@/components/action/option-field';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { knownLabel, labelDoes } from '@/lib/domain/label/known-labels';
import type { LabelPair } from '@/lib/domain/label/label-calls';
import type { LabelRow, RowErrors } from '@/lib/domain/label/label-draft';
import { option } from '@/lib/domain/option';

type Props = {
  row: LabelRow;
  /** From 1: tells rows apart where they are read aloud. */
  number: number;
  /** The key is not to be changed. */
  fixed: boolean;
  errors: RowErrors;
  focus: boolean;
  onChange: (to: Partial<LabelPair>) => void;
  /** null: the only one. */
  onRemove: (() => void) | null;
};

export function LabelRowFields({ row, number, fixed, errors, focus, onChange, onRemove }: Props) {
  const known = knownLabel(row.key);
  const error = row.key === '' && row.value === '' ? null : errors.value;
  return (
    <li className="flex items-start gap-2">
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
        <TextField
          label={`Key ${number}`}
          mono
          value={row.key}
          readOnly={fixed}
          error={errors.key}
          help={labelDoes(row.key)}
          {...(focus && !fixed ? { 'data-autofocus': '' } : {})}
          onChange={(event) => onChange({ key: event.target.value.trim() })}
        />
        {known?.values ? (
          <OptionField
            label={`Value ${number}`}
            value={row.value}
            options={known.values.map((value) => option(value))}
            error={error}
            onPick={(value) => onChange({ value })}
          />
        ) : (
          <TextField
            label={`Value ${number}`}
            mono
            optional
            value={row.value}
            error={error}
            {...(focus && fixed ? { 'data-autofocus': '' } : {})}
            onChange={(event) => onChange({ value: event.target.value.trim() })}
          />
        )}
      </div>
      {onRemove && (
        <IconButton
          label={`Leave out label ${number}`}
          className="mt-6"
          icon={<X size={16} strokeWidth={1.75} aria-hidden />}
          onClick={onRemove}
        />
      )}
    </li>
  );
}
