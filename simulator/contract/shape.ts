/** Compares the shapes of two JSON bodies: keys and kinds of values, never the values. */
import type { Json } from '../kernel/json';

/** What an answer's value can be. Null goes with anything. */
type Shape =
  | { kind: 'null' | 'text' | 'number' | 'flag' | 'anything' }
  | { kind: 'list'; of: Shape }
  | { kind: 'object'; keys: Map<string, Shape> };

/** Columns that hold whatever somebody put there. */
const FREE_FORM = new Set([
  'capabilities',
  'location',
  'parameters',
  'ifcapabilities',
  'applied_labels',
  'attributes',
]);

/** Columns that an answer has only where somebody set them. */
const OPTIONAL = new Set(['default_project_id']);

function shapeOf(value: Json): Shape {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return { kind: 'text' };
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'flag' };
  if (Array.isArray(value)) return { kind: 'list', of: value.map(shapeOf).reduce(union, { kind: 'null' }) };
  const keys = new Map<string, Shape>();
  for (const [key, item] of Object.entries(value)) {
    keys.set(key, FREE_FORM.has(key) && item !== null ? { kind: 'anything' } : shapeOf(item));
  }
  return { kind: 'object', keys };
}

/** The shape of rows taken together: a key that only some have belongs to it. */
function union(a: Shape, b: Shape): Shape {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', of: union(a.of, b.of) };
  if (a.kind === 'object' && b.kind === 'object') {
    const keys = new Map(a.keys);
    for (const [key, shape] of b.keys) keys.set(key, union(keys.get(key) ?? { kind: 'null' }, shape));
    return { kind: 'object', keys };
  }
  return a.kind === b.kind ? a : { kind: 'anything' };
}

/**
 * How `given` departs from `recorded`, or undefined. Empty lists say nothing about their rows.
 * @param where the way to here, for the message
 */
export function departure(recorded: Json, given: Json, where = 'body'): string | undefined {
  return compare(shapeOf(recorded), shapeOf(given), where);
}

function compare(recorded: Shape, given: Shape, where: string): string | undefined {
  if (recorded.kind === 'null' || given.kind === 'null') return undefined;
  if (recorded.kind === 'anything' || given.kind === 'anything') return undefined;
  if (recorded.kind === 'list' && given.kind === 'list') return compare(recorded.of, given.of, `${where}[]`);
  if (recorded.kind === 'object' && given.kind === 'object')
    return compareKeys(recorded.keys, given.keys, where);
  if (recorded.kind === given.kind) return undefined;
  return `${where} is ${given.kind}, recorded as ${recorded.kind}`;
}

function compareKeys(
  recorded: Map<string, Shape>,
  given: Map<string, Shape>,
  where: string,
): string | undefined {
  const missing = [...recorded.keys()].filter((key) => !given.has(key) && !OPTIONAL.has(key));
  const extra = [...given.keys()].filter((key) => !recorded.has(key) && !OPTIONAL.has(key));
  const parts = [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...(extra.length > 0 ? [`has also ${extra.join(', ')}`] : []),
  ];
  if (parts.length > 0) return `${where} ${parts.join(' and ')}`;
  for (const [key, shape] of recorded) {
    const other = given.get(key);
    const found = other && compare(shape, other, `${where}.${key}`);
    if (found) return found;
  }
  return undefined;
}
