/** Code that a page can do without until somebody opens something. */
export type Later<T> = {
  /** What was fetched, if it was. */
  held: () => T | undefined;
  /** Fetches it once. A failed try is forgotten, so that the next one asks again. */
  load: () => Promise<T>;
};

const known: Later<unknown>[] = [];
let quiet = false;
let onMissing: () => void = () => undefined;

/** Who is told when code could not be fetched: a server with a newer build no longer has it. One listener. */
export function tellOfMissingCode(listener: () => void): void {
  onMissing = listener;
}

export function later<T>(fetch: () => Promise<T>): Later<T> {
  let value: T | undefined;
  let trip: Promise<T> | undefined;
  const part: Later<T> = {
    held: () => value,
    load: () => {
      trip ??= fetch().then(
        (got) => {
          value = got;
          return got;
        },
        (cause) => {
          trip = undefined;
          onMissing();
          throw cause;
        },
      );
      return trip;
    },
  };
  // A part of a page that was opened later: the browser has had its quiet moment.
  if (quiet) void part.load().catch(() => undefined);
  else known.push(part);
  return part;
}

/** Fetches everything that can come later, one after the other: the page is quiet. */
export async function fetchEveryPart(): Promise<void> {
  quiet = true;
  for (const part of known.splice(0)) await part.load().catch(() => undefined);
}
