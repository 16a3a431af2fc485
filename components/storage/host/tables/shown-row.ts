/** A row as a table shows it: with what a search finds it by, and whether its way is followed. */
export type Shown<T> = T & { find: string; traced: boolean };
