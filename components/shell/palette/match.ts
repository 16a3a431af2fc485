/** How the palette finds: every word typed must begin a word of the name. Pure. */
import { plainIpv6 } from '@/lib/domain/plain-ipv6';

export type Words = readonly string[];

/** Lower-case words of what was typed; an IPv6 address as the platform spells it. */
export const wordsOf = (query: string): Words =>
  query
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => plainIpv6(word) ?? word);

/** Where words begin in a text: at its start and after anything that is no letter or digit. */
const beginnings = (text: string): string[] => {
  const lower = text.toLocaleLowerCase('en-GB');
  return [...lower.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => lower.slice(index));
};

/** Does every typed word begin somewhere in the text? An empty query matches all. */
export function matches(text: string, words: Words): boolean {
  const starts = beginnings(text);
  return words.every((word) => starts.some((start) => start.startsWith(word)));
}

/** Typed words that begin a word of the label, and the rest. */
export function splitBy(label: string, words: Words): { taken: Words; rest: Words } {
  const starts = beginnings(label);
  const takes = (word: string) => starts.some((start) => start.startsWith(word));
  return { taken: words.filter(takes), rest: words.filter((word) => !takes(word)) };
}

export type Piece = { text: string; hit: boolean };

/** A text cut into what was typed and what was not, for the bold parts. */
export function pieces(text: string, words: Words): Piece[] {
  const lower = text.toLocaleLowerCase('en-GB');
  const marked = Array.from({ length: text.length }, () => false);
  // A letter whose lower case is longer would shift every place after it; then nothing is marked.
  if (lower.length === text.length) {
    for (const { index } of lower.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
      for (const word of words) {
        if (lower.startsWith(word, index)) marked.fill(true, index, index + word.length);
      }
    }
  }
  const result: Piece[] = [];
  for (const [index, letter] of [...text.split('')].entries()) {
    const hit = marked[index] ?? false;
    const last = result.at(-1);
    if (last && last.hit === hit) last.text += letter;
    else result.push({ text: letter, hit });
  }
  return result;
}
