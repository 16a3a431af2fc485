/**
 * Hosts to be added in bulk, a row each, as a person wrote them. What the platform reads of a host is HOST_XML_ATTRIBUTES of
 * sysinv api/controllers/v1/host.py: no management address, no terminal flags; a software version and a vSwitch controller,
 * which it reads as well, are not offered.
 */
import { type FieldChoice, fieldChoices, fieldSpec, type HostField } from '../host-fields';
import type { RuleContext } from '../host-rules/context';

export const BULK_FIELDS = [
  'personality',
  'hostname',
  'subfunctions',
  'mgmtMac',
  'location',
  'bmType',
  'bmAddress',
  'bmUserName',
  'bmPassword',
  'powerOn',
  'bootDevice',
  'rootfsDevice',
  'installOutput',
  'console',
  'hwSettle',
  'appArmor',
] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

/** Texts as typed, '' for "not said". `powerOn` is 'yes' or ''. */
export type BulkValues = Readonly<Record<BulkField, string>>;

export type BulkRow = {
  id: string;
  values: BulkValues;
  /** Stays in the table and is not sent. */
  leftOut: boolean;
  /** It had a password that was not kept when the page was left. */
  lostPassword: boolean;
  /** What the platform said when it refused this row; null before, and once it is changed. */
  refusal: string | null;
};

export type BulkSpec = {
  field: BulkField;
  label: string;
  /** The element of the file. */
  attribute: string;
  kind: 'text' | 'mono' | 'choice' | 'flag' | 'secret';
  /** `usual` is always shown; `install` when it is asked for, or holds something. */
  group: 'usual' | 'install';
};

const LABELS: Partial<Record<BulkField, string>> = {
  personality: 'Role',
  subfunctions: 'Profile',
  mgmtMac: 'MAC address',
  bmType: 'Board',
  bmAddress: 'Board address',
  bmUserName: 'Board user',
  bmPassword: 'Board password',
  rootfsDevice: 'Root device',
};
const INSTALL: readonly BulkField[] = [
  'bootDevice',
  'rootfsDevice',
  'installOutput',
  'console',
  'hwSettle',
  'appArmor',
];

const isHostField = (field: BulkField): field is Exclude<BulkField, 'powerOn' | 'hwSettle'> & HostField =>
  field !== 'powerOn' && field !== 'hwSettle';

function specOf(field: BulkField): BulkSpec {
  const group = INSTALL.includes(field) ? 'install' : 'usual';
  if (field === 'powerOn') return { field, label: 'Power on', attribute: 'power_on', kind: 'flag', group };
  if (field === 'hwSettle')
    return { field, label: 'Hardware settle', attribute: 'hw_settle', kind: 'text', group };
  const known = isHostField(field) ? fieldSpec(field) : undefined;
  const kind = known?.kind;
  return {
    ...{ field, group, label: LABELS[field] ?? known?.label ?? field, attribute: known?.attribute ?? field },
    kind:
      kind === 'choice' || kind === 'secret'
        ? kind
        : kind === 'mac' || kind === 'address' || group === 'install' || field === 'hostname'
          ? 'mono'
          : 'text',
  };
}

/** In the order of the table. */
export const BULK_SPECS: readonly BulkSpec[] = BULK_FIELDS.map(specOf);

export const bulkSpec = (field: BulkField): BulkSpec =>
  BULK_SPECS.find((spec) => spec.field === field) ?? specOf(field);

/** The values to choose from; empty for free texts. A value that is no choice is kept in front, so that it can be seen. */
export function bulkChoices(field: BulkField, context: RuleContext, present: string): FieldChoice[] {
  return isHostField(field) ? fieldChoices(field, context, present) : [];
}

export const EMPTY_VALUES: BulkValues = {
  ...{ personality: '', hostname: '', subfunctions: '', mgmtMac: '', location: '' },
  ...{ bmType: '', bmAddress: '', bmUserName: '', bmPassword: '', powerOn: '' },
  ...{ bootDevice: '', rootfsDevice: '', installOutput: '', console: '', hwSettle: '', appArmor: '' },
};

export const newRow = (id: string, values: Partial<BulkValues> = {}): BulkRow => ({
  ...{ id, leftOut: false, lostPassword: false, refusal: null },
  values: { ...EMPTY_VALUES, ...values },
});

/** Is nothing said of it but what a new row has by itself? Such a row is no host. */
export const isBlank = ({ values }: BulkRow): boolean =>
  BULK_FIELDS.every(
    (field) => field === 'personality' || field === 'subfunctions' || values[field].trim() === '',
  );

/** A copy to be changed: what no two hosts share is left empty. */
export const duplicateOf = (row: BulkRow, id: string): BulkRow =>
  newRow(id, { ...row.values, hostname: '', mgmtMac: '', bmAddress: '' });

/** Rows that would be sent. */
export const rowsToSend = (rows: readonly BulkRow[]): BulkRow[] =>
  rows.filter((row) => !row.leftOut && !isBlank(row));

/** What a row is called: its name, else its address, else its place. @param at its place, from 0 */
export const rowName = ({ values }: BulkRow, at: number): string =>
  values.hostname.trim() || values.mgmtMac.trim() || `Row ${at + 1}`;

/** More than these in one file nobody looks over. */
export const MOST_ROWS = 200;
