/** Documents as text. What platform and people wrote stands quoted where YAML would take it for something else. */
import { stringify } from 'yaml';
import { type Host, hostName } from '../host';
import type { Declared } from './document';
import { undeclarable } from './host-documents';
import type { Json } from './json';
import { API_VERSION } from './schema';

/** Where the Deployment Manager looks by itself, and what its examples have. */
export const NAMESPACE = 'deployment';

const STYLE = { version: '1.1', indentSeq: false, lineWidth: 0, aliasDuplicateObjects: false } as const;

export const yamlOf = (value: Json): string => stringify(value, STYLE);

/** A comment, each line of it marked: what the platform says may have lines of its own. */
export const commentOf = (sentences: readonly string[]): string =>
  sentences
    .flatMap((sentence) => sentence.split(/[\r\n\u0085\u2028\u2029]+/))
    .map((line) => `# ${line.replace(CONTROLS, ' ').trim()}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');

/** What YAML does not take in a comment: control characters (Unicode's Cc) but tab; its line breaks are none by now. */
const CONTROLS = /(?!\t)\p{Cc}|[\ufffe\uffff]/gu;

/** One document with its mark, its comment before it. */
export function documentText({ kind, name, spec, notes }: Declared): string {
  const whole = { apiVersion: API_VERSION, kind, metadata: { name, namespace: NAMESPACE }, spec };
  return `---\n${commentOf(notes)}${yamlOf(whole)}`;
}

export type Head = {
  /** Of the system. */
  system: string | null;
  /** What the file is of: "worker-1", "the whole system". */
  of: string;
  notes: readonly string[];
};

/** The first lines of a file. No time stands in it: the same configuration gives the same file. */
export const headText = ({ system, of, notes }: Head): string =>
  commentOf([
    `Configuration of ${of}${system === null ? '' : `, system ${system}`}, read by Roost from the platform.`,
    'Resources of the StarlingX Deployment Manager, as docs/declarative.md maps them. Secrets are named, never written.',
    ...notes,
  ]);

/** First words of the last line of a file of the whole system: without it the file is not whole. */
export const END = 'End: ';

/** The file of one host. @param system its name, where it is known */
export function hostFile(host: Host, documents: readonly Declared[], system: string | null): string {
  const why = undeclarable(host);
  const head = headText({ system, of: hostName(host), notes: why === null ? [] : [why] });
  return head + documents.map(documentText).join('');
}
