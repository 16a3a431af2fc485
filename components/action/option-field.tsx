'use client';
/** One of several; what cannot be chosen says why in its place. */
import type { FieldFrame } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select';
import type { Option } from '@/lib/domain/option';

type Props = FieldFrame & {
  value: string;
  options: readonly Option[];
  onPick: (value: string) => void;
};

export function OptionField({ value, options, onPick, ...frame }: Props) {
  // A word that the platform has and Roost does not know stays what it is.
  const known = options.some((one) => one.value === value);
  const list = known || value === '' ? options : [...options, { value, label: value, why: null }];
  return (
    <SelectField
      {...frame}
      value={value}
      {...(list.some((one) => one.value === '') ? {} : { placeholder: 'Choose' })}
      options={list.map((one) => ({
        value: one.value,
        label: one.why === null ? one.label : `${one.label} (${one.why})`,
        disabled: one.why !== null && one.value !== value,
      }))}
      onChange={({ target }) => onPick(target.value)}
    />
  );
}
