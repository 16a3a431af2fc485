/** An interface that both hosts have: what differs, line by line. Nothing is taken away unless somebody ticks it. */
import { type CopyLine, type Ticks, ticked } from '@/lib/domain/copy/part';
import type { Interface } from '../interface';
import { type InterfaceCall, interfaceCallTitle } from '../interface-calls';
import type { InterfaceFacts } from '../interface-facts';
import { interfaceFaults } from '../interface-faults';
import { formOf, type InterfaceForm, shownFields, withAeMode, withClass } from '../interface-form';
import { editPlan } from '../interface-plan';
import { assignLines } from './assign';
import type { Outcome, Wanted } from './make';
import { COMPARED, type Compared, fieldWords, sameValue, valueWords } from './words';

/** @param skip fields that are not of this interface alone */
export function changeItem(
  wanted: Wanted,
  there: Interface,
  facts: InterfaceFacts,
  ticks: Ticks,
  skip: readonly Compared[],
): Outcome {
  const before = formOf(there, facts);
  const key = wanted.name;
  if (!before) {
    const why = `Type ${there.type}, class ${there.class}: not known here`;
    const line = { key: `${key} class`, words: fieldWords('class'), on: false, note: null, why };
    const lines = [{ ...line, before: there.class, after: wanted.form.class }];
    return { item: { key, name: there.name, make: null, lines }, calls: [] };
  }
  const fields = fieldLines(wanted, before, { there, facts, ticks, skip });
  const assigned = assignLines({
    ...{ name: key, form: fields.form, wanted: wanted.form, there, facts, ticks },
    ...{ possible: true, note: wanted.note },
  });
  const { form } = assigned;
  const lines = [...fields.lines, ...assigned.lines];
  const fault = freshFault(form, before, there, assigned.facts);
  if (fault !== undefined) {
    const stopped = lines.map((line) => (line.on ? { ...line, on: false, why: fault } : line));
    return { item: { key, name: there.name, make: null, lines: stopped }, calls: [] };
  }
  const calls = [...assigned.calls, ...editPlan(form, there, assigned.facts, before)];
  return { item: { key, name: form.name, make: null, lines }, calls };
}

type Site = { there: Interface; facts: InterfaceFacts; ticks: Ticks; skip: readonly Compared[] };

function fieldLines(wanted: Wanted, before: InterfaceForm, { there, facts, ticks, skip }: Site) {
  const { pools } = facts.choices;
  const lines: CopyLine[] = [];
  let form = before;
  for (const field of COMPARED) {
    if (skip.includes(field) || !concerns(field, wanted) || sameValue(form, wanted.form, field)) continue;
    const key = `${wanted.name} ${field}`;
    const trial = shownFields(form).includes(field) ? put(form, field, wanted.form) : null;
    const why = trial ? freshOf(field, trial, before, there, facts) : `Goes with class ${wanted.form.class}`;
    const lost = trial && why === null ? takenAway(trial, form, before, there, facts) : [];
    const note =
      wanted.note ??
      (field === 'uses' && wanted.lost.length > 0
        ? `Without ${wanted.lost.join(' and ')}`
        : lost.length > 0
          ? lost.map(interfaceCallTitle).join('. ')
          : null);
    const on = trial !== null && why === null && ticked(ticks, key, note === null);
    lines.push({
      ...{ key, words: fieldWords(field), on, note, why },
      before: valueWords(before, field, pools),
      after: valueWords(wanted.form, field, pools),
    });
    if (on) form = trial;
  }
  return { form, lines };
}

/** What once set cannot be unset, or is nothing by itself. */
const NEVER_EMPTY: readonly Compared[] = [
  ...['name', 'uses', 'vlanId', 'aeMode', 'hashPolicy', 'primaryReselect', 'vfCount', 'mtu'],
  ...['ipv4Mode', 'ipv4Pool', 'ipv6Mode', 'ipv6Pool'],
] as const satisfies readonly Compared[];

const concerns = (field: Compared, { form }: Wanted): boolean =>
  shownFields(form).includes(field) && !(NEVER_EMPTY.includes(field) && form[field].length === 0);

function put(form: InterfaceForm, field: Compared, wanted: InterfaceForm): InterfaceForm {
  if (field === 'class') return withClass(form, wanted.class);
  if (field === 'aeMode') return withAeMode(form, wanted.aeMode);
  return { ...form, [field]: wanted[field] };
}

/** What is wrong with one field that was not wrong before. */
function freshOf(
  field: Compared,
  form: InterfaceForm,
  before: InterfaceForm,
  own: Interface,
  facts: InterfaceFacts,
): string | null {
  const fault = interfaceFaults(form, facts, own)[field] ?? null;
  return fault === interfaceFaults(before, facts, own)[field] ? null : fault;
}

/** The same of any. */
function freshFault(
  form: InterfaceForm,
  before: InterfaceForm,
  own: Interface,
  facts: InterfaceFacts,
): string | undefined {
  const earlier = new Set(Object.values(interfaceFaults(before, facts, own)));
  return Object.values(interfaceFaults(form, facts, own)).find((fault) => !earlier.has(fault));
}

const TAKES = /\.(?:remove|delete)$/;

/** What the next line would take off besides what those before it do. */
function takenAway(
  trial: InterfaceForm,
  form: InterfaceForm,
  before: InterfaceForm,
  own: Interface,
  facts: InterfaceFacts,
): InterfaceCall[] {
  const gone = (one: InterfaceForm) =>
    editPlan(one, own, facts, before).filter(({ do: verb }) => TAKES.test(verb));
  const already = new Set(gone(form).map(interfaceCallTitle));
  return gone(trial).filter((call) => !already.has(interfaceCallTitle(call)));
}
