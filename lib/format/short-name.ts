/** The platform's own host names, as short as they can be read across a room: `controller-0` is `c-0`. */
const PLATFORM_NAME = /^(controller|storage|worker|edgeworker|compute)-(\d+)$/;

/** Short names by name. A name that is not the platform's own, or would look like another, stays as it is. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const short = names.map((name) =>
    name.replace(PLATFORM_NAME, (_, word: string, n: string) => `${word[0]}-${n}`),
  );
  const times = new Map<string, number>();
  for (const each of short) times.set(each, (times.get(each) ?? 0) + 1);
  return new Map(
    names.map((name, at) => {
      const each = short[at] ?? name;
      return [name, times.get(each) === 1 ? each : name];
    }),
  );
}
