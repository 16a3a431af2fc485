/** Writes values as YAML, the way sysinv shows overrides: keys in order, lists not indented, single quotes. */
import { stringify } from 'yaml';
import type { Values } from './values';

/** Ends with a line break; `{}` for nothing. A word that YAML 1.1 takes for yes or no is quoted, as the platform does. */
export const writeYaml = (values: Values): string =>
  stringify(values, {
    ...{ sortMapEntries: true, indentSeq: false, singleQuote: true, lineWidth: 0 },
    ...{ compat: 'yaml-1.1', aliasDuplicateObjects: false },
  });
