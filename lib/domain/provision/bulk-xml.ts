/**
 * Rows of a bulk add as the platform's file, and back. `<hosts><host><hostname>…`, as sysinv writes it (host.py _create_node)
 * and reads it (HOST_XML_ATTRIBUTES): an element that is left out says nothing; one that is there and empty may.
 */
import { normalizeMac } from '../mac';
import { BULK_SPECS, type BulkRow, type BulkValues, newRow } from './bulk-row';

/** What stands for a password wherever a person looks. */
export const HIDDEN_PASSWORD = '••••••';

/** Names in the order in which sysinv writes them. */
const ORDER = [
  'personality',
  'hostname',
  'subfunctions',
  'mgmt_mac',
  'location',
  'power_on',
  'bm_type',
  'bm_ip',
];

const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Elements that a row says something in, in the file's order. Passwords are as typed. */
function elementsOf({ values }: BulkRow): { attribute: string; text: string; secret: boolean }[] {
  const place = (attribute: string) => (ORDER.includes(attribute) ? ORDER.indexOf(attribute) : ORDER.length);
  return BULK_SPECS.toSorted((a, b) => place(a.attribute) - place(b.attribute)).flatMap((spec) => {
    const typed = values[spec.field];
    if (spec.field === 'subfunctions' && values.personality !== 'worker') return [];
    const text =
      spec.field === 'mgmtMac'
        ? (normalizeMac(typed) ?? typed.trim())
        : spec.kind === 'secret'
          ? typed
          : typed.trim();
    if (text === '') return [];
    return [{ attribute: spec.attribute, text, secret: spec.kind === 'secret' }];
  });
}

/**
 * The file that is sent.
 * @param passwords `hidden` for everything that shows it
 */
export function writeBulkXml(rows: readonly BulkRow[], passwords: 'sent' | 'hidden'): string {
  const hosts = rows.map((row) => {
    const lines = elementsOf(row).map(({ attribute, text, secret }) => {
      // There, and empty: that is how it is said.
      if (attribute === 'power_on') return '    <power_on/>';
      return `    <${attribute}>${encode(secret && passwords === 'hidden' ? HIDDEN_PASSWORD : text)}</${attribute}>`;
    });
    return `  <host>\n${lines.join('\n')}\n  </host>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<hosts>\n${hosts.join('')}</hosts>\n`;
}

/** Elements of a host by name, the first of each; those that are empty are an empty text. */
export type XmlHost = ReadonlyMap<string, string>;

export type ReadRows = {
  rows: BulkRow[];
  /** Columns or elements that held something and are not taken, by their own names. */
  passedOver: string[];
};

/** Rows of a file that was read already. @param id makes one for each row */
export function rowsOfXml(hosts: readonly XmlHost[], id: () => string): ReadRows {
  const passedOver = new Set<string>();
  const rows = hosts.map((host) => {
    const values: Partial<Record<keyof BulkValues, string>> = {};
    for (const [name, text] of host) {
      const spec = BULK_SPECS.find(({ attribute }) => attribute === name);
      if (spec) values[spec.field] = spec.kind === 'flag' ? 'yes' : text;
      else if (text !== '') passedOver.add(name);
    }
    return newRow(id(), values);
  });
  return { rows, passedOver: [...passedOver].toSorted() };
}
