/** Which filesystems a refusal of the platform is about, so that its words can stand beside their fields. */

/**
 * Names that the platform wrote in quotes (`size for filesystem 'scratch' should be bigger than 20`); where it quoted none, those
 * of which it says the size (`based upon platform size 10 and database size 11`).
 */
export function namedIn(message: string, names: readonly string[]): string[] {
  const quoted = names.filter((name) => message.includes(`'${name}'`));
  return quoted.length > 0 ? quoted : names.filter((name) => message.includes(`${name} size `));
}
