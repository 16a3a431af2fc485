/** The order in which the platform applies applications, and which it names as fit for a version of Kubernetes. */

/** Names in the order of applying, as the platform gave them. */
export type ApplicationOrder = readonly string[];

/**
 * Words that sysinv puts among the names when it has nothing to order: keys of what it meant to answer
 * (common/app_metadata.py get_reorder_apps), as recorded.
 */
const NO_NAMES: readonly string[] = ['unmanaged_apps', 'apps_with_cyclic_dependencies'];
export const namesOnly = (answer: readonly string[]): ApplicationOrder =>
  answer.filter((name) => !NO_NAMES.includes(name));

export type Fit = {
  /** `v1.33.0` */
  version: string;
  /** What the platform says of the version: active, available … */
  state: string | null;
  /** Applications that the platform names as compatible with it; null: it would not say. */
  compatible: readonly string[] | null;
  /** Why not, in its words. */
  why: string | null;
};

export type PlaceInOrder =
  | { named: true; place: number; of: number; before: string | null; after: string | null }
  | { named: false; of: number };

/** Where in the order an application stands. */
export function placeIn(order: ApplicationOrder, name: string): PlaceInOrder {
  const index = order.indexOf(name);
  if (index < 0) return { named: false, of: order.length };
  const [before = null, after = null] = [order[index - 1], order[index + 1]];
  return { named: true, place: index + 1, of: order.length, before, after };
}

/** From the version that runs upwards: of lower ones the platform says nothing. `v1.9.0` comes before `v1.10.0`. */
export function fromActive<V extends { version: string; state: string | null }>(versions: readonly V[]): V[] {
  const sorted = versions.toSorted((one, other) =>
    one.version.localeCompare(other.version, 'en', { numeric: true }),
  );
  const active = sorted.findIndex(({ state }) => state === 'active');
  return active < 0 ? sorted : sorted.slice(active);
}
