/** Values of Helm as data: how one set of them lies over another, and in what two of them differ. */

export type Value = null | boolean | number | string | readonly Value[] | Values;
export type Values = { readonly [key: string]: Value };

export const isMap = (value: Value | undefined): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `over` laid over `under`: maps are merged key by key, lists and everything else are replaced whole. A null in `over` takes the
 * place of what was there and stays a null: the platform shows it so, and Helm drops the key of the chart's own values when it
 * applies. Source: Helm pkg/cli/values (MergeValues) and pkg/chartutil (CoalesceValues); the platform merges by running
 * `helm install --dry-run` with one `--values` for each text (sysinv helm/helm.py merge_overrides). A reading of those rules,
 * not those programs: what the platform made of it is shown after a save.
 */
export function mergeValues(under: Values, over: Values): Values {
  const merged = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    const before = merged.get(key);
    merged.set(key, isMap(before) && isMap(value) ? mergeValues(before, value) : value);
  }
  return Object.fromEntries(merged);
}

/** Is there a null anywhere, which takes a value of the chart away? */
export const hasNull = (value: Value): boolean =>
  value === null ||
  (Array.isArray(value) ? value.some(hasNull) : isMap(value) && Object.values(value).some(hasNull));

/** Paths of the values that differ, as `a.b`; what came or went counts once, however much is in it. */
export function changedPaths(before: Values, after: Values, above = ''): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const path = above === '' ? key : `${above}.${key}`;
    const [from, to] = [before[key], after[key]];
    if (isMap(from) && isMap(to)) return changedPaths(from, to, path);
    return sameValue(from, to) ? [] : [path];
  });
}

/** Equal whatever the order of keys. */
export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (isMap(one) && isMap(other)) return changedPaths(one, other).length === 0;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  return Object.is(one, other);
}
