/** Shapes of the documents, and holding a value against one: what does not fit is told, and left out of what is returned. */
import { natural } from '../natural';
import { isMap, type Json, type Path } from './json';

export type Shape =
  | { kind: 'text'; oneOf?: readonly string[]; like?: RegExp }
  | { kind: 'whole'; least?: number; most?: number; oneOf?: readonly number[] }
  | { kind: 'flag' }
  /** Any keys, each with a value of one shape. */
  | { kind: 'map'; of: Shape }
  /** `by`: the order has no meaning, and items are sorted by these fields; without fields texts by themselves. */
  | { kind: 'list'; of: Shape; by?: readonly string[] }
  | { kind: 'object'; fields: Readonly<Record<string, Shape>>; needs?: readonly string[] };

export type Misfit = { path: Path; why: string };

/**
 * @param misfits gets what does not hold, with the way to it
 * @returns what fits, fields in the order of the shape; undefined: nothing of it
 */
export function hold(shape: Shape, value: unknown, path: Path, misfits: Misfit[]): Json | undefined {
  const no = (why: string): undefined => {
    misfits.push({ path, why });
  };
  switch (shape.kind) {
    case 'text':
      if (typeof value !== 'string') return no('A text belongs here.');
      if (shape.oneOf && !shape.oneOf.includes(value)) return no(oneOfWords(value, shape.oneOf));
      return shape.like && !shape.like.test(value) ? no(`"${value}" has a form that is not taken.`) : value;
    case 'whole':
      if (typeof value !== 'number' || !Number.isInteger(value)) return no('A whole number belongs here.');
      if (shape.oneOf && !shape.oneOf.includes(value)) return no(oneOfWords(value, shape.oneOf));
      return outside(value, shape) ? no(`${value} is not ${boundsOf(shape)}.`) : value;
    case 'flag':
      return typeof value === 'boolean' ? value : no('true or false belongs here.');
    case 'map':
      if (!isMap(value)) return no('A map belongs here.');
      return mapOf(
        Object.keys(value)
          .toSorted(natural)
          .map((key) => [key, hold(shape.of, value[key], [...path, key], misfits)]),
      );
    case 'list':
      if (!Array.isArray(value)) return no('A list belongs here.');
      return sorted(
        value.flatMap((item, at) => hold(shape.of, item, [...path, at], misfits) ?? []),
        shape.by,
      );
    case 'object':
      return isMap(value) ? holdObject(shape, value, path, misfits) : no('A map belongs here.');
  }
}

type ObjectShape = Extract<Shape, { kind: 'object' }>;

function holdObject(
  { fields, needs = [] }: ObjectShape,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  misfits: Misfit[],
): Json | undefined {
  for (const key of Object.keys(value))
    if (!Object.hasOwn(fields, key)) misfits.push({ path: [...path, key], why: 'There is no such field.' });
  const known = mapOf(
    Object.entries(fields).map(([key, shape]) => {
      const given = value[key];
      return [
        key,
        given === undefined || given === null ? undefined : hold(shape, given, [...path, key], misfits),
      ];
    }),
  );
  const missing = needs.filter((key) => !Object.hasOwn(known, key));
  if (missing.length === 0) return known;
  misfits.push({ path, why: `It needs ${missing.join(' and ')}.` });
  return undefined;
}

function mapOf(entries: readonly (readonly [string, Json | undefined])[]): { [key: string]: Json } {
  const map: { [key: string]: Json } = {};
  for (const [key, value] of entries) if (value !== undefined) map[key] = value;
  return map;
}

function sorted(items: Json[], by: readonly string[] | undefined): Json[] {
  if (by === undefined) return items;
  const key = (item: Json): string =>
    by.length === 0
      ? String(item)
      : by.map((field) => (isMap(item) ? String(item[field] ?? '') : '')).join('\n');
  return items.toSorted((a, b) => natural(key(a), key(b)));
}

type Bounds = { least?: number; most?: number };
const outside = (value: number, { least, most }: Bounds): boolean =>
  (least !== undefined && value < least) || (most !== undefined && value > most);
const boundsOf = ({ least, most }: Bounds): string =>
  most === undefined ? `${least} or more` : `between ${least ?? 0} and ${most}`;
const oneOfWords = (value: string | number, words: readonly (string | number)[]): string =>
  `"${value}" is none of ${words.join(', ')}.`;
