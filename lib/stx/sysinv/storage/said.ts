/** What storage rows say in their free fields. */
import 'server-only';
import { z } from 'zod';

/** A dictionary whose values are said as text; anything else counts as empty. Written as JSON text it is read as such. */
export const dictionary = z
  .unknown()
  .optional()
  .transform((value): Record<string, string> => {
    const said = typeof value === 'string' ? parsed(value) : value;
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return {};
    return Object.fromEntries(
      Object.entries(said)
        .filter(([, one]) => one !== null && one !== '')
        .map(([name, one]) => [name, typeof one === 'string' ? one : JSON.stringify(one)]),
    );
  });

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** Words in a list, or with commas between. */
export const words = z
  .union([z.array(z.unknown()), z.string()])
  .nullish()
  .catch(null)
  .transform((value): string[] => {
    const all = typeof value === 'string' ? value.split(',') : (value ?? []);
    return all.filter((one) => typeof one === 'string').flatMap((one) => (one.trim() ? [one.trim()] : []));
  });

/** The functions that `capabilities` names. */
export const functionsOf = z
  .object({ functions: words })
  .partial()
  .loose()
  .nullish()
  .catch(null)
  .transform((value) => value?.functions ?? []);
