/** The file of hosts that is exported and added in bulk: `<hosts><host><hostname>…`, two levels deep and no attributes that count. */
import type { Host } from '../host';

/** Elements of a host, by name; one that is empty is an empty text. */
export type XmlHost = Map<string, string>;

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w.-]+)\s*>|<([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

/** Undefined for what is no XML. */
export function readHosts(text: string): XmlHost[] | undefined {
  const open: { name: string; text: string }[] = [];
  const hosts: XmlHost[] = [];
  let host: XmlHost = new Map();
  let [read, root] = [0, false];
  const close = (name: string): boolean => {
    const last = open.pop();
    if (last?.name !== name) return false;
    if (open.length === 2 && open[1]?.name === 'host') host.set(name, decode(last.text.trim()));
    if (open.length === 1 && name === 'host') hosts.push(host);
    return true;
  };
  for (const [token, closing, opening, , empty, words] of text.trim().matchAll(TOKEN)) {
    read += token.length;
    if (opening !== undefined) {
      // One element holds all.
      if (open.length === 0 && root) return undefined;
      root = true;
      if (open.length === 1) host = new Map();
      open.push({ name: opening, text: '' });
      if (empty === '/' && !close(opening)) return undefined;
    } else if (closing !== undefined) {
      if (!close(closing)) return undefined;
    } else if (words !== undefined) {
      const last = open.at(-1);
      if (last) last.text += words;
      else if (words.trim() !== '') return undefined;
    }
  }
  return root && open.length === 0 && read === text.trim().length ? hosts : undefined;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const RANK: readonly (string | null)[] = ['controller', 'storage', 'worker'];
const rankOf = ({ row }: Host): number => (RANK.indexOf(row.personality) + 4) % 4;

/** As recorded: controllers, storage hosts, workers, then what nobody claimed; passwords are not told. */
export function writeHosts(hosts: readonly Host[], release: string): string {
  const sorted = hosts.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || (a.row.hostname ?? '').localeCompare(b.row.hostname ?? ''),
  );
  return `<?xml version="1.0" ?>\n<hosts version="${release}">\n${sorted.map(hostText).join('')}</hosts>\n`;
}

function hostText(host: Host): string {
  const { row } = host;
  const worker = row.personality === 'worker';
  const location = host.lacks.includes('location') ? undefined : row.location.locn;
  const lines = [
    element('personality', row.personality),
    ...(worker ? [element('hostname', row.hostname), element('subfunctions', row.subfunctions)] : []),
    element('mgmt_mac', row.mgmt_mac),
    ...(typeof location === 'string' ? [element('location', location)] : []),
    '<!--Uncomment the statement below to power on the host automatically through board management.-->',
    '<!--<power_on />-->',
    element('bm_type', row.bm_type),
    element('bm_username', row.bm_username),
    element('bm_password', ''),
    element('boot_device', row.boot_device),
    element('rootfs_device', row.rootfs_device),
    element('hw_settle', row.hw_settle),
    element('install_output', row.install_output),
    element('console', row.console),
    element('tboot', row.tboot),
  ];
  return `\t<host>\n${lines.map((line) => `\t\t${line}\n`).join('')}\t</host>\n`;
}

const element = (name: string, text: string | null): string =>
  text ? `<${name}>${encode(text)}</${name}>` : `<${name}/>`;
