/** An interface that the target has not: what it would be, and what would be on it. */
import { type CopyItem, type Ticks, ticked } from '@/lib/domain/copy/part';
import type { InterfaceCall } from '../interface-calls';
import type { InterfaceFacts } from '../interface-facts';
import { interfaceFaults, interfaceGap } from '../interface-faults';
import type { InterfaceForm } from '../interface-form';
import { createPlan } from '../interface-plan';
import { assignLines } from './assign';
import { formWords } from './words';

export type Wanted = {
  /** Of the source. */
  name: string;
  /** As it is on the source, with what is below it as it is called on the target. */
  form: InterfaceForm;
  /** Interfaces below it on the source that the target has none for. */
  lost: readonly string[];
  /** Why nothing of it is ticked by itself; null: it is. */
  note: string | null;
};

export type Outcome = { item: CopyItem; calls: InterfaceCall[] };

export function makeItem({ name, form, lost, note }: Wanted, facts: InterfaceFacts, ticks: Ticks): Outcome {
  const bare: InterfaceForm = { ...form, networks: [], dataNetworks: [] };
  const nothing = form.uses.length === 0 && lost.length > 0;
  const [fault] = Object.values(interfaceFaults(bare, facts, undefined));
  const why = nothing
    ? `${lost.join(' and ')}, which it is over, ${lost.length === 1 ? 'is' : 'are'} not there`
    : (fault ?? interfaceGap(bare));
  const partly = lost.length > 0 ? `Without ${lost.join(' and ')}` : null;
  const lead = note ?? partly;
  const on = why === null && ticked(ticks, name, lead === null);
  const assigned = assignLines({
    ...{ name, form: bare, wanted: form, there: undefined, facts, ticks },
    ...{ possible: on, note: null },
  });
  return {
    item: {
      ...{ key: name, name, lines: why === null ? assigned.lines : [] },
      make: {
        key: name,
        words: formWords({ ...form, uses: nothing ? lost : form.uses }),
        on,
        note: lead,
        why,
      },
    },
    calls: on ? [...assigned.calls, ...createPlan(assigned.form)] : [],
  };
}
