/** Reads the YAML that Helm values and an application's manifests are written in: one document, as data. */
import { LineCounter, parseDocument } from 'yaml';
import type { Json } from '../../../kernel/json';
import { isMap, type Values } from './values';

/** What could not be read, and where. Lines count from 1. */
export class YamlError extends Error {
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(`line ${line}: ${what}`);
  }
}

/** A whole document. An empty one is null. */
export function readYaml(text: string): Json {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, intAsBigInt: true });
  const [error] = document.errors;
  if (error) throw new YamlError(lines.linePos(error.pos[0]).line, error.message);
  try {
    return document.toJS({ reviver: (_key, value) => (typeof value === 'bigint' ? numberOf(value) : value) });
  } catch (cause) {
    // An alias of nothing, or one too many.
    throw new YamlError(1, cause instanceof Error ? cause.message : String(cause));
  }
}

/** A number of too many digits stays a text: nobody wants its last ones changed. */
function numberOf(value: bigint): Json {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** A document that has to be a map, as values are; an empty one is an empty map. */
export function readValues(text: string): Values {
  const value = readYaml(text);
  if (value === null) return {};
  if (!isMap(value)) throw new YamlError(1, 'the values are not a map');
  return value;
}
