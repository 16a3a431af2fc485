/** What a plain scalar of YAML is: nothing, yes or no, a number, or a text. */
import type { Json } from '../../../kernel/json';

export function plainScalar(text: string): Json {
  if (text === '' || text === '~' || /^(null|Null|NULL)$/.test(text)) return null;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  if (/^[+-]?(0|[1-9]\d*)$/.test(text)) return safeNumber(text);
  if (/^0x[0-9a-fA-F]+$/.test(text) || /^0o[0-7]+$/.test(text)) return safeNumber(text);
  if (/^[+-]?(\d+\.\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) || /^[+-]?\d+[eE][+-]?\d+$/.test(text))
    return Number(text);
  return text;
}

/** A number of too many digits stays a text: nobody wants its last ones changed. */
function safeNumber(text: string): Json {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}
