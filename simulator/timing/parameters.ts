/** Parameters of PTP rows: `{section: ["name=value"]}` on an instance, a plain list on an interface. */
import type { Row } from '../sysinv/rows';

/** By name, whatever the section: no two sections of linuxptp share a name that is read here. */
export type Parameters = ReadonlyMap<string, string>;

export function parametersOf({ parameters }: Row): Parameters {
  const lists = Array.isArray(parameters)
    ? [parameters]
    : parameters !== null && typeof parameters === 'object'
      ? Object.values(parameters)
      : [];
  const pairs = lists.flatMap((list) => (Array.isArray(list) ? list : []));
  return new Map(
    pairs.map((pair) => {
      const [name = '', ...rest] = String(pair).split('=');
      return [name, rest.join('=')];
    }),
  );
}

export function numberOf(parameters: Parameters, name: string): number | undefined {
  const text = parameters.get(name);
  const value = Number(text);
  return text === undefined || text === '' || Number.isNaN(value) ? undefined : value;
}
