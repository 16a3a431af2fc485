'use client';
/** One value of one row, with what is wrong with it under it. */
import { Checkbox } from '@/components/ui/checkbox';
import { PasswordField } from '@/components/ui/password-field';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { BulkFault } from '@/lib/domain/provision/bulk-fault';
import { type BulkRow, type BulkSpec, bulkChoices } from '@/lib/domain/provision/bulk-row';
import { cellMark } from './bulk-focus';
import type { BulkModel } from './use-bulk';

type Props = {
  spec: BulkSpec;
  row: BulkRow;
  /** From 0. */
  at: number;
  fault: BulkFault | undefined;
  context: BulkModel['context'];
  set: BulkModel['deeds']['set'];
  /** The label stands above it: on a phone. */
  labelled: boolean;
};

export function BulkCell({ spec, row, at, fault, context, set, labelled }: Props) {
  const { field, kind } = spec;
  const value = row.values[field];
  const frame = {
    label: labelled ? spec.label : `${spec.label}, row ${at + 1}`,
    hideLabel: !labelled,
    error: fault?.weight === 'block' ? fault.message : null,
    help:
      fault?.weight === 'warn' ? fault.message : (labelled && field === 'mgmtMac' && 'Any notation') || null,
  };
  const change = (text: string) => set(row.id, { [field]: text });
  return (
    <div data-cell={cellMark(row.id, field)}>
      {kind === 'flag' ? (
        <Checkbox
          checked={value !== ''}
          label={frame.label}
          hideLabel={!labelled}
          help={frame.help}
          onCheckedChange={(checked) => change(checked ? 'yes' : '')}
        />
      ) : kind === 'choice' ? (
        <SelectField
          {...frame}
          placeholder={field === 'personality' ? 'Choose' : 'Not said'}
          options={bulkChoices(field, context, value)}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      ) : kind === 'secret' ? (
        <PasswordField
          {...frame}
          autoComplete="new-password"
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      ) : (
        <TextField
          {...frame}
          mono={kind === 'mono'}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </div>
  );
}
