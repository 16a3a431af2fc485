/** A platform word in a cell or at the start of a sentence: first letter raised, the rest as the platform spells it. */
export function raiseFirst(word: string): string {
  const [first = '', ...rest] = word;
  return first.toLocaleUpperCase('en-GB') + rest.join('');
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
}

/** Cuts an id in the middle, where ids differ least: `5c2573…1a2b3c`. Both ends keep about half of `most` characters. */
export function truncateMiddle(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const head = Math.ceil((most - 1) / 2);
  const tail = Math.floor((most - 1) / 2);
  return `${letters.slice(0, head).join('')}…${tail > 0 ? letters.slice(-tail).join('') : ''}`;
}
