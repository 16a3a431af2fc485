'use client';
/** One field of the host form: its kind's control, what it was before, and why it may be off. */
import { type Control, useController } from 'react-hook-form';
import { Checkbox } from '@/components/ui/checkbox';
import { PasswordField } from '@/components/ui/password-field';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { Host } from '@/lib/domain/host';
import { changedFields, draftOf, type HostDraft } from '@/lib/domain/host-edit';
import { type FieldSpec, fieldChoices, fieldVerdict } from '@/lib/domain/host-fields';
import type { RuleContext } from '@/lib/domain/host-rules/context';

type Props = {
  spec: FieldSpec;
  control: Control<HostDraft>;
  host: Host;
  draft: HostDraft;
  context: RuleContext;
};

export function EditHostField({ spec, control, host, draft, context }: Props) {
  const { field: name, kind, label, optional, help } = spec;
  const { field, fieldState } = useController({ name, control });
  const verdict = fieldVerdict(name, host, draft.bmType);
  const before = draftOf(host)[name];
  const changed =
    changedFields(host, draft).some((change) => change.field === name) && draft[name] !== before;
  const frame = {
    label,
    optional: optional && verdict.ok,
    help: verdict.ok ? help : verdict.why,
    error: verdict.ok ? (fieldState.error?.message ?? null) : null,
  };
  const { ref, onBlur, onChange } = field;
  const off = verdict.ok ? {} : { disabled: true };
  const value = typeof field.value === 'string' ? field.value : '';

  if (kind === 'flag') {
    return (
      <div className="self-center">
        <Checkbox
          checked={field.value === true}
          onCheckedChange={onChange}
          label={label}
          help={changed ? `was ${before === true ? 'on' : 'off'}` : help}
          name={name}
          {...(verdict.ok ? {} : { disabledReason: verdict.why })}
        />
      </div>
    );
  }
  if (kind === 'secret') {
    return (
      <PasswordField
        {...frame}
        {...{ name, ref, onBlur, onChange, value }}
        {...off}
        autoComplete="new-password"
        data-1p-ignore=""
      />
    );
  }
  const was = changed ? { was: wasWords(name, String(before)) } : {};
  if (kind === 'choice') {
    const present = draftOf(host)[name];
    const options = fieldChoices(name, context, typeof present === 'string' ? present : '');
    return (
      <SelectField
        {...frame}
        {...was}
        {...{ name, ref, onBlur, onChange, value, options }}
        {...off}
        {...(before === '' ? { placeholder: 'Not set' } : {})}
      />
    );
  }
  return (
    <TextField
      {...frame}
      {...was}
      {...{ name, ref, onBlur, onChange, value }}
      {...off}
      mono
      autoCapitalize="none"
      autoCorrect="off"
      {...(kind === 'mhz' ? { unit: 'MHz', inputMode: 'numeric' } : {})}
    />
  );
}

const wasWords = (name: FieldSpec['field'], before: string): string =>
  before === '' && name === 'maxCpuMhz' ? 'default' : before;
