/** Values with the lines of the file they stand in, so that layers can be laid over each other and a difference still has its line. */
import {
  type Document,
  isAlias,
  isMap as isMapNode,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type LineCounter,
} from 'yaml';
import { isMap, type Json, type Path } from './json';

/** `line` counts from 1; null: of no file. */
export type Tree = { line: number | null } & (
  | { kind: 'value'; value: string | number | boolean }
  | { kind: 'map'; entries: ReadonlyMap<string, Tree> }
  | { kind: 'list'; items: readonly Tree[] }
);

/** What the platform says: of no file. */
export const treeOfJson = (value: Json): Tree =>
  grow(value, () => null, []) ?? { line: null, kind: 'map', entries: new Map() };

/** A document of a file. null: it holds nothing. @param value what the document says, as plain values */
export function treeOfDocument(document: Document.Parsed, value: unknown, lines: LineCounter): Tree | null {
  return grow(value, (path) => lineAt(document, path, lines), []);
}

function grow(value: unknown, lineOf: (path: Path) => number | null, path: Path): Tree | null {
  const line = lineOf(path);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { line, kind: 'value', value };
  if (Array.isArray(value))
    return {
      line,
      kind: 'list',
      items: value.flatMap((item, at) => grow(item, lineOf, [...path, at]) ?? []),
    };
  if (!isMap(value)) return null;
  const entries = Object.keys(value).flatMap((key) => {
    const below = grow(value[key], lineOf, [...path, key]);
    return below ? [[key, below] as const] : [];
  });
  return { line, kind: 'map', entries: new Map(entries) };
}

/** Where a value stands: the line of its key, or of itself in a list. Below an alias, the line of what it stands for. */
function lineAt(document: Document.Parsed, path: Path, lines: LineCounter): number | null {
  let node: unknown = document.contents;
  let place = placeOf(node);
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    const next: unknown = isMapNode(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : isSeq(node) && typeof step === 'number'
        ? node.items[step]
        : undefined;
    if (next === undefined) break;
    place = placeOf(isPair(next) ? next.key : next) ?? place;
    node = isPair(next) ? next.value : next;
  }
  return place === null ? null : lines.linePos(place).line;
}

const placeOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);

export const entry = (tree: Tree | undefined, key: string): Tree | undefined =>
  tree?.kind === 'map' ? tree.entries.get(key) : undefined;

export const items = (tree: Tree | undefined): readonly Tree[] => (tree?.kind === 'list' ? tree.items : []);

/** A single value as text. */
export const said = (tree: Tree | undefined): string | null =>
  tree?.kind === 'value' ? String(tree.value) : null;

export function plain(tree: Tree): Json {
  switch (tree.kind) {
    case 'value':
      return tree.value;
    case 'list':
      return tree.items.map(plain);
    case 'map':
      return Object.fromEntries([...tree.entries].map(([key, below]) => [key, plain(below)]));
  }
}
