'use client';
/** What the fields of an interface are made of: what each is given, what it is called, and a choice of one of several. */
import { OptionField } from '@/components/action/option-field';
import type { Interface } from '@/lib/domain/network/interface';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import type { InterfaceFacts } from '@/lib/domain/network/interface-facts';
import type { InterfaceFaults } from '@/lib/domain/network/interface-faults';
import type { InterfaceField, InterfaceForm } from '@/lib/domain/network/interface-form';
import type { Option } from '@/lib/domain/option';

export type FieldsProps = {
  form: InterfaceForm;
  facts: InterfaceFacts;
  faults: InterfaceFaults;
  /** The interface before the change; undefined: a new one. */
  own: Interface | undefined;
  before?: InterfaceForm;
  /** The call that the last try stopped at. */
  failedCall: InterfaceCall | undefined;
  onChange: (next: InterfaceForm) => void;
};

/** Fields that hold one text. */
export type Texts = {
  [F in InterfaceField]: InterfaceForm[F] extends readonly string[] ? never : F;
}[InterfaceField];

export const LABELS: Partial<Record<InterfaceField, string>> = {
  vlanId: 'VLAN ID',
  vfCount: 'Virtual functions',
  mtu: 'MTU',
  maxTxRate: 'Most sent',
  maxRxRate: 'Most received',
  aeMode: 'Mode',
  hashPolicy: 'Transmit hash policy',
  primaryReselect: 'Primary reselect',
  vfDriver: 'VF driver',
  ipv4Mode: 'IPv4 mode',
  ipv4Pool: 'IPv4 pool',
  ipv6Mode: 'IPv6 mode',
  ipv6Pool: 'IPv6 pool',
};
export const UNITS: Partial<Record<InterfaceField, string>> = {
  mtu: 'bytes',
  maxTxRate: 'Mbit/s',
  maxRxRate: 'Mbit/s',
};
export const OPTIONAL: readonly InterfaceField[] = ['maxTxRate', 'maxRxRate'];

type Named = FieldsProps & { field: Texts; options: readonly Option[]; onPick?: (value: string) => void };

/** One of several, of a field of the form. */
export function ChoiceField({ form, before, faults, onChange, field, options, onPick }: Named) {
  const value = form[field];
  return (
    <OptionField
      label={LABELS[field]}
      value={value}
      options={options}
      onPick={onPick ?? ((next) => onChange({ ...form, [field]: next }))}
      error={faults[field] ?? null}
      was={before && before[field] !== value ? before[field] || 'not set' : null}
    />
  );
}
