/** Scalars and flows on one line: `text`, `'text'`, `"text"`, `[a, b]`, `{a: 1}`. */
import type { Json } from '../../../kernel/json';
import { YamlError } from './lines';
import { plainScalar } from './scalar';

export function readFlow(text: string, line: number): Json {
  const cursor = new Cursor(text, line);
  const value = cursor.value(false);
  cursor.end();
  return value;
}

class Cursor {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly line: number,
  ) {}

  /** @param inside of a list or a map, where a comma ends it */
  value(inside: boolean): Json {
    this.blanks();
    const next = this.text[this.at];
    if (next === '"' || next === "'") return this.quoted(next);
    if (next === '[') return this.list();
    if (next === '{') return this.map();
    if (next !== undefined && /[&*!%@`]/.test(next))
      throw this.error(`${next} is not read at the start of a value`);
    if (next === '|' || next === '>') throw this.error('a block of text has to begin the value');
    return plainScalar(this.plain(inside));
  }

  /** Nothing may follow but a comment. */
  end(): void {
    this.blanks();
    const left = this.text.slice(this.at);
    if (left !== '' && !left.startsWith('#')) throw this.error(`${left} is more than one value`);
  }

  private list(): Json[] {
    const list: Json[] = [];
    this.at += 1;
    while (!this.taken(']')) {
      list.push(this.value(true));
      if (!this.taken(',') && this.peek() !== ']') throw this.error('the list does not end on this line');
    }
    return list;
  }

  private map(): Json {
    const map: { [key: string]: Json } = {};
    this.at += 1;
    while (!this.taken('}')) {
      const key = String(this.value(true) ?? '');
      map[key] = this.taken(':') ? this.value(true) : null;
      if (!this.taken(',') && this.peek() !== '}') throw this.error('the map does not end on this line');
    }
    return map;
  }

  private plain(inside: boolean): string {
    const rest = this.text.slice(this.at);
    const length = rest.search(inside ? /[,[\]{}]|:(?=[\s,[\]{}]|$)|\s#/ : /\s#|$/);
    const word = rest.slice(0, length < 0 ? rest.length : length);
    if (!inside && /:(\s|$)/.test(word)) throw this.error('a colon may not stand in a plain text');
    this.at += word.length;
    return word.trim();
  }

  private quoted(quote: string): string {
    const pattern = quote === '"' ? /"((?:[^"\\]|\\.)*)"/y : /'((?:[^']|'')*)'/y;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) throw this.error('the quotes do not end on this line');
    this.at = pattern.lastIndex;
    const inner = found[1] ?? '';
    return quote === "'" ? inner.replace(/''/g, "'") : this.escaped(inner);
  }

  private escaped(text: string): string {
    return text.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (whole, code: string) => {
      const hex = /^[xuU]([0-9a-fA-F]+)$/.exec(code)?.[1];
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      const meant = ESCAPES[code];
      if (meant === undefined) throw this.error(`${whole} stands for nothing`);
      return meant;
    });
  }

  private peek(): string | undefined {
    this.blanks();
    return this.text[this.at];
  }

  private taken(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at += 1;
    return true;
  }

  private blanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private error(what: string): YamlError {
    return new YamlError(this.line, what);
  }
}

const ESCAPES: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
};
