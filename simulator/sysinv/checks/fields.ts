/** What sysinv refuses when fields of a host are written (host.py patch and add). */
import { isIP } from 'node:net';
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { python } from '../api/json-patch';
import { refuse } from '../faults';
import { type Host, nameOf, type Personality } from '../host';
import { checkHostname, checkPersonality, checkSetup } from './new-host';

export type Fields = { [column: string]: Json };

const PERSONALITIES: readonly Personality[] = ['controller', 'storage', 'worker', 'edgeworker'];
const BOARD_TYPES = ['none', 'dynamic', 'ipmi', 'redfish'];
const BOARD_COLUMNS = ['bm_type', 'bm_ip', 'bm_username', 'bm_password'];
const INSTALLATION = ['boot_device', 'rootfs_device', 'install_output', 'console', 'tboot', 'hw_settle'];
const IDENTITY = ['hostname', 'personality', 'subfunctions'];

export function personalityOf(value: Json | undefined): Personality | undefined {
  return PERSONALITIES.find((personality) => personality === value);
}

/** Judges the changed columns of one PATCH, all before any is written. @param given all that it named */
export function checkFields(world: World, host: Host, changed: Fields, given: Fields = changed): void {
  const { row } = host;
  const name = nameOf(host);
  if (row.invprovision === 'provisioned' && IDENTITY.some((column) => column in changed)) {
    refuse(
      400,
      `The following fields can not be modified because this host ${name} has been configured: hostname, personality, subfunctions`,
    );
  }
  checkIdentity(world, host, changed);
  checkBoard(world, host, changed, given);
  if (row.administrative !== 'locked' && INSTALLATION.some((column) => column in changed)) {
    refuse(400, 'Host must be locked before updating installation parameters.');
  }
  if ('max_cpu_mhz_configured' in changed && row.capabilities.is_max_cpu_configurable !== 'configurable') {
    refuse(400, 'Host does not support configuration of Max CPU Frequency.');
  }
  // Own words: these values were not tried on the platform.
  const oneOf = (column: string, values: readonly string[]) => {
    const value = changed[column];
    if (value !== undefined && !values.some((known) => known === value)) {
      refuse(400, `${name}: Rejected: ${column} is one of ${python([...values])}, not ${python(value)}`);
    }
  };
  oneOf('clock_synchronization', ['ntp', 'ptp']);
  oneOf('apparmor', ['enabled', 'disabled']);
  oneOf('install_output', ['text', 'graphical']);
}

function checkIdentity(world: World, host: Host, changed: Fields): void {
  const { hostname, personality } = changed;
  const name = nameOf(host);
  if (personality !== undefined && !personalityOf(personality)) {
    refuse(400, `${hostname ?? name}: Reject attempt to configure with invalid personality=${personality} `);
  }
  if (typeof personality === 'string' && host.row.personality === null) claimable(world, host, changed);
  if (typeof hostname !== 'string') return;
  const role = personalityOf(personality) ?? host.row.personality;
  checkHostname(hostname, role ?? '');
  const other = world.sysinv.byName(hostname);
  if (other && other !== host) refuse(409, `Host with hostname ${hostname} already exists`);
}

/** host.py _check_worker, _personality_check, _controller_storage_node_setup: of a discovered node that becomes a host. */
function claimable(world: World, { row }: Host, { hostname, personality }: Fields): void {
  // A new host is judged by its own check, and is no row of the cloud.
  if (!world.sysinv.hosts.some((one) => one.row === row)) return;
  const name = typeof hostname === 'string' ? hostname : (row.hostname ?? '');
  const role = String(personality);
  if (name === '' && (role === 'worker' || role === 'edgeworker')) {
    refuse(400, `Host ${row.uuid} of personality ${role}, must be provisioned with a hostname.`);
  }
  checkPersonality(world, role);
  checkSetup(world, role, name);
}

/**
 * host.py _bm_username_semantic_check, _bm_password_semantic_check, _bm_semantic_check_and_update, in their order. That another
 * host has the address is not looked at here: only adding a host does.
 * @param given what the request named, changed or not
 */
function checkBoard(world: World, host: Host, changed: Fields, given: Fields): void {
  const { row } = host;
  const name = nameOf(host);
  const controller = `${name}: Rejected: Board management controller`;
  const text = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : null);
  const [user, password] = [text(given.bm_username), text(given.bm_password)];
  if (user !== null && user.length > 16)
    refuse(400, `${controller} username is not valid. Cannot be longer than 16 characters.`);
  if (user !== null && /\s/.test(user))
    refuse(400, `${controller} username is not valid. Whitespace characters are not permitted.`);
  if (password !== null && user === null) {
    refuse(
      400,
      `${name} Rejected: Board management controller password change attempt without corresponding username.`,
    );
  }
  if (password !== null && /\s/.test(password))
    refuse(400, `${controller} password is not valid. Whitespace characters are not permitted.`);
  if (!BOARD_COLUMNS.some((column) => column in changed)) return;

  const now = (column: 'bm_type' | 'bm_ip' | 'bm_username') => text(changed[column] ?? row[column]);
  const type = 'bm_type' in changed ? (changed.bm_type ?? null) : row.bm_type;
  if (!BOARD_TYPES.some((known) => known === type)) {
    refuse(
      400,
      `${name}: Rejected: '${type ?? 'None'}' is not a supported board management type. Must be one of ${python(BOARD_TYPES)}`,
    );
  }
  const taken = row.bm_type !== 'none' && type === 'none';
  if (type === 'none' && !taken) {
    refuse(
      400,
      `${name}: Rejected: Board Management controller Type is not provisioned.  Provisionable values: '${python(BOARD_TYPES.slice(1))}'.`,
    );
  }
  if (type !== 'none' && now('bm_username') === null)
    refuse(400, `${name}: Rejected: Board Management controller username is not configured.`);
  const ip = now('bm_ip');
  if (ip !== null && ip !== row.bm_ip) {
    const family = isIP(ip);
    if (family === 0) refuse(400, `${name}: Rejected: Board Management controller IP Address is not valid.`);
    if (family !== world.sysinv.context.families[0]) {
      refuse(
        400,
        'Rejected: Board management controller IP address must be the same version as OAM primary address.',
      );
    }
  }
  const before = row.bm_username;
  if (before && user !== null && user !== before && given.bm_password === undefined) {
    refuse(
      400,
      `${name} Rejected: username change attempt from ${before} to ${user} without corresponding password.`,
    );
  }
}
