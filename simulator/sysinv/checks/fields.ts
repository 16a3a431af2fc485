/** What sysinv refuses when fields of a host are written (host.py patch and add). */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { python } from '../api/json-patch';
import { refuse } from '../faults';
import { type Host, nameOf, type Personality } from '../host';

export type Fields = { [column: string]: Json };

const PERSONALITIES: readonly Personality[] = ['controller', 'storage', 'worker'];
const BOARD_TYPES = ['none', 'dynamic', 'ipmi', 'redfish'];
const INSTALLATION = ['boot_device', 'rootfs_device', 'install_output', 'console', 'tboot', 'hw_settle'];
const IDENTITY = ['hostname', 'personality', 'subfunctions'];

export function personalityOf(value: Json | undefined): Personality | undefined {
  return PERSONALITIES.find((personality) => personality === value);
}

/** Judges the changed columns of one PATCH, all before any is written. */
export function checkFields(world: World, host: Host, changed: Fields): void {
  const { row } = host;
  const name = nameOf(host);
  if (row.invprovision === 'provisioned' && IDENTITY.some((column) => column in changed)) {
    refuse(
      400,
      `The following fields can not be modified because this host ${name} has been configured: hostname, personality, subfunctions`,
    );
  }
  checkIdentity(world, host, changed);
  checkBoard(host, changed);
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
  if (typeof hostname !== 'string') return;
  const role = personalityOf(personality) ?? host.row.personality;
  if (role === 'controller' && hostname !== 'controller-0' && hostname !== 'controller-1') {
    refuse(
      400,
      "Host with personality=controller can only have a hostname from ['controller-0', 'controller-1']",
    );
  }
  // Own words.
  if (!/^[\w.-]{1,255}$/.test(hostname)) refuse(400, `${hostname}: Rejected: not a valid hostname`);
  const other = world.sysinv.byName(hostname);
  if (other && other !== host) refuse(409, `Host with hostname ${hostname} already exists`);
}

function checkBoard(host: Host, changed: Fields): void {
  const name = nameOf(host);
  const type = changed.bm_type;
  if (type !== undefined && type !== null && !BOARD_TYPES.some((known) => known === type)) {
    refuse(
      400,
      `${name}: Rejected: '${type}' is not a supported board management type. Must be one of ${python(BOARD_TYPES)}`,
    );
  }
  const now = type ?? host.row.bm_type;
  if (now === null || now === 'none' || !('bm_type' in changed || 'bm_ip' in changed)) return;
  // Own words.
  const ip = changed.bm_ip ?? host.row.bm_ip;
  const user = changed.bm_username ?? host.row.bm_username;
  if (!ip) refuse(400, `${name}: Rejected: bm_ip is needed for board management type ${now}`);
  if (!user) refuse(400, `${name}: Rejected: bm_username is needed for board management type ${now}`);
}
