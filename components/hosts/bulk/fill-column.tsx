'use client';
/** One value for every row that has none there: a type of board, a password that all boards share. */
import { PaintBucket } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { Popover } from '@/components/ui/popover';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import {
  BULK_FIELDS,
  BULK_SPECS,
  type BulkField,
  bulkChoices,
  bulkSpec,
  isBlank,
} from '@/lib/domain/provision/bulk-row';
import { counted } from '@/lib/domain/words';
import type { BulkModel } from './use-bulk';

/** What no two hosts share cannot be filled in for all. */
const OWN: readonly BulkField[] = ['hostname', 'mgmtMac', 'bmAddress'];

export function FillColumn({ model: { rows, context, deeds } }: { model: BulkModel }) {
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<BulkField>('bmPassword');
  const [value, setValue] = useState('');
  const spec = bulkSpec(field);
  const choices = spec.kind === 'flag' ? [{ value: 'yes', label: 'Yes' }] : bulkChoices(field, context, '');
  const count = rows.filter((row) => !isBlank(row) && row.values[field] === '').length;
  const off =
    value === '' ? 'Say what to fill in' : count === 0 ? `Every row has something in ${spec.label}` : null;
  const frame = { label: 'Value', value };
  return (
    <Popover
      label="Fill empty cells"
      open={open}
      onOpenChange={(to) => {
        setOpen(to);
        setValue('');
      }}
      trigger={<Button icon={<PaintBucket size={14} strokeWidth={1.75} aria-hidden />}>Fill cells…</Button>}
    >
      <div className="flex w-64 flex-col gap-3 p-3">
        <SelectField
          label="Column"
          options={BULK_SPECS.filter((one) => !OWN.includes(one.field)).map((one) => ({
            ...{ value: one.field, label: one.label },
          }))}
          value={field}
          onChange={({ target }) => {
            setField(BULK_FIELDS.find((one) => one === target.value) ?? field);
            setValue('');
          }}
        />
        {choices.length > 0 ? (
          <SelectField
            {...frame}
            placeholder="Choose"
            options={choices}
            onChange={({ target }) => setValue(target.value)}
          />
        ) : spec.kind === 'secret' ? (
          <PasswordField
            {...frame}
            autoComplete="new-password"
            onChange={({ target }) => setValue(target.value)}
          />
        ) : (
          <TextField {...frame} onChange={({ target }) => setValue(target.value)} />
        )}
        <Button
          variant="primary"
          {...(off === null ? {} : { disabledReason: off })}
          onClick={() => {
            deeds.fill(field, value);
            setOpen(false);
            setValue('');
          }}
        >
          {`Fill ${counted(count, 'empty cell')}`}
        </Button>
      </div>
    </Popover>
  );
}
