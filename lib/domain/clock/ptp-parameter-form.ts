/** The parameters of an instance or a PTP interface as a form, and the calls that what was typed comes to. */
import { ownersOf } from './parameter-rules';
import type { ClockCall } from './ptp-calls';
import type { PtpConfig, PtpPair, PtpParameter } from './ptp-config';
import { knownInterfaceParameters, knownParameters, type ParameterHelp } from './ptp-parameter-help';

/** Whose parameters: names are unique on the platform. */
export type ParameterOwner = { of: 'instance' | 'interface'; name: string };

export type ParameterField = {
  key: string;
  section: string;
  name: string;
  value: string;
  help: ParameterHelp | undefined;
  /** Uuid of the shared row; null when the platform did not list it. */
  row: string | null;
  /** Names of the others that have the same row; a change of the row is one for them too. */
  sharedWith: readonly string[];
  /** The same as far as they are known, to change each by itself. */
  others: readonly ParameterOwner[];
};

/** Who runs what: the service whose parameters these are. undefined: there is no such owner. */
export function serviceOf({ of, name }: ParameterOwner, config: PtpConfig): string | null | undefined {
  if (of === 'instance') return config.instances.find((one) => one.name === name)?.service;
  const face = config.interfaces.find((one) => one.name === name);
  return face && (config.instances.find(({ id }) => id === face.instanceId)?.service ?? null);
}

/** What is configured, in the order of the platform; undefined: there is no such owner any more. */
export function parameterFields(owner: ParameterOwner, config: PtpConfig): ParameterField[] | undefined {
  const service = serviceOf(owner, config) ?? null;
  const one = (owner.of === 'instance' ? config.instances : config.interfaces).find(
    ({ name }) => name === owner.name,
  );
  if (!one) return undefined;
  const sections = 'sections' in one ? one.sections : [{ section: 'global', pairs: one.pairs }];
  return sections.flatMap(({ section, pairs }) => {
    const known =
      owner.of === 'instance' ? knownParameters(service, section) : knownInterfaceParameters(service);
    return pairs.map((pair): ParameterField => {
      const row = config.parameters.find(
        (each) => each.section === section && each.name === pair.name && each.value === pair.value,
      );
      return {
        ...{ key: `${section} ${pair.name}=${pair.value}`, section, ...pair },
        help: known.find(({ name }) => name === pair.name),
        row: row?.id ?? null,
        ...sharersOf(row, one.id, config),
      };
    });
  });
}

function sharersOf(row: PtpParameter | undefined, own: string, config: PtpConfig) {
  if (!row) return { sharedWith: [], others: [] };
  const owners = row.owners.filter((id) => id !== own);
  const named = (of: ParameterOwner['of'], list: readonly { id: string; name: string }[]) =>
    list.filter(({ id }) => owners.includes(id)).map(({ name }): ParameterOwner => ({ of, name }));
  return {
    sharedWith: ownersOf({ ...row, owners }, config),
    others: [...named('instance', config.instances), ...named('interface', config.interfaces)],
  };
}

export type AddedParameter = PtpPair & { id: string; section: string };

export type ParameterDraft = {
  /** Values that were typed over, by key. */
  values: Readonly<Record<string, string>>;
  /** Keys of fields to remove. */
  removed: readonly string[];
  added: readonly AddedParameter[];
  /** Keys of shared fields whose row is to be changed for everybody who has it. */
  forAll: readonly string[];
};

export const NO_CHANGES: ParameterDraft = { values: {}, removed: [], added: [], forAll: [] };

export const isChanged = ({ key, value }: ParameterField, draft: ParameterDraft): boolean =>
  !draft.removed.includes(key) && draft.values[key] !== undefined && draft.values[key] !== value;

/** An added row without a name and a value is an empty line of the form. */
const isFilled = ({ name, value }: PtpPair): boolean => name !== '' || value !== '';

/** "Save 3 changes". */
export const changeCount = (fields: readonly ParameterField[], draft: ParameterDraft): number =>
  fields.filter((field) => draft.removed.includes(field.key) || isChanged(field, draft)).length +
  draft.added.filter(isFilled).length;

/**
 * The calls that a form comes to, and nothing for what stayed as it was. A value is changed by taking the old one away and
 * adding the new one, since adding alone would leave both. For all who share a row, the row itself is changed; where there
 * is a row of the new value already, each of them is changed by itself: the platform takes two rows that are alike, and then
 * answers 500 whenever one of them is meant (sysinv db api.py ptp_parameter_get_by_namevalue).
 * @param rows the platform's rows, all of them
 */
export function parameterCalls(
  owner: ParameterOwner,
  fields: readonly ParameterField[],
  draft: ParameterDraft,
  rows: readonly PtpParameter[] = [],
): ClockCall[] {
  const away = new Map<string, PtpPair[]>();
  const fresh = new Map<string, PtpPair[]>();
  const forAll: ClockCall[] = [];
  const into = (map: Map<string, PtpPair[]>, section: string, pair: PtpPair) =>
    map.set(section, [...(map.get(section) ?? []), pair]);
  for (const field of fields) {
    const { key, section, name, value, row } = field;
    const typed = draft.values[key] ?? value;
    if (draft.removed.includes(key)) into(away, section, { name, value });
    else if (isChanged(field, draft)) {
      const all = row !== null && draft.forAll.includes(key);
      const twin = rows.some((one) => one.section === section && one.name === name && one.value === typed);
      if (all && !twin) {
        forAll.push({ do: 'parameter.change', id: row, section, name, from: value, to: typed });
      } else {
        into(away, section, { name, value });
        into(fresh, section, { name, value: typed });
        for (const other of all ? field.others : []) {
          const change = { ...other, section } as const;
          forAll.push({ do: 'parameters.remove', ...change, pairs: [{ name, value }] });
          forAll.push({ do: 'parameters.add', ...change, pairs: [{ name, value: typed }] });
        }
      }
    }
  }
  for (const { section, name, value } of draft.added.filter(isFilled)) into(fresh, section, { name, value });
  const calls = (verb: 'parameters.add' | 'parameters.remove', map: Map<string, PtpPair[]>): ClockCall[] =>
    [...map].map(([section, pairs]) => ({ do: verb, ...owner, section, pairs }));
  return [...calls('parameters.remove', away), ...calls('parameters.add', fresh), ...forAll];
}
