/**
 * Layers of profiles laid over each other, as the Deployment Manager does before it configures a host (the comment of HostProfileSpec.Base
 * and the IsKeyEqual functions in api/v1/hostprofile_types.go): single values are replaced, maps are merged, items of a list that
 * are one thing are merged and the others kept, texts of a list come together, and an empty list clears what is below it.
 */
import { entry, said, type Tree } from './tree';

export function overlaid(below: Tree, above: Tree): Tree {
  if (below.kind === 'map' && above.kind === 'map') {
    const entries = new Map(below.entries);
    for (const [key, value] of above.entries) {
      const old = entries.get(key);
      entries.set(key, old ? overlaid(old, value) : value);
    }
    return { ...above, entries };
  }
  if (below.kind === 'list' && above.kind === 'list' && above.items.length > 0) {
    const all = [...below.items];
    for (const item of above.items) {
      const same = all.findIndex((other) => isSame(other, item));
      const old = all[same];
      if (old) all[same] = overlaid(old, item);
      else all.push(item);
    }
    return { ...above, items: all };
  }
  return above;
}

/** What makes two items of a list one thing; the first of these groups whose fields an item has. */
const KEYS: readonly (readonly string[])[] = [
  ...[['subnet', 'prefix', 'gateway', 'interface'], ['address'], ['function', 'pageSize']],
  ...[['path'], ['name'], ['function'], ['node']],
];

function isSame(one: Tree, other: Tree): boolean {
  if (one.kind === 'value' || other.kind === 'value') return said(one) !== null && said(one) === said(other);
  // Of Ethernet interfaces the port counts: their names may change.
  const port = said(entry(entry(one, 'port'), 'name'));
  if (port !== null && port !== 'dummy') return port === said(entry(entry(other, 'port'), 'name'));
  const keys = KEYS.find((fields) => fields.every((field) => said(entry(one, field)) !== null));
  return keys?.every((field) => said(entry(one, field)) === said(entry(other, field))) ?? false;
}
