/** "1 host", "4 hosts", "1,902 hosts". */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;

/** "is" for one, "are" for any other number. */
export const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');

/** As it stands within a sentence: "follows NTP". A first word in capitals stays: "GNSS signal". */
export const lowered = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
