/** Documents of the Deployment Manager as Roost writes them. */
import { isMap, type Json, type JsonMap, pathWords } from './json';
import { type Kind, SPECS } from './schema';
import { hold, type Misfit } from './shape';

export type Declared = {
  kind: Kind;
  /** Of the resource in Kubernetes, which is the platform's own name of the thing. */
  name: string;
  spec: JsonMap;
  /** What is left out of it and why, a sentence each: comments above the document. */
  notes: readonly string[];
};

/** Names that Kubernetes takes (RFC 1123 subdomain). */
const RESOURCE_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/**
 * Holds a spec against the definition of its kind. What it would refuse is left out and told.
 * @returns null when nothing of it can stand
 */
export function declared(
  kind: Kind,
  name: string,
  spec: JsonMap,
  notes: readonly string[] = [],
): Declared | null {
  const misfits: Misfit[] = [];
  const fits: Json | undefined = hold(SPECS[kind], spec, [], misfits);
  if (fits === undefined || !isJsonMap(fits)) return null;
  const told = misfits.map(({ path, why }) => `${pathWords(spec, path) || kind} is left out: ${why}`);
  return { kind, name, spec: fits, notes: [...nameNotes(name), ...notes, ...told] };
}

const nameNotes = (name: string): string[] =>
  RESOURCE_NAME.test(name)
    ? []
    : [`Kubernetes takes no resource of the name "${name}": rename it there and here.`];

export const isJsonMap = (value: Json): value is JsonMap => isMap(value);
