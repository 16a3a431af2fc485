'use client';
/** Making an interface: a VLAN, a bond, or one of virtual functions. */
import { useState } from 'react';
import { RadioGroup } from '@/components/ui/radio';
import { hostName } from '@/lib/domain/host';
import type { InterfaceFacts } from '@/lib/domain/network/interface-facts';
import { interfaceFaults, interfaceGap } from '@/lib/domain/network/interface-faults';
import { type InterfaceForm, MADE_TYPES, newForm } from '@/lib/domain/network/interface-form';
import { createPlan } from '@/lib/domain/network/interface-plan';
import { typeVerdict } from '@/lib/domain/network/interface-rules';
import { InterfaceFields } from './interface-fields';
import { InterfaceSheet } from './interface-sheet';

const TYPE_WORDS: Record<(typeof MADE_TYPES)[number], { label: string; help: string }> = {
  vlan: { label: 'VLAN', help: 'A tagged network over an ethernet interface or a bond.' },
  ae: { label: 'Bond (ae)', help: 'Several ports as one.' },
  vf: { label: 'Virtual functions (vf)', help: 'A share of an SR-IOV port.' },
};

type Props = { facts: InterfaceFacts; onClose: () => void };

export function CreateInterfaceSheet({ facts, onClose }: Props) {
  const types = MADE_TYPES.map((value) => {
    const verdict = typeVerdict(facts, value);
    return { value, ...TYPE_WORDS[value], disabledReason: verdict.ok ? null : verdict.why };
  });
  const [form, setForm] = useState(() =>
    newForm(types.find(({ disabledReason }) => disabledReason === null)?.value ?? 'vlan'),
  );
  const [dirty, setDirty] = useState(false);
  const change = (next: InterfaceForm) => {
    setDirty(true);
    setForm(next);
  };
  const faults = interfaceFaults(form, facts, undefined);
  const [fault] = Object.values(faults);
  const name = form.name.trim();
  return (
    <InterfaceSheet
      title="Create interface"
      sentence={`On ${hostName(facts.host)}. It is set up when the host is unlocked${form.type === 'vf' ? ', or at once on a simplex that runs' : ''}.`}
      button="Create interface"
      done={`${name} was created`}
      facts={facts}
      calls={createPlan(form)}
      gap={interfaceGap(form) ?? (fault ? 'Something above is not in order' : null)}
      dirty={dirty}
      onClose={onClose}
    >
      {({ failedCall }) => (
        <>
          <RadioGroup
            label="Type"
            value={form.type === 'ethernet' ? null : form.type}
            onValueChange={(type) => change({ ...newForm(type), name: form.name })}
            options={types}
          />
          <InterfaceFields {...{ form, facts, faults, failedCall }} own={undefined} onChange={change} />
        </>
      )}
    </InterfaceSheet>
  );
}
