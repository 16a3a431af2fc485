/** A file of the Deployment Manager as somebody has it: its hosts, each with the profiles below it, every value with its line. */
import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import { isFirstOfItsLine, lostAliases, tagsOfHelm, wordsOf } from '../application/overrides/override-yaml';
import { isMap, type Path, pathWords } from './json';
import { overlaid } from './merge';
import { API_VERSION, KINDS, type Kind, SPECS } from './schema';
import { hold, type Misfit } from './shape';
import { entry, items, said, type Tree, treeOfDocument } from './tree';

/** `line` counts from 1. */
export type FileFault = { line: number; message: string };

/** A host of a file, or a profile that no host of it uses. */
export type FileSubject = {
  kind: 'Host' | 'HostProfile';
  name: string;
  /** What it comes to, all layers together. */
  spec: Tree;
  line: number | null;
};

export type ReadFile =
  | { ok: true; subjects: readonly FileSubject[]; remarks: readonly FileFault[] }
  | { ok: false; faults: readonly FileFault[] };

/** Letters; a system of a thousand hosts has some four million. */
export const MOST_LETTERS = 8_000_000;

type Part = { kind: Kind; name: string; tree: Tree; spec: unknown; line: number };

export function readFile(text: string): ReadFile {
  if (text.length > MOST_LETTERS)
    return {
      ok: false,
      faults: [{ line: 1, message: `The file has more than ${MOST_LETTERS / 1_000_000} million letters.` }],
    };
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    ...{ lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.1', logLevel: 'error' },
    customTags: tagsOfHelm,
  });
  const all: Document.Parsed[] = Array.isArray(documents) ? documents : [];
  const faults = all
    .flatMap((document) => [
      ...[...document.errors, ...document.warnings].map((error) => ({
        line: lines.linePos(error.pos[0]).line,
        message: wordsOf(error, text),
      })),
      ...lostAliases(document).map(([from]) => ({
        line: lines.linePos(from).line,
        message: 'This alias names no anchor above it.',
      })),
    ])
    .filter(isFirstOfItsLine);
  if (faults.length > 0) return { ok: false, faults };
  const read = all.map((document) => partOf(document, lines));
  const odd = read.flatMap((one) => (one && 'message' in one ? [one] : []));
  if (odd.length > 0) return { ok: false, faults: odd };
  const parts = read.flatMap((one) => (one && 'kind' in one ? [one] : []));
  return subjectsOf(parts);
}

/** null: of no interest, as a Secret or a Namespace is. */
function partOf(document: Document.Parsed, lines: LineCounter): Part | FileFault | null {
  if (document.contents === null) return null;
  const line = lines.linePos(document.contents.range?.[0] ?? 0).line;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    return { line, message: cause instanceof Error ? cause.message : String(cause) };
  }
  if (value === null) return null;
  if (!isMap(value))
    return { line, message: 'A resource is a map, with apiVersion, kind, metadata and spec.' };
  const { apiVersion, kind, metadata, spec } = value;
  if (typeof kind !== 'string') return { line, message: 'This document has no kind.' };
  const ours = KINDS.find((one) => one === kind);
  if (ours === undefined || (typeof apiVersion === 'string' && !apiVersion.startsWith('starlingx.')))
    return null;
  if (apiVersion !== API_VERSION)
    return { line, message: `The apiVersion of this ${kind} is not ${API_VERSION}.` };
  const name = isMap(metadata) ? metadata.name : undefined;
  if (typeof name !== 'string' || name === '') return { line, message: `This ${kind} has no metadata.name.` };
  const tree = treeOfDocument(document, value, lines);
  const own = entry(tree ?? undefined, 'spec');
  if (own?.kind !== 'map') return { line, message: `The ${kind} ${name} has no spec.` };
  return { kind: ours, name, tree: own, spec, line };
}

function subjectsOf(parts: readonly Part[]): ReadFile {
  const remarks: FileFault[] = parts.flatMap(misfitsOf);
  const profiles = new Map(parts.filter(({ kind }) => kind === 'HostProfile').map((one) => [one.name, one]));
  const used = new Set<string>();
  const hosts = parts
    .filter(({ kind }) => kind === 'Host')
    .map(({ name, tree, line }): FileSubject => {
      const profile = said(entry(tree, 'profile'));
      const layers = layersOf(profile, profiles, used);
      if (profile !== null && layers.length === 0)
        remarks.push({
          line,
          message: `Profile ${profile} of host ${name} is not in the file: only what the host has itself is compared.`,
        });
      const own = entry(tree, 'overrides');
      const matched = entry(entry(tree, 'match'), 'bootMAC');
      const all = [...layers, ...(matched ? [mapOf('bootMAC', matched)] : []), ...(own ? [own] : [])];
      return { kind: 'Host', name, spec: all.reduce(overlaid, EMPTY), line };
    });
  const loose = [...profiles.values()]
    .filter(({ name }) => !used.has(name))
    .map(
      ({ name, line }): FileSubject => ({
        ...{ kind: 'HostProfile' as const, name, line },
        spec: layersOf(name, profiles, used).reduce(overlaid, EMPTY),
      }),
    );
  const subjects = [...hosts, ...loose];
  if (subjects.length > 0)
    return { ok: true, subjects, remarks: remarks.toSorted((a, b) => a.line - b.line) };
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  const message =
    kinds.length > 0
      ? `The file has no Host and no HostProfile, only ${kinds.join(', ')}.`
      : `The file has no Host and no HostProfile of ${API_VERSION}.`;
  return { ok: false, faults: [{ line: 1, message }] };
}

const EMPTY: Tree = { line: null, kind: 'map', entries: new Map() };
const mapOf = (key: string, tree: Tree): Tree => ({
  line: tree.line,
  kind: 'map',
  entries: new Map([[key, tree]]),
});

/** A profile and those it is based on, the lowest first. One that leads in a ring ends there. */
function layersOf(name: string | null, profiles: ReadonlyMap<string, Part>, used: Set<string>): Tree[] {
  const layers: Tree[] = [];
  const seen = new Set<string>();
  let next = name;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    used.add(next);
    const profile = profiles.get(next);
    if (!profile) break;
    layers.unshift(profile.tree);
    next = said(entry(profile.tree, 'base'));
  }
  return layers;
}

/** What the definition would refuse, or drop without a word. */
function misfitsOf({ kind, name, tree, spec }: Part): FileFault[] {
  const misfits: Misfit[] = [];
  hold(SPECS[kind], spec, [], misfits);
  return misfits.map(({ path, why }) => ({
    line: lineOf(tree, path) ?? 1,
    message: `${kind} ${name}, ${pathWords(spec, path) || 'spec'}: ${why}`,
  }));
}

function lineOf(tree: Tree, path: Path): number | null {
  let at: Tree | undefined = tree;
  let line = tree.line;
  for (const step of path) {
    at = typeof step === 'number' ? items(at)[step] : entry(at, step);
    line = at?.line ?? line;
  }
  return line;
}
