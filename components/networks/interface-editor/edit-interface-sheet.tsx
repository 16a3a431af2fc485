'use client';
/** Changing an interface: only what differs from what was there is sent. */
import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import type { Interface } from '@/lib/domain/network/interface';
import { type InterfaceFacts, interfaceNamed } from '@/lib/domain/network/interface-facts';
import { interfaceFaults, interfaceGap } from '@/lib/domain/network/interface-faults';
import { formOf, type InterfaceForm } from '@/lib/domain/network/interface-form';
import { editPlan } from '@/lib/domain/network/interface-plan';
import { InterfaceFields } from './interface-fields';
import { InterfaceSheet } from './interface-sheet';

type Start = { own: Interface; form: InterfaceForm };

const startOf = (facts: InterfaceFacts, name: string): Start | null => {
  const own = interfaceNamed(facts, name);
  const form = own ? formOf(own, facts) : null;
  return own && form ? { own, form } : null;
};

const same = (one: InterfaceForm, other: InterfaceForm): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

type Props = { facts: InterfaceFacts; name: string; onClose: () => void };

export function EditInterfaceSheet({ facts, name, onClose }: Props) {
  // As it was when the form was opened: a later reading changes nothing that is typed.
  const [start, setStart] = useState(() => startOf(facts, name));
  const [form, setForm] = useState(start?.form);
  if (!start || !form) {
    return (
      <InterfaceSheet
        title={`Edit ${name}`}
        sentence="There is nothing of this name that can be edited here."
        button="Save"
        done=""
        facts={facts}
        calls={[]}
        gap={`There is no interface ${name} of a kind that the console knows`}
        onClose={onClose}
      />
    );
  }
  const { own } = start;
  const calls = editPlan(form, own, facts, start.form);
  const faults = interfaceFaults(form, facts, own);
  // What was wrong before and is left as it is blocks nothing.
  const before = interfaceFaults(start.form, facts, own);
  const fresh = Object.entries(faults).find(([field, fault]) => Reflect.get(before, field) !== fault);
  const now = startOf(facts, name);
  const drifted = now !== null && !same(now.form, start.form);
  const nothing = calls.length === 0;
  return (
    <InterfaceSheet
      title={`Edit ${name}`}
      sentence={`On ${hostName(facts.host)}. Only what differs is sent; it takes effect when the host is unlocked.`}
      button="Save"
      done={`${form.name.trim()} was changed`}
      facts={facts}
      calls={calls}
      gap={
        nothing
          ? 'Nothing has been changed'
          : (interfaceGap(form) ?? (fresh ? 'Something above is not in order' : null))
      }
      dirty={!nothing}
      onClose={onClose}
    >
      {({ failedCall, busy }) => (
        <>
          {drifted && !busy && (
            <Note
              tone="minor"
              live="polite"
              title="The interface was changed meanwhile."
              action={
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setStart(now);
                    setForm(now.form);
                  }}
                >
                  Show it as it is
                </button>
              }
            />
          )}
          <InterfaceFields
            {...{ form, facts, faults, failedCall, own }}
            before={start.form}
            onChange={setForm}
          />
        </>
      )}
    </InterfaceSheet>
  );
}
