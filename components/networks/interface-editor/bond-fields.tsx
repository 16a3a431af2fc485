'use client';
/** How a bond shares what it carries among its members. */
import { shownFields, withAeMode } from '@/lib/domain/network/interface-form';
import type { Option } from '@/lib/domain/option';
import { ChoiceField, type FieldsProps } from './field-parts';

const plain = (value: string, label = value): Option => ({ value, label, why: null });

export function BondFields(props: FieldsProps) {
  const { form, onChange, facts } = props;
  const shown = shownFields(form);
  if (!shown.includes('aeMode')) return null;
  const single = facts.choices.networks.find(
    ({ name, type }) => form.networks.includes(name) && (type === 'mgmt' || type === 'admin'),
  );
  return (
    <>
      <ChoiceField
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
        <ChoiceField
          {...props}
          field="hashPolicy"
          options={['layer2', 'layer2+3', 'layer3+4'].map((policy) => ({
            ...plain(policy),
            why: form.class === 'data' && policy !== 'layer2' ? 'not for data' : null,
          }))}
        />
      )}
      {shown.includes('primaryReselect') && (
        <ChoiceField
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
