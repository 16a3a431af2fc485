/** Fills a world's alarms and their history. Runs after the inventory is there. */
import type { World } from '../kernel/world';
import { uuidFrom } from '../worlds/uuid';
import { CATALOGUE } from './catalogue';
import { deriveFromHosts } from './seed-fleet';
import { type Episode, MINUTE, replay, scatter } from './seed-history';
import * as small from './seed-small';
import * as standard from './seed-standard';

/** How far back the event log goes. */
const HISTORY_MS = 2880 * MINUTE;

export function seedFm(world: World): void {
  seedSuppressions(world);
  const [scattered, told] = PASTS[world.inventory];
  scatter(world, HISTORY_MS, scattered);
  replay(world, told);
  if (world.inventory === 'fleet') deriveFromHosts(world);
}

/** How many episodes are scattered over the past, and which are told. */
const PASTS: Record<World['inventory'], [number, readonly Episode[]]> = {
  simplex: [20, []],
  duplex: [40, small.DUPLEX],
  standard: [110, [...standard.HISTORY, ...standard.ACTIVE]],
  fleet: [400, []],
  ceph: [40, []],
  rook: [30, []],
  lvm: [15, []],
};

const GROUPS: Record<string, string> = {
  '100': 'A monitored resource',
  '200': 'Host maintenance',
  '210': 'Backup and restore',
  '250': 'The configuration',
  '260': 'A deployment resource',
  '280': 'A subcloud',
  '300': 'A network agent',
  '400': 'A service group',
  '500': 'Security',
  '700': 'A virtual machine',
  '750': 'An application',
  '800': 'Storage',
  '850': 'Kubernetes',
  '900': 'Software management',
};

/** One row for every alarm id. 100.150 is suppressed in every world but the simplex. */
function seedSuppressions(world: World): void {
  const ids = [...CATALOGUE.values()].filter(({ isLog }) => !isLog);
  world.fm.suppressions = ids.map((entry, index) => {
    const group = GROUPS[entry.id.slice(0, 3)] ?? 'The platform';
    const levels = entry.severities.map((severity) => `\n     ${severity.toUpperCase()}`).join('');
    const plain = `${group} reports ${entry.alarmType}, cause ${entry.probableCause}.${levels}`;
    return {
      id: index + 1,
      uuid: uuidFrom(world.random),
      alarm_id: entry.id,
      description: capped(ODD_TEXTS[entry.id] ?? plain),
      suppressed: entry.id === '100.150' && world.inventory !== 'simplex',
    };
  });
}

/** The column holds 254 characters; fm-rest-api ends what it cut in ` ...`. */
const capped = (text: string): string => (text.length > 254 ? `${text.slice(0, 250)} ...` : text);

/** Two forms that the catalogue's texts also have: alternatives, and a dictionary of severities written out. */
const ODD_TEXTS: Record<string, string> = {
  '100.114':
    "{'major': 'None of the configured NTP servers can be used.', 'minor': 'NTP server <IP address>  cannot be used.'}",
  '100.119': [
    '<hostname> runs a PTP instance without its process',
    '<hostname> has lost its remote PTP grandmaster',
    '<hostname> is further from its grandmaster than the threshold allows',
    '<hostname> has a port that cannot stamp in hardware as it was configured to',
    '<hostname> has no GNSS signal on a receiver that it needs',
  ].join('\nOR\n'),
};
