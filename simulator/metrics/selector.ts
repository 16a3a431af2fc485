/**
 * The part of PromQL that the stand-in understands: one selector, `name{label="value",…}`, alone or within `timestamp()`,
 * `min_over_time()` and `max_over_time()`.
 */

export type Matcher = { label: string; matches: (value: string) => boolean };
export type Selector = { name: string; matchers: Matcher[] };

/** Milliseconds by a unit of PromQL. */
export const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export type Expression = {
  selector: Selector;
  /** null: the values as they are. */
  apply: 'timestamp' | 'min' | 'max' | null;
  /** Milliseconds that a function over time looks back; 0 for the others. */
  range: number;
};

/** A selector, or one of the functions around it; undefined for anything else. */
export function readExpression(text: string): Expression | undefined {
  const over = /^\s*(min|max)_over_time\s*\((.*)\[(\d+)(ms|s|m|h|d)\]\s*\)\s*$/s.exec(text);
  const dated = /^\s*timestamp\s*\((.*)\)\s*$/s.exec(text);
  const selector = readSelector(over?.[2] ?? dated?.[1] ?? text);
  if (!selector) return undefined;
  if (!over) return { selector, apply: dated ? 'timestamp' : null, range: 0 };
  const range = Number(over[3]) * (UNITS[over[4] ?? ''] ?? 0);
  return range > 0 ? { selector, apply: over[1] === 'min' ? 'min' : 'max', range } : undefined;
}

/** Undefined for anything else: functions, ranges, arithmetic. */
export function readSelector(text: string): Selector | undefined {
  const match = /^\s*([a-zA-Z_:][\w:]*)\s*(?:\{(.*)\})?\s*$/s.exec(text);
  const [, name, inside = ''] = match ?? [];
  if (!name) return undefined;
  const matchers: Matcher[] = [];
  let rest = inside.trim();
  while (rest !== '') {
    const part = /^([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*(?:,\s*|$)/s.exec(rest);
    const [whole, label, operator, quoted] = part ?? [];
    if (!whole || !label || quoted === undefined) return undefined;
    const value = quoted.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    const test = operator?.endsWith('~') ? regex(value) : (given: string) => given === value;
    if (!test) return undefined;
    matchers.push({ label, matches: operator?.startsWith('!') ? (given) => !test(given) : test });
    rest = rest.slice(whole.length);
  }
  return { name, matchers };
}

/** Anchored at both ends, as Prometheus has it. */
function regex(source: string): ((text: string) => boolean) | undefined {
  try {
    const compiled = new RegExp(`^(?:${source})$`);
    return (text) => compiled.test(text);
  } catch {
    return undefined;
  }
}
