/**
 * What sysinv refuses of a host that somebody adds (sysinv api/controllers/v1/host.py _new_host_semantic_checks, _do_post,
 * _controller_storage_node_setup, _bm_semantic_check_and_update), in the order in which it asks and with its sentences.
 */
import { isIP } from 'node:net';
import type { World } from '../../kernel/world';
import { refuse } from '../faults';
import type { Host } from '../host';
import type { Fields } from './fields';

const REJECTED = 'Host-add Rejected:';
const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is asked of a host by itself, before any is looked for that is like it. */
export function checkNewFields(world: World, fields: Fields, mac: string): void {
  const { sysinv } = world;
  const personality = text(fields.personality);
  const hostname = text(fields.hostname);
  if (personality === '' && !sysinv.hosts.some(isManaging)) {
    refuse(
      400,
      `Provisioning request for new host '${mac}' is not permitted while there is no unlocked-enabled controller. Unlock controller-0, wait for it to enable and then retry.`,
    );
  }
  if (sysinv.isSimplex()) refuse(400, `${REJECTED} Adding a host on a simplex system is not allowed.`);
  const named = personality === 'controller' || personality === 'storage';
  if (hostname === '' && !named) {
    refuse(
      400,
      `Host-add Rejected. Must provide a hostname for a node of personality ${personality || 'None'}`,
    );
  }
  if (hostname !== '') checkHostname(hostname, personality);
  if (mac === '') refuse(400, `${REJECTED} Must provide MAC Address of the host mgmt interface`);
  if (!MAC.test(mac)) refuse(400, `${REJECTED} Must provide a valid format of a MAC Address`);
  checkPersonality(world, personality);
}

/** _personality_check: an all-in-one simplex has controllers alone, an all-in-one duplex workers beside them. */
export function checkPersonality({ sysinv }: World, personality: string): void {
  if (['', 'controller', 'edgeworker'].includes(personality)) return;
  if (personality === 'worker' && !sysinv.isSimplex()) return;
  if (sysinv.context.allInOne) {
    refuse(400, `Personality [${personality}] for host is not compatible with installed software. `);
  }
}

/**
 * What is asked of it beside the others. Returns the discovered node whose MAC address is given, which becomes the host;
 * undefined for one that nobody saw yet.
 */
export function checkNewHost(world: World, fields: Fields, mac: string): Host | undefined {
  checkNewFields(world, fields, mac);
  const { sysinv } = world;
  const personality = text(fields.personality);
  const hostname = text(fields.hostname);
  const named = personality === 'controller' || personality === 'storage';
  if (!named && sysinv.byName(hostname)) refuse(400, `${REJECTED} Hostname already exists`);
  const known = sysinv.hosts.find(({ row }) => row.mgmt_mac === mac.toLowerCase());
  if (known && (known.row.hostname !== null || known.row.personality !== null)) {
    refuse(400, `${REJECTED} Host with mgmt_mac ${mac} already exists`);
  }
  checkNewBoard(world, fields, hostname);
  checkSetup(world, personality, hostname);
  return known;
}

/** _controller_storage_node_setup: what a controller and a storage host need, whether it is added or claimed. */
export function checkSetup(world: World, personality: string, hostname: string): void {
  if (personality === 'controller') checkSecondController(world);
  if (personality === 'storage') checkStorage(world, hostname);
}

const isManaging = ({ row }: Host): boolean =>
  row.personality === 'controller' && row.administrative === 'unlocked' && row.operational === 'enabled';

/** _validate_hostname: names that only hosts of a personality have, and those that it can have. */
export function checkHostname(hostname: string, personality: string): void {
  if (personality === 'controller' && hostname !== 'controller-0' && hostname !== 'controller-1') {
    refuse(
      400,
      "Host with personality=controller can only have a hostname from ['controller-0', 'controller-1']",
    );
  }
  if (personality === 'storage' && !/^storage-\d+$/.test(hostname)) {
    refuse(400, 'Host with personality=storage can only have a hostname starting with storage-(number)');
  }
  if (personality === 'controller' || personality === 'storage') return;
  if (personality !== 'worker' && personality !== 'edgeworker') {
    refuse(
      400,
      `${hostname}: Reject attempt to configure with invalid personality=${personality || 'None'} `,
    );
  }
  if (!/^[\p{L}\p{N}_.-]+$/u.test(hostname)) {
    refuse(400, 'Name may only contain letters, numbers, underscores, periods and hyphens.');
  }
  if (hostname.length > 255) refuse(400, 'Name restricted to at most 255 characters.');
  if (/^(controller-[01]$|storage)/.test(hostname)) {
    refuse(400, `${hostname} Reject attempt to configure invalid hostname for personality ${personality}.`);
  }
}

/** Both names are taken when both controllers are there. */
function checkSecondController({ sysinv }: World): void {
  if (sysinv.byName('controller-0') && sysinv.byName('controller-1')) {
    refuse(
      400,
      'Two controller nodes have already been configured. This host can not be configured as a controller.',
    );
  }
}

/** Storage hosts are for Ceph of the platform's own kind, and are numbered without gaps. */
function checkStorage({ sysinv }: World, hostname: string): void {
  if (sysinv.context.storage.kind !== 'ceph') {
    refuse(
      400,
      'Storage nodes can only be configured if storage cluster is configured for the Ceph backend.',
    );
  }
  if (sysinv.context.allInOne) {
    refuse(400, "Storage nodes can not be configured for the 'controller-nodes' storage model.");
  }
  const count = sysinv.hosts.filter(({ row }) => row.personality === 'storage').length;
  let n = count;
  while (n > 0 && sysinv.byName(`storage-${n}`)) n -= 1;
  if (hostname !== '' && hostname !== `storage-${n}`) {
    refuse(
      400,
      `Storage name ${hostname} not allowed.  Expected storage-${n}. Storage nodes can be one of: storage-#.`,
    );
  }
}

/** Who names a board's controller names its user, and no two hosts share one. */
function checkNewBoard({ sysinv }: World, fields: Fields, hostname: string): void {
  const [ip, user, password] = [text(fields.bm_ip), text(fields.bm_username), text(fields.bm_password)];
  const name = hostname || 'None';
  const told = `${name}: Rejected: Board management controller`;
  const blanks = 'is not valid. Whitespace characters are not permitted.';
  if (user.length > 16) refuse(400, `${told} username is not valid. Cannot be longer than 16 characters.`);
  if (/\s/.test(user)) refuse(400, `${told} username ${blanks}`);
  if (password !== '' && user === '') {
    refuse(
      400,
      `${name} Rejected: Board management controller password change attempt without corresponding username.`,
    );
  }
  if (/\s/.test(password)) refuse(400, `${told} password ${blanks}`);
  if (ip === '') return;
  if (user === '' && fields.bm_type !== 'none') {
    refuse(400, `${name}: Rejected: Board Management controller username is not configured.`);
  }
  if (isIP(ip) === 0) refuse(400, `${name}: Rejected: Board Management controller IP Address is not valid.`);
  const [family] = sysinv.context.families;
  if (isIP(ip) !== family) {
    refuse(
      400,
      'Rejected: Board management controller IP address must be the same version as OAM primary address.',
    );
  }
  if (sysinv.hosts.some(({ row }) => row.bm_ip === ip)) refuse(400, `${REJECTED} bm_ip ${ip} already exists`);
}
