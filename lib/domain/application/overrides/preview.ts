/** What a change of user overrides would come to, as Roost works it out before the platform does. */
import { type DiffRow, diffRows } from './diff';
import { readOverrides, writeValues, type YamlFault } from './override-yaml';
import { withSets } from './sets';
import { changedPaths, hasNull, mergeValues, type Values } from './values';

/** Overrides as the platform has them, YAML each; null: none. */
export type Present = { system: string | null; user: string | null };
/** What a person typed. `keep`: laid over what is set already. */
export type Typed = { yaml: string; sets: readonly string[]; keep: boolean };

export type Preview = {
  /** Paths of combined values that would be others. */
  changes: readonly string[];
  rows: readonly DiffRow[];
  /** All combined values afterwards, as YAML. */
  merged: string;
  /** User overrides afterwards, as YAML. */
  user: string;
  /** Something is null: Helm takes the chart's own value away. */
  takesAway: boolean;
};

/** `unknown`: what the platform has cannot be read, so nobody can say what changes. */
export type Previewed =
  | { state: 'known'; preview: Preview }
  | { state: 'faulty'; faults: readonly YamlFault[] }
  | { state: 'unknown' };

export function previewOf(present: Present, { yaml, sets, keep }: Typed): Previewed {
  const typed = readOverrides(yaml);
  if (!typed.ok) return { state: 'faulty', faults: typed.faults };
  const [system, user] = [readOverrides(present.system ?? ''), readOverrides(present.user ?? '')];
  if (!system.ok || !user.ok) return { state: 'unknown' };
  const under: Values = keep ? user.values : {};
  const next = withSets(mergeValues(under, typed.values), sets);
  const before = mergeValues(system.values, user.values);
  const after = mergeValues(system.values, next);
  const merged = writeValues(after);
  return {
    state: 'known',
    preview: {
      changes: changedPaths(before, after),
      rows: diffRows(writeValues(before), merged),
      merged,
      user: writeValues(next),
      takesAway: hasNull(next),
    },
  };
}
