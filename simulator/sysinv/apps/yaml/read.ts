/**
 * Reads the YAML that Helm values and an application's manifests are written in: maps and lists in blocks, flow
 * lists and maps on one line, plain and quoted scalars, block scalars, comments. What it does not know (anchors,
 * aliases, tags, several documents, flow over several lines, quotes over several lines) it refuses with the line.
 */
import type { Json } from '../../../kernel/json';
import { readFlow } from './flow';
import { indentOf, type Line, linesOf, YamlError } from './lines';
import { isMap, type Values } from './values';

/** A whole document. An empty one is null. */
export function readYaml(text: string): Json {
  const reader = new Reader(text);
  return reader.document();
}

/** A document that has to be a map, as values are; an empty one is an empty map. */
export function readValues(text: string): Values {
  const value = readYaml(text);
  if (value === null) return {};
  if (!isMap(value)) throw new YamlError(1, 'the values are not a map');
  return value;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[{&*!|>%@`,].*?)\s*:(?=\s|$)/;

class Reader {
  private readonly lines: Line[];
  private at = 0;

  constructor(private readonly text: string) {
    this.lines = linesOf(text);
  }

  document(): Json {
    const first = this.peek();
    if (!first) return null;
    const value = this.node(first.indent);
    const left = this.peek();
    if (left) throw new YamlError(left.number, 'this line belongs to nothing above it');
    return value;
  }

  private peek(): Line | undefined {
    return this.lines[this.at];
  }

  /** What begins at this line, which is so far in. */
  private node(indent: number): Json {
    const line = this.peek();
    if (!line || line.indent < indent) return null;
    if (isDash(line.content)) return this.list(line.indent);
    if (keyOf(line)) return this.map(line.indent);
    this.at += 1;
    return this.scalar(line.content, line, line.indent - 1);
  }

  private list(indent: number): Json[] {
    const list: Json[] = [];
    for (let line = this.peek(); line && line.indent === indent && isDash(line.content); line = this.peek()) {
      const rest = line.content.slice(1);
      const inner = rest.trimStart();
      if (inner === '') {
        this.at += 1;
        list.push(this.below(indent));
        continue;
      }
      const column = indent + 1 + (rest.length - inner.length);
      const item = { ...line, indent: column, content: inner };
      if (isDash(inner) || keyOf(item)) {
        // What stands after the dash is a block of its own, as far in as it stands.
        this.lines[this.at] = item;
        list.push(this.node(column));
      } else {
        this.at += 1;
        list.push(this.scalar(inner, item, indent));
      }
    }
    // At the same depth a key may follow, whose value the list before was.
    this.ended(indent + 1);
    return list;
  }

  private map(indent: number): Values {
    const map: Values = {};
    for (let line = this.peek(); line && line.indent === indent; line = this.peek()) {
      const found = keyOf(line);
      if (!found) break;
      if (Object.hasOwn(map, found.key)) throw new YamlError(line.number, `${found.key} is here twice`);
      this.at += 1;
      const value = found.rest === '' ? this.valueBelow(indent) : this.scalar(found.rest, line, indent);
      Object.defineProperty(map, found.key, { value, writable: true, enumerable: true, configurable: true });
    }
    this.ended(indent);
    return map;
  }

  /** A block is followed by what is less far in, or by nothing. */
  private ended(indent: number): void {
    const line = this.peek();
    if (line && line.indent >= indent)
      throw new YamlError(line.number, 'this line is too far in or lacks a colon');
  }

  /** What is below a key: further in, or a list that is as far in as its key. */
  private valueBelow(indent: number): Json {
    const line = this.peek();
    return line && line.indent === indent && isDash(line.content) ? this.list(indent) : this.below(indent);
  }

  private below(indent: number): Json {
    const line = this.peek();
    return line && line.indent > indent ? this.node(line.indent) : null;
  }

  /** A scalar or a flow, of which `outer` is how far in its owner is. */
  private scalar(content: string, line: Line, outer: number): Json {
    const head = /^([|>])([+-]?)(\d?)([+-]?)(?:\s+#.*)?$/.exec(content);
    if (head) return this.block(line, outer, head[1] === '>', `${head[2]}${head[4]}`, Number(head[3] ?? 0));
    return readFlow(content, line.number);
  }

  private block(line: Line, outer: number, folded: boolean, chomp: string, given: number): string {
    // The last break ends a line, it does not begin one.
    const raw = this.text.replace(/\r?\n$/, '').split(/\r?\n/);
    const taken: string[] = [];
    let indent = given > 0 ? Math.max(outer, 0) + given : 0;
    let number = line.number;
    for (; number < raw.length; number++) {
      const text = raw[number] ?? '';
      if (text.trim() === '') {
        taken.push(indent > 0 ? text.slice(indent) : '');
        continue;
      }
      const own = indentOf(text);
      if (indent === 0) indent = own;
      if (own <= outer || own < indent) break;
      taken.push(text.slice(indent));
    }
    while (this.peek() && (this.peek()?.number ?? 0) <= number) this.at += 1;
    return chomped(folded ? fold(taken) : taken.join('\n'), chomp);
  }
}

const isDash = (content: string): boolean => content === '-' || content.startsWith('- ');

function keyOf(line: Line): { key: string; rest: string } | undefined {
  if (line.content.startsWith('? ')) throw new YamlError(line.number, 'keys of several lines are not read');
  const found = KEY.exec(line.content);
  if (!found) return undefined;
  const name = found[1] ?? '';
  const key = /^["']/.test(name) ? String(readFlow(name, line.number)) : name;
  const rest = line.content.slice(found[0].length).trim();
  return { key, rest: rest.startsWith('#') ? '' : rest };
}

/** One line break becomes a blank, several one less; lines further in stay as they are. */
function fold(lines: readonly string[]): string {
  let text = '';
  let blanks = 0;
  for (const [at, line] of lines.entries()) {
    if (line === '') {
      blanks += 1;
      continue;
    }
    const kept = /^\s/.test(line) || /^\s/.test(lines[at - 1 - blanks] ?? '');
    const first = text === '';
    const between =
      first || kept ? '\n'.repeat(blanks + (first ? 0 : 1)) : blanks === 0 ? ' ' : '\n'.repeat(blanks);
    text += between + line;
    blanks = 0;
  }
  return text + '\n'.repeat(blanks);
}

/** Ends of the text: all that are there, none, or one. */
function chomped(text: string, chomp: string): string {
  if (chomp === '+') return `${text}\n`;
  const bare = text.replace(/\n+$/, '');
  return chomp === '-' || bare === '' ? bare : `${bare}\n`;
}
