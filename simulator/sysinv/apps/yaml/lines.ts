/** A YAML document as the lines that count: no comments, no blank ones, each with how far in it is. */

/** What could not be read, and where. Lines count from 1. */
export class YamlError extends Error {
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(`line ${line}: ${what}`);
  }
}

export type Line = { number: number; indent: number; content: string };

export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let started = false;
  // Lines of a block scalar count for nothing here: they are further in than what opened it.
  let inBlock: number | undefined;
  for (const [at, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const number = at + 1;
    const content = raw.trim();
    if (content === '') continue;
    const indent = indentOf(raw);
    if (inBlock !== undefined && indent > inBlock) {
      lines.push({ number, indent, content });
      continue;
    }
    inBlock = undefined;
    if (content.startsWith('#')) continue;
    if (/^---(\s|$)/.test(raw)) {
      if (started || content !== '---') throw new YamlError(number, 'one document is read, not several');
      started = true;
      continue;
    }
    if (content === '...') break;
    if (/^\s*\t/.test(raw)) throw new YamlError(number, 'a tab may not indent');
    if (content.startsWith('%')) throw new YamlError(number, 'directives are not read');
    started = true;
    lines.push({ number, indent, content });
    if (/(^|[:-]\s+)[|>][+-]?\d?[+-]?(\s+#.*)?$/.test(content)) inBlock = ownerOf(indent, content);
  }
  return lines;
}

/** A block in a list belongs to the key after the dash. */
function ownerOf(indent: number, content: string): number {
  const dash = /^((?:-\s+)+)[^\s|>]/.exec(content);
  return indent + (dash?.[1]?.length ?? 0);
}
