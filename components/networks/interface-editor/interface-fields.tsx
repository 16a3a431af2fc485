'use client';
/** The fields of an interface: those of its type, class and mode, each with what is wrong beside it. */
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { Interface } from '@/lib/domain/network/interface';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import type { InterfaceFacts } from '@/lib/domain/network/interface-facts';
import type { InterfaceFaults } from '@/lib/domain/network/interface-faults';
import {
  CLASSES,
  type InterfaceField,
  type InterfaceForm,
  shownFields,
  withAeMode,
  withClass,
} from '@/lib/domain/network/interface-form';
import * as options from '@/lib/domain/network/interface-options';
import { CheckGroup } from './check-group';

type Props = {
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

type Texts = {
  [F in InterfaceField]: InterfaceForm[F] extends readonly string[] ? never : F;
}[InterfaceField];

const LABELS: Partial<Record<InterfaceField, string>> = {
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
const UNITS: Partial<Record<InterfaceField, string>> = {
  mtu: 'bytes',
  maxTxRate: 'Mbit/s',
  maxRxRate: 'Mbit/s',
};
const OPTIONAL: readonly InterfaceField[] = ['maxTxRate', 'maxRxRate'];

export function InterfaceFields(props: Props) {
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
        <Choice
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

function vfHelp({ form, facts, own }: Props): string {
  const [lower] = options.lowersOf(form, facts);
  const port = own && facts.ports.find(({ interfaceId }) => interfaceId === own.id);
  if (form.type === 'vf')
    return lower
      ? (options.lowerOptions(form, facts, own).find(({ value }) => value === lower.name)?.label ?? '')
      : 'Choose what is under it first';
  return port?.vfs.total == null ? '' : `The port has ${port.vfs.total} at most`;
}

type Named = Props & { field: Texts; options: readonly options.Option[]; onPick?: (value: string) => void };

/** One of several; what cannot be chosen says why in its place. */
function Choice({ form, before, faults, onChange, field, options: all, onPick }: Named) {
  const value = form[field];
  // A word that the platform has and Roost does not know stays what it is.
  const known = all.some((one) => one.value === value);
  const list = known || value === '' ? all : [...all, { value, label: value, why: null }];
  return (
    <SelectField
      label={LABELS[field]}
      value={value}
      {...(list.some((one) => one.value === '') ? {} : { placeholder: 'Choose' })}
      options={list.map((one) => ({
        value: one.value,
        label: one.why === null ? one.label : `${one.label} (${one.why})`,
        disabled: one.why !== null && one.value !== value,
      }))}
      onChange={({ target }) =>
        onPick ? onPick(target.value) : onChange({ ...form, [field]: target.value })
      }
      error={faults[field] ?? null}
      was={before && before[field] !== value ? before[field] || 'not set' : null}
    />
  );
}

function ClassField({ form, before, faults, facts, own, onChange }: Props) {
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

function LowerField({ form, before, faults, facts, own, onChange }: Props) {
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

const plain = (value: string, label = value): options.Option => ({ value, label, why: null });

function BondFields(props: Props) {
  const { form, onChange, facts } = props;
  const shown = shownFields(form);
  if (!shown.includes('aeMode')) return null;
  const single = facts.choices.networks.find(
    ({ name, type }) => form.networks.includes(name) && (type === 'mgmt' || type === 'admin'),
  );
  return (
    <>
      <Choice
        {...props}
        field="aeMode"
        options={[
          plain('active_standby', 'active_standby: one carries, the others wait'),
          {
            ...plain('balanced', 'balanced: all carry'),
            why: single ? `Network ${single.name} needs another mode` : null,
          },
          plain('802.3ad', '802.3ad: all carry, by LACP with the switch'),
        ]}
        onPick={(mode) => onChange(withAeMode(form, mode))}
      />
      {shown.includes('hashPolicy') && (
        <Choice
          {...props}
          field="hashPolicy"
          options={['layer2', 'layer2+3', 'layer3+4'].map((policy) => ({
            ...plain(policy),
            why: form.class === 'data' && policy !== 'layer2' ? 'not for data' : null,
          }))}
        />
      )}
      {shown.includes('primaryReselect') && (
        <Choice
          {...props}
          field="primaryReselect"
          options={[
            plain('always', 'always: back to the primary as soon as it is up'),
            ...[
              plain('better', 'better: back when it is faster'),
              plain('failure', 'failure: back when the other fails'),
            ].map((one) => ({ ...one, why: form.class === 'platform' ? null : 'for platform alone' })),
          ]}
        />
      )}
    </>
  );
}

function Assignments({ form, facts, faults, own, failedCall, onChange }: Props) {
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

function AddressFields(props: Props) {
  const { form, facts, own } = props;
  const shown = shownFields(form);
  if (!shown.includes('ipv4Mode')) return null;
  return (
    <>
      <Choice {...props} field="ipv4Mode" options={options.modeOptions(4, own, form.class)} />
      {shown.includes('ipv4Pool') && (
        <Choice {...props} field="ipv4Pool" options={options.poolOptions(facts, 4)} />
      )}
      <Choice {...props} field="ipv6Mode" options={options.modeOptions(6, own, form.class)} />
      {shown.includes('ipv6Pool') && (
        <Choice {...props} field="ipv6Pool" options={options.poolOptions(facts, 6)} />
      )}
    </>
  );
}
