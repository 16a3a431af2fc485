/**
 * What parameters of PTP mean: names, defaults and ranges of linuxptp (ptp4l.8, phc2sys.8, ts2phc.8, synce4l) and of
 * StarlingX (sysinv common/constants.py PTP_*, PTP guide), each with a sentence of ours. Names that are not here are taken
 * by the platform all the same, and written to the service's file as they are.
 */
import { INTERFACE_PARAMETERS } from './ptp-interface-parameters';
import { OTHER_SERVICE_PARAMETERS } from './ptp-service-parameters';
import { PTP4L_PARAMETERS } from './ptp4l-parameters';

export type ParameterHelp = {
  name: string;
  /** Sections that it belongs to; a `*` stands for the rest of a name. */
  section: string;
  /** What the service takes when nothing is set; null: it has none. */
  default: string | null;
  kind: 'flag' | 'number' | 'choice' | 'text';
  /** Of a number, both included. */
  range?: readonly [number, number];
  unit?: string;
  choices?: readonly string[];
  help: string;
};

/** What a PTP interface may say, besides what belongs to its service. */
const BY_SERVICE: Readonly<Record<string, readonly ParameterHelp[]>> = {
  ptp4l: PTP4L_PARAMETERS,
  ...OTHER_SERVICE_PARAMETERS,
};

const matches = (pattern: string, section: string): boolean =>
  pattern.endsWith('*') ? section.startsWith(pattern.slice(0, -1)) : pattern === section;

/** Known parameters of a section of an instance. @param service null: an instance that runs nothing */
export const knownParameters = (service: string | null, section: string): readonly ParameterHelp[] =>
  (BY_SERVICE[service ?? ''] ?? []).filter((one) => matches(one.section, section));

/** Known parameters of a PTP interface. @param service of its instance */
export const knownInterfaceParameters = (service: string | null): readonly ParameterHelp[] =>
  INTERFACE_PARAMETERS[service ?? ''] ?? [];

/** Sections that an instance of a service may have; a name of `*` is numbered by whoever adds it. */
export function knownSections(service: string | null): string[] {
  const sections = (BY_SERVICE[service ?? ''] ?? []).map(({ section }) => section.replace('*', '_1'));
  return [...new Set(['global', ...sections])];
}

/**
 * What is odd about a value, for the person who typed it. Never a refusal: the platform takes anything, and the service
 * says no only when it starts.
 */
export function valueRemark(help: ParameterHelp | undefined, value: string): string | null {
  if (!help || value === '') return null;
  if (help.kind === 'flag') return /^[01]$/.test(value) ? null : 'Usually 0 or 1.';
  if (help.kind === 'choice') {
    return help.choices?.includes(value) ? null : `Usually one of ${help.choices?.join(', ')}.`;
  }
  if (help.kind !== 'number') return null;
  const number = Number(value);
  if (Number.isNaN(number)) return 'Usually a number.';
  if (!help.range) return null;
  const [least, most] = help.range;
  return number >= least && number <= most ? null : `Between ${least} and ${most}.`;
}
