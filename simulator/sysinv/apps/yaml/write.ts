/** Writes values as YAML, the way sysinv shows overrides: keys in order, lists not indented, single quotes. */
import type { Json } from '../../../kernel/json';
import { plainScalar } from './scalar';
import { isMap, type Values } from './values';

/** Ends with a line break; `{}` for nothing. */
export function writeYaml(values: Values): string {
  return Object.keys(values).length === 0 ? '{}\n' : mapLines(values, '').join('');
}

function mapLines(values: Values, indent: string): string[] {
  return Object.keys(values)
    .sort()
    .flatMap((key) => entry(`${indent}${scalar(key)}:`, values[key] ?? null, indent));
}

/** A key or a dash, with its value on the same line or below. */
function entry(head: string, value: Json, indent: string): string[] {
  if (isMap(value) && Object.keys(value).length > 0) return [`${head}\n`, ...mapLines(value, `${indent}  `)];
  if (Array.isArray(value) && value.length > 0) return [`${head}\n`, ...listLines(value, indent)];
  if (typeof value === 'string' && value.includes('\n')) return block(head, value, indent);
  return [`${head} ${scalar(value)}\n`];
}

function listLines(list: readonly Json[], indent: string): string[] {
  return list.flatMap((item) => {
    if (isMap(item) && Object.keys(item).length > 0) {
      const [first = '', ...rest] = mapLines(item, `${indent}  `);
      return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
    }
    if (Array.isArray(item) && item.length > 0) {
      const [first = '', ...rest] = listLines(item, `${indent}  `);
      return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
    }
    return entry(`${indent}-`, item, indent);
  });
}

/** A text of several lines; one that a block cannot hold is quoted. */
function block(head: string, text: string, indent: string): string[] {
  if (/^[ \n]|[ \t]\n|[ \t]$|[^\n\x20-\x7e\u00a0-\ufffd]/.test(text))
    return [`${head} ${JSON.stringify(text)}\n`];
  const chomp = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const lines = body.split('\n').map((line) => (line === '' ? '\n' : `${indent}  ${line}\n`));
  return [`${head} |${chomp}\n`, ...lines];
}

function scalar(value: Json): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : numberText(value);
  if (typeof value === 'string') return quoted(value);
  return Array.isArray(value) ? '[]' : '{}';
}

/** A float keeps a point, or the next reader would take it for a text. */
function numberText(value: number): string {
  const text = String(value);
  return /^[+-]?\d+e/.test(text) ? text.replace('e', '.0e') : text;
}

function quoted(text: string): string {
  if (/[\p{Cc}\ufeff]/u.test(text)) return JSON.stringify(text);
  const plain =
    text !== '' &&
    typeof plainScalar(text) === 'string' &&
    !/^[\s\-?:,[\]{}#&*!|>'"%@`=<]|: |:$| #|\s$|^(yes|no|on|off)$/i.test(text);
  // A word that only begins with a dash is plain, a dash and a blank is a list.
  const dashed =
    /^-(?!--)\S/.test(text) && typeof plainScalar(text) === 'string' && !/: |:$| #|\s$/.test(text);
  return plain || dashed ? text : `'${text.replace(/'/g, "''")}'`;
}
