'use client';
/** What an interface is for, and what is under it. */
import { SelectField } from '@/components/ui/select';
import { CLASSES, type InterfaceForm, withClass } from '@/lib/domain/network/interface-form';
import * as options from '@/lib/domain/network/interface-options';
import { CheckGroup } from './check-group';
import type { FieldsProps } from './field-parts';

export function ClassField({ form, before, faults, facts, own, onChange }: FieldsProps) {
  const all = options.classOptions(form, facts, own);
  return (
    <SelectField
      label="Class"
      value={form.class}
      options={all.map(({ value, label, why }) => ({
        value,
        label: why === null ? label : `${label} (${why})`,
        disabled: why !== null && value !== form.class,
      }))}
      onChange={({ target }) => {
        const word = CLASSES.find((one) => one === target.value);
        if (word) onChange(withClass(form, word));
      }}
      help={CLASS_HELP[form.class]}
      error={faults.class ?? null}
      was={before && before.class !== form.class ? before.class : null}
    />
  );
}

const CLASS_HELP: Record<InterfaceForm['class'], string> = {
  none: 'Not used for anything by itself',
  platform: 'For networks of the platform itself',
  data: 'For data networks. The host is unlocked only once there is one on it',
  'pci-sriov': 'Shared as virtual functions',
  'pci-passthrough': 'Given to one guest as a whole. The host is unlocked only once a data network is on it',
};

export function LowerField({ form, before, faults, facts, own, onChange }: FieldsProps) {
  const all = options.lowerOptions(form, facts, own);
  const was = before && before.uses.join() !== form.uses.join() ? before.uses.join(', ') : null;
  if (form.type === 'ae') {
    return (
      <CheckGroup
        label="Members"
        options={all}
        chosen={form.uses}
        onChange={(uses) => onChange({ ...form, uses })}
        error={faults.uses ?? null}
        help={was === null ? 'They get the MTU of the bond' : `was ${was}`}
        none="This host has no ethernet interfaces."
      />
    );
  }
  return (
    <SelectField
      label="Over"
      mono
      placeholder="Choose an interface"
      value={form.uses[0] ?? ''}
      options={all.map(({ value, label, why }) => ({
        value,
        label: why === null ? label : `${label} (${why})`,
        disabled: why !== null && !form.uses.includes(value),
      }))}
      onChange={({ target }) => onChange({ ...form, uses: target.value === '' ? [] : [target.value] })}
      error={faults.uses ?? null}
      was={was}
    />
  );
}
