/** Networks that are put on an interface of the target, or taken off: each is one thing to tick. */
import { type CopyLine, type Ticks, ticked } from '@/lib/domain/copy/part';
import { type Interface, isOn } from '../interface';
import type { InterfaceCall } from '../interface-calls';
import type { InterfaceFacts } from '../interface-facts';
import { type InterfaceForm, shownFields } from '../interface-form';
import { dataNetworkOptions, networkOptions } from '../interface-options';
import { ahead } from './ahead';

type Given = {
  /** Name of the interface of the source: keys begin with it. */
  name: string;
  /** As far as it is ticked. */
  form: InterfaceForm;
  wanted: InterfaceForm;
  /** Of the target; undefined: it is made. */
  there: Interface | undefined;
  facts: InterfaceFacts;
  ticks: Ticks;
  /** Is there anything for it to be put on? */
  possible: boolean;
  /** Why nothing of it is ticked by itself. */
  note: string | null;
};

export type Assigned = {
  lines: CopyLine[];
  form: InterfaceForm;
  facts: InterfaceFacts;
  /** What has to be taken off elsewhere before. */
  calls: InterfaceCall[];
};

const WORDS = { networks: 'Platform network', dataNetworks: 'Data network' } as const;

export function assignLines(given: Given): Assigned {
  const { name, wanted, there, ticks, possible, note } = given;
  let { form, facts } = given;
  const [lines, calls]: [CopyLine[], InterfaceCall[]] = [[], []];
  for (const kind of ['networks', 'dataNetworks'] as const) {
    const shown = shownFields(form).includes(kind);
    for (const network of wanted[kind].filter((one) => !form[kind].includes(one))) {
      const key = `${name} ${kind} ${network}`;
      const holder = kind === 'networks' ? holderOf(network, there, facts) : undefined;
      const off: InterfaceCall[] = holder ? [{ do: 'network.remove', interface: holder.name, network }] : [];
      const room = ahead(facts, off);
      const trial = { ...form, [kind]: [...form[kind], network] };
      const options = kind === 'networks' ? networkOptions : dataNetworkOptions;
      const option = options(trial, room, there).find(({ value }) => value === network);
      const why = !possible
        ? 'Goes with the interface above'
        : !shown
          ? 'Not on an interface of this class'
          : option
            ? option.why
            : 'The cloud has none';
      const lead = holder && `On ${holder.name} here: it is taken off there first`;
      const on = possible && why === null && ticked(ticks, key, note === null && !holder);
      lines.push({
        ...{ key, words: `${WORDS[kind]} ${network}`, before: null, after: 'on it', on, why },
        note: note ?? lead ?? null,
      });
      if (!on) continue;
      calls.push(...off);
      [form, facts] = [trial, room];
    }
    for (const network of form[kind].filter((one) => !wanted[kind].includes(one))) {
      const key = `${name} ${kind} ${network}`;
      const on = ticked(ticks, key, false);
      const words = `${WORDS[kind]} ${network}`;
      lines.push({ key, words, before: 'on it', after: null, on, note: 'Here alone', why: null });
      if (on) form = { ...form, [kind]: form[kind].filter((one) => one !== network) };
    }
  }
  return { lines, form, facts, calls };
}

/** A host has each platform network once. */
function holderOf(
  network: string,
  there: Interface | undefined,
  facts: InterfaceFacts,
): Interface | undefined {
  const use = facts.networks.find((one) => one.name === network && !(there && isOn(one, there)));
  return use && facts.interfaces.find((one) => isOn(use, one));
}
