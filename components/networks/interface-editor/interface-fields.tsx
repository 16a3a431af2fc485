'use client';
/** The fields of an interface: those of its type, class and mode, each with what is wrong beside it. */
import { TextField } from '@/components/ui/text-field';
import { type InterfaceForm, shownFields } from '@/lib/domain/network/interface-form';
import * as options from '@/lib/domain/network/interface-options';
import { BondFields } from './bond-fields';
import { CheckGroup } from './check-group';
import { ClassField, LowerField } from './class-fields';
import { ChoiceField, type FieldsProps, LABELS, OPTIONAL, type Texts, UNITS } from './field-parts';

export function InterfaceFields(props: FieldsProps) {
  const { form, before, faults, onChange } = props;
  const shown = shownFields(form);
  const set = (part: Partial<InterfaceForm>) => onChange({ ...form, ...part });
  const text = (field: Texts, help?: string) =>
    shown.includes(field) && (
      <TextField
        key={field}
        label={LABELS[field]}
        mono
        inputMode="numeric"
        unit={UNITS[field]}
        optional={OPTIONAL.includes(field)}
        value={form[field]}
        onChange={(event) => set({ [field]: event.target.value })}
        help={help}
        error={faults[field] ?? null}
        was={before && before[field] !== form[field] ? before[field] : null}
      />
    );
  return (
    <>
      <TextField
        label="Name"
        mono
        data-autofocus=""
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
        help="At most 15 characters, in lower case"
        error={faults.name ?? null}
        was={before && before.name !== form.name ? before.name : null}
      />
      <ClassField {...props} />
      {shown.includes('uses') && <LowerField {...props} />}
      {text('vlanId', '1 to 4094')}
      <BondFields {...props} />
      {text('vfCount', vfHelp(props))}
      {shown.includes('vfDriver') && (
        <ChoiceField
          {...props}
          field="vfDriver"
          options={[
            { value: '', label: 'By the platform', why: null },
            { value: 'netdevice', label: 'netdevice: the kernel’s', why: null },
            { value: 'vfio', label: 'vfio: for user space, as DPDK', why: null },
          ]}
        />
      )}
      {text('mtu', '576 to 9216')}
      <Assignments {...props} />
      <AddressFields {...props} />
      {text('maxTxRate', 'Empty: no limit')}
      {text('maxRxRate', 'Empty: no limit')}
    </>
  );
}

function vfHelp({ form, facts, own }: FieldsProps): string {
  const [lower] = options.lowersOf(form, facts);
  const port = own && facts.ports.find(({ interfaceId }) => interfaceId === own.id);
  if (form.type === 'vf')
    return lower
      ? (options.lowerOptions(form, facts, own).find(({ value }) => value === lower.name)?.label ?? '')
      : 'Choose what is under it first';
  return port?.vfs.total == null ? '' : `The port has ${port.vfs.total} at most`;
}

function Assignments({ form, facts, faults, own, failedCall, onChange }: FieldsProps) {
  const shown = shownFields(form);
  const refused = (verb: string) => (failedCall?.do.startsWith(verb) ? 'Refused, see below' : null);
  return (
    <>
      {shown.includes('networks') && (
        <CheckGroup
          label="Platform networks"
          options={options.networkOptions(form, facts, own)}
          chosen={form.networks}
          onChange={(networks) => onChange({ ...form, networks })}
          error={faults.networks ?? refused('network.')}
          none="The cloud has none."
        />
      )}
      {shown.includes('dataNetworks') && (
        <CheckGroup
          label="Data networks"
          options={options.dataNetworkOptions(form, facts, own)}
          chosen={form.dataNetworks}
          onChange={(dataNetworks) => onChange({ ...form, dataNetworks })}
          error={faults.dataNetworks ?? refused('data-network.')}
          none="The cloud has none."
        />
      )}
    </>
  );
}

function AddressFields(props: FieldsProps) {
  const { form, facts, own } = props;
  const shown = shownFields(form);
  if (!shown.includes('ipv4Mode')) return null;
  return (
    <>
      <ChoiceField {...props} field="ipv4Mode" options={options.modeOptions(4, own, form.class)} />
      {shown.includes('ipv4Pool') && (
        <ChoiceField {...props} field="ipv4Pool" options={options.poolOptions(facts, 4)} />
      )}
      <ChoiceField {...props} field="ipv6Mode" options={options.modeOptions(6, own, form.class)} />
      {shown.includes('ipv6Pool') && (
        <ChoiceField {...props} field="ipv6Pool" options={options.poolOptions(facts, 6)} />
      )}
    </>
  );
}
