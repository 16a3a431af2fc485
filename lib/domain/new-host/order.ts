/** What is sent for a new host: attributes in the platform's words, and the commands that do the same. */
import type { Host } from '../host';
import { cliHost, shellQuote } from '../host-action-cli';
import { normalizeMac } from '../mac';
import type { NewHost } from './draft';
import { hasProfile, isNamedByHand } from './roles';

/** The attributes of sysinv that the guide sets (host.py post; cgts-client iHost_shell.py do_host_add). */
export const NEW_HOST_ATTRIBUTES = [
  'mgmt_mac',
  'personality',
  'hostname',
  'subfunctions',
  'location',
  'bm_type',
  'bm_ip',
  'bm_username',
  'boot_device',
  'rootfs_device',
  'install_output',
  'console',
  'hw_settle',
] as const;
export type NewHostAttribute = (typeof NEW_HOST_ATTRIBUTES)[number];
export type NewHostValues = Partial<Record<NewHostAttribute, string>>;

/** What was said, and nothing else: what is left out is the platform's own default. `location` is its plain text. */
export function newHostValues(host: NewHost): NewHostValues {
  const board = host.bmType !== 'none';
  const all: NewHostValues = {
    mgmt_mac: normalizeMac(host.mac) ?? host.mac.trim(),
    personality: host.role,
    hostname: isNamedByHand(host.role) ? host.hostname.trim() : '',
    subfunctions: hasProfile(host.role) && host.profile === 'lowlatency' ? 'worker,lowlatency' : '',
    location: host.location.trim(),
    bm_type: host.bmType,
    bm_ip: board ? host.bmAddress.trim() : '',
    bm_username: board ? host.bmUserName.trim() : '',
    boot_device: host.bootDevice.trim(),
    rootfs_device: host.rootfsDevice.trim(),
    install_output: host.installOutput,
    console: host.console.trim(),
    hw_settle: host.hwSettle.trim(),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

const SECRET = shellQuote('<password>');

/**
 * `system host-add …`, or `system host-update ID …` for a node that was heard of. The password is never in it.
 * @param node the discovered node, if it is one
 */
export function addCli(host: NewHost, withPassword: boolean, node: Host | undefined): string {
  const values = newHostValues(host);
  if (node) {
    const { mgmt_mac: _, ...rest } = values;
    const words = Object.entries(rest).map(([name, value]) => {
      const text = name === 'location' ? JSON.stringify({ locn: value }) : value;
      return `${name}=${shellQuote(text)}`;
    });
    if (withPassword) words.push(`bm_password=${SECRET}`);
    return ['system host-update', cliHost(node), ...words].join(' ');
  }
  const words = Object.entries(values).map(([name, value]) => {
    // The command knows the one word, and sysinv adds the personality (host.py _update_subfunctions).
    const text = name === 'subfunctions' ? 'lowlatency' : value;
    return `--${name} ${shellQuote(text)}`;
  });
  if (withPassword) words.push(`--bm_password ${SECRET}`);
  return ['system host-add', ...words].join(' ');
}
