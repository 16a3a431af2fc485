/** A side as text, for a diff line by line: fields in the order of the definition, so that two sides say the same alike. */
import { isJsonMap } from './document';
import type { JsonMap } from './json';
import { yamlOf } from './print';
import { PROFILE } from './schema-profile';
import { hold } from './shape';
import { plain, type Tree } from './tree';

/** What the definition has no place for stands at the end. */
export function sideText(spec: Tree): string {
  const whole = plain(spec);
  const held = hold(PROFILE, whole, [], []);
  if (held === undefined || !isJsonMap(held) || !isJsonMap(whole)) return yamlOf(whole);
  const rest: JsonMap = Object.fromEntries(
    Object.entries(whole).filter(([key]) => !Object.hasOwn(held, key)),
  );
  return Object.keys({ ...held, ...rest }).length === 0 ? '' : yamlOf({ ...held, ...rest });
}
