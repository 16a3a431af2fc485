/** Cells from a spreadsheet or a CSV file: which column is what, and the rows they make. */
import { isIp } from '../ip';
import { normalizeMac } from '../mac';
import { BULK_FIELDS, BULK_SPECS, type BulkField, type BulkValues, newRow } from './bulk-row';
import type { ReadRows } from './bulk-xml';

export type Cells = readonly (readonly string[])[];

/** What each column is; null: not taken. */
export type Columns = readonly (BulkField | null)[];

export type PastedTable = {
  cells: Cells;
  /** The first line names the columns. */
  header: boolean;
  columns: Columns;
};

/** Further spellings of heads, without blanks and signs. The platform's names and the labels of the table count anyway. */
const SPELLINGS: Readonly<Record<BulkField, readonly string[]>> = {
  personality: ['type', 'hosttype', 'nodetype', 'function'],
  hostname: ['host', 'name', 'node', 'nodename', 'server', 'fqdn'],
  subfunctions: ['performanceprofile', 'subfunction', 'kernel'],
  mgmtMac: [
    'mac',
    'macaddr',
    'managementmac',
    'mgmtmacaddress',
    'pxemac',
    'pxe',
    'bootmac',
    'hwaddr',
    'hwaddress',
  ],
  location: ['rack', 'position', 'place', 'site', 'locn'],
  bmType: ['bm', 'bmc', 'bmctype', 'boardmanagementtype', 'boardtype'],
  bmAddress: [
    'bmcip',
    'bmcaddress',
    'ipmiip',
    'ipmiaddress',
    'ilo',
    'iloip',
    'idrac',
    'idracip',
    'redfiship',
    'oobip',
  ],
  bmUserName: ['bmuser', 'bmcuser', 'bmcusername', 'ipmiuser', 'user', 'username', 'login'],
  bmPassword: ['bmpass', 'bmcpassword', 'bmcpass', 'ipmipassword', 'password', 'pass'],
  powerOn: ['power', 'poweron'],
  bootDevice: ['bootdisk', 'boot'],
  rootfsDevice: ['rootfs', 'rootdisk', 'rootdevice', 'root'],
  installOutput: ['output', 'installationoutput'],
  console: ['serialconsole', 'tty', 'serial'],
  hwSettle: ['settle', 'hardwaresettle'],
  appArmor: ['armor'],
};

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const FIELD_OF: ReadonlyMap<string, BulkField> = new Map(
  BULK_SPECS.flatMap(({ field, label, attribute }) =>
    [field, label, attribute, ...SPELLINGS[field]].map((name): [string, BulkField] => [bare(name), field]),
  ),
);

/** What a column is called like, in any usual spelling. */
export const fieldOfHead = (head: string): BulkField | null => FIELD_OF.get(bare(head)) ?? null;

const PERSONALITIES: Readonly<Record<string, string>> = {
  ...{ compute: 'worker', workers: 'worker', wrk: 'worker' },
  ...{ controllers: 'controller', ctrl: 'controller', master: 'controller', osd: 'storage' },
};
const YES = ['yes', 'y', 'true', '1', 'x', 'on'];

/** A cell as the table writes it: choices in the platform's words, yes and no. */
export function cellValue(field: BulkField, text: string): string {
  const trimmed = text.trim();
  const low = trimmed.toLowerCase();
  switch (field) {
    case 'bmPassword':
      return text;
    case 'powerOn':
      return YES.includes(low) ? 'yes' : '';
    case 'personality':
      return PERSONALITIES[low] ?? low;
    case 'subfunctions':
      if (/^low ?-?latency$/.test(low)) return 'worker,lowlatency';
      return low === 'standard' ? 'worker' : low.replaceAll(' ', '');
    case 'bmType':
    case 'installOutput':
    case 'appArmor':
      return low;
    default:
      return trimmed;
  }
}

/** What the values of a column look like, where it has no head. */
function fieldOfValues(values: readonly string[]): BulkField | null {
  const said = values.map((text) => text.trim()).filter((text) => text !== '');
  const every = (test: (text: string) => boolean) => said.length > 0 && said.every(test);
  if (every((text) => normalizeMac(text) !== null)) return 'mgmtMac';
  if (every(isIp)) return 'bmAddress';
  if (every((text) => ['controller', 'worker', 'storage'].includes(cellValue('personality', text))))
    return 'personality';
  if (every((text) => /^(none|dynamic|ipmi|redfish)$/i.test(text))) return 'bmType';
  if (every((text) => text.startsWith('/dev/'))) return 'bootDevice';
  if (every((text) => /^tty\w+,/.test(text))) return 'console';
  return null;
}

/** Guesses what the columns are: by their heads, else by what stands in them; the first unknown one is the name. */
export function guessColumns(cells: Cells): PastedTable {
  const [first = []] = cells;
  const heads = first.map(fieldOfHead);
  const width = Math.max(0, ...cells.map((line) => line.length));
  const header = heads.some((field) => field !== null) && !first.some((text) => normalizeMac(text) !== null);
  const found = Array.from({ length: width }, (_, at) =>
    header ? (heads[at] ?? null) : fieldOfValues(cells.map((line) => line[at] ?? '')),
  );
  const taken = new Set<BulkField>();
  const columns = found.map((field) => {
    const free = field === 'bootDevice' && taken.has(field) ? 'rootfsDevice' : field;
    if (free === null || taken.has(free)) return null;
    taken.add(free);
    return free;
  });
  const name = columns.indexOf(null);
  const named = !header && !taken.has('hostname') && name >= 0;
  return {
    ...{ cells, header },
    columns: named ? columns.map((field, at) => (at === name ? 'hostname' : field)) : columns,
  };
}

/** Rows of a pasted table. A worker is meant where no column says the role. @param id makes one for each row */
export function rowsOfTable({ cells, header, columns }: PastedTable, id: () => string): ReadRows {
  const [heads = []] = cells;
  const lines = (header ? cells.slice(1) : cells).filter((line) => line.some((text) => text.trim() !== ''));
  const rows = lines.map((line) => {
    const values: Partial<Record<keyof BulkValues, string>> = columns.includes('personality')
      ? {}
      : { personality: 'worker' };
    for (const [at, field] of columns.entries())
      if (field !== null) values[field] = cellValue(field, line[at] ?? '');
    return newRow(id(), values);
  });
  const passedOver = columns.flatMap((field, at) =>
    field === null && lines.some((line) => (line[at] ?? '').trim() !== '')
      ? [header ? (heads[at] ?? '') : `column ${at + 1}`]
      : [],
  );
  return { rows, passedOver };
}

/** Cells spread over the table from one of its own on, as spreadsheets do. */
export function spreadFrom(
  field: BulkField,
  shown: readonly BulkField[],
  cells: Cells,
): Partial<BulkValues>[] {
  const from = Math.max(0, shown.indexOf(field));
  return cells.map((line) => {
    const values: Partial<Record<keyof BulkValues, string>> = {};
    for (const [at, text] of line.entries()) {
      const to = shown[from + at];
      if (to !== undefined && BULK_FIELDS.includes(to)) values[to] = cellValue(to, text);
    }
    return values;
  });
}
