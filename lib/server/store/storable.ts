/** Text that either database takes: PostgreSQL refuses the character NUL. */
import 'server-only';

// biome-ignore lint/suspicious/noControlCharactersInRegex: that very character is meant
export const storable = (text: string): string => text.replace(/\u0000/g, '\uFFFD');
