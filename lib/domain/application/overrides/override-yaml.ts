/**
 * Overrides as a person writes them: read with every fault in its line, and written as the platform would. The dialect is that of
 * the platform's Helm, which takes yes, no, on and off for true and false (YAML 1.1) but knows no dates and no sixties.
 */
import {
  type Document,
  isMap as isMapNode,
  isNode,
  LineCounter,
  parseDocument,
  stringify,
  type Tags,
  visit,
  type YAMLError,
} from 'yaml';
import { isMap, type Value, type Values } from './values';

/** `line` and `column` count from 1; `from` and `to` are places in the text. */
export type YamlFault = { line: number; column: number; from: number; to: number; message: string };
export type ReadYaml = { ok: true; values: Values } | { ok: false; faults: readonly YamlFault[] };

/** Tags of YAML 1.1 that Helm does not resolve by themselves. */
const UNKNOWN_TO_HELM: readonly string[] = [
  ...['tag:yaml.org,2002:timestamp', 'tag:yaml.org,2002:binary', 'tag:yaml.org,2002:omap'],
  ...['tag:yaml.org,2002:pairs', 'tag:yaml.org,2002:set'],
];

/** The tags of YAML 1.1 that Helm and Kubernetes resolve by themselves. */
export const tagsOfHelm = (tags: Tags): Tags =>
  tags.filter(
    (tag) =>
      typeof tag === 'string' ||
      !(UNKNOWN_TO_HELM.includes(tag.tag) || ('format' in tag && tag.format === 'TIME')),
  );

/** Reads overrides. An empty text, or one of comments alone, is a map without keys. */
export function readOverrides(text: string): ReadYaml {
  const lines = new LineCounter();
  const at = (from: number, to: number, message: string): YamlFault => {
    const { line, col } = lines.linePos(from);
    return { line, column: col, from, to: Math.max(to, from), message };
  };
  const document = parseDocument(text, {
    ...{ lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.1', logLevel: 'error' },
    customTags: tagsOfHelm,
  });
  const told = [...document.errors, ...document.warnings];
  if (told.length > 0) {
    const faults = told.map((error) => at(error.pos[0], error.pos[1], wordsOf(error, text)));
    return { ok: false, faults: faults.filter(isFirstOfItsLine) };
  }
  const lost = lostAliases(document).map(([from, to]) =>
    at(from, to, 'This alias names no anchor above it.'),
  );
  if (lost.length > 0) return { ok: false, faults: lost };
  const { contents } = document;
  if (contents === null) return { ok: true, values: {} };
  const [from = 0, to = text.length] = contents.range ?? [];
  try {
    const values = asValue(document.toJS({ maxAliasCount: 100 }));
    if (isMapNode(contents) && isMap(values)) return { ok: true, values };
    // A text of nothing but "null" or "~" says as much as an empty one.
    if (values === null) return { ok: true, values: {} };
    const what = Array.isArray(values) ? 'a list' : 'a single value';
    return {
      ok: false,
      faults: [at(from, to, `At the left edge stands ${what}. Overrides are a map: "key: value".`)],
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, faults: [at(from, isNode(contents) ? to : from, why)] };
  }
}

/** Places of aliases whose anchor is nowhere above. */
export function lostAliases(document: Document.Parsed): [from: number, to: number][] {
  const lost: [number, number][] = [];
  visit(document, {
    Alias: (_, alias) => {
      const [from = 0, to = from] = alias.range ?? [];
      if (alias.resolve(document) === undefined) lost.push([from, to]);
    },
  });
  return lost;
}

/** One fault often brings others in the same line: the first says what is wrong. */
export const isFirstOfItsLine = (
  { line }: Pick<YamlFault, 'line'>,
  index: number,
  all: readonly Pick<YamlFault, 'line'>[],
): boolean => all.findIndex((other) => other.line === line) === index;

/** What is wrong, for who writes it. @param text the whole */
export function wordsOf({ code, message, pos: [from] }: YAMLError, text: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'A tab indents this line. YAML takes spaces only.';
    case 'DUPLICATE_KEY':
      return `The key ${keyAt(text, from)} stands twice in this map.`;
    case 'BAD_INDENT':
      return 'The indentation does not fit the lines around it.';
    case 'MULTIPLE_DOCS':
      return 'A second document begins here. Overrides are one.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return /^[^\n]*\t/.test(lineAt(text, from))
        ? 'A tab indents this line. YAML takes spaces only.'
        : 'A key and its value do not fit here: the indentation, a missing colon or a missing quote.';
    case 'MISSING_CHAR':
      return message.includes('Implicit keys') || message.includes('Implicit map keys')
        ? 'A colon and a value are missing after this key.'
        : `${message}.`;
    default:
      return /[.!?]$/.test(message) ? message : `${message}.`;
  }
}

function lineAt(text: string, place: number): string {
  const begin = text.lastIndexOf('\n', place - 1) + 1;
  const end = text.indexOf('\n', place);
  return text.slice(begin, end < 0 ? text.length : end);
}

const keyAt = (text: string, from: number): string =>
  `"${/^[^:\n]*/.exec(text.slice(from))?.[0].trim() ?? ''}"`;

/** What YAML knows beyond JSON becomes what the platform would show of it. */
function asValue(read: unknown): Value {
  if (read === null || read === undefined) return null;
  if (typeof read === 'boolean' || typeof read === 'number' || typeof read === 'string') return read;
  if (Array.isArray(read)) return read.map(asValue);
  if (typeof read === 'object')
    return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, asValue(value)]));
  return String(read);
}

/** As the platform writes them: keys by name, lists at the edge of their key. '' for none. */
export function writeValues(values: Values): string {
  if (Object.keys(values).length === 0) return '';
  return stringify(values, {
    ...{ version: '1.1', sortMapEntries: true, indentSeq: false, lineWidth: 0, singleQuote: true },
    aliasDuplicateObjects: false,
  });
}
