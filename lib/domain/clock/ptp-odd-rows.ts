/**
 * Rows about PTP that came and say less than they should, in words: such as cannot be read, and such as belong to
 * nothing. They are shown with what is wrong, since what they stand for is missing elsewhere.
 */
import type { Unknown } from '../host';
import type { LinkOddRow, PtpConfig, PtpOddRow } from './ptp-config';

export type OddRow = {
  key: string;
  /** What it is a row of: "PTP instance". */
  what: string;
  /** Its name, or its uuid; null when it has neither. */
  name: Unknown<string>;
  /** What is wrong with it. */
  why: string;
};

const WHAT: Record<(PtpOddRow | LinkOddRow)['kind'], string> = {
  instance: 'PTP instance',
  interface: 'PTP interface',
  parameter: 'PTP parameter',
  single: 'Single PTP configuration',
  'link-interface': 'Interface',
  port: 'Port',
  neighbour: 'LLDP neighbour',
};

/** Rows that cannot be read, in the order in which they came. */
export const unreadableRows = (rows: readonly (PtpOddRow | LinkOddRow)[]): OddRow[] =>
  rows.map(({ kind, id, name, why }, index) => ({
    key: `${kind} ${id} ${index}`,
    what: WHAT[kind],
    name: name ?? id,
    why,
  }));

/**
 * PTP interfaces whose instance is not there, places without a host, and parameters of owners that are not there: such
 * run nowhere (`ptpByHost` counts a PTP interface by its instance).
 */
export function ownerlessRows({ instances, interfaces, parameters, unreadable }: PtpConfig): OddRow[] {
  const owners = new Set([...instances, ...interfaces].map(({ id }) => id));
  const odd = unreadable.filter(({ kind }) => kind === 'instance' || kind === 'interface');
  /** Where one of the rows has no uuid, it may be any that is missing. */
  const isOdd = (id: Unknown<string>) => odd.some((row) => row.id === null || row.id === id);
  const missing = (id: Unknown<string>, name: Unknown<string>): string =>
    isOdd(id) ? 'cannot be read' : `does not exist${name === null ? '' : `: ${name}`}`;
  const ofInterfaces = interfaces.flatMap((face): OddRow[] => {
    const row = { key: face.id, what: WHAT.interface, name: face.name || face.id };
    const placeless = face.members.filter(({ host }) => host === '').map((member) => member.interface);
    return [
      ...(owners.has(face.instanceId ?? '')
        ? []
        : [
            { ...row, why: `Its instance ${missing(face.instanceId, face.instanceName ?? face.instanceId)}` },
          ]),
      ...(placeless.length === 0
        ? []
        : [{ ...row, key: `${face.id} places`, why: `No host is named for ${placeless.join(', ')}` }]),
    ];
  });
  const ofParameters = parameters.flatMap(({ id, name, owners: own }): OddRow[] => {
    const gone = own.filter((owner) => !owners.has(owner));
    const [first] = gone;
    if (first === undefined) return [];
    const why =
      gone.length === 1 ? `Its owner ${missing(first, first)}` : `${gone.length} of its owners are not there`;
    return [{ key: id, what: WHAT.parameter, name: name || id, why }];
  });
  return [...ofInterfaces, ...ofParameters];
}
