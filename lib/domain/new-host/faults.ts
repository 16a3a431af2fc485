/** What is wrong with a host that somebody is about to add, by field, before the platform is asked. */
import { type Host, hostName, isProvisioned } from '../host';
import { isIp } from '../ip';
import { normalizeMac } from '../mac';
import { workerNameFault } from '../worker-name';
import { ADD_STEPS, type AddStep, type NewHost, type NewHostField, STEP_FIELDS } from './draft';
import { type AddContext, isNamedByHand, roleOptions } from './roles';

export type NewHostFaults = Partial<Record<NewHostField | 'bmPassword', string>>;

/** The host that has this address; undefined for none, and for what is no address. Any notation. */
export function macOwner(mac: string, hosts: readonly Host[]): Host | undefined {
  const plain = normalizeMac(mac);
  if (plain === null) return undefined;
  return hosts.find(({ mgmtMac }) => mgmtMac !== null && (normalizeMac(mgmtMac) ?? mgmtMac) === plain);
}

/** The discovered node that is meant: it keeps its uuid, and is changed rather than added. */
export function discoveredNode(host: NewHost, hosts: readonly Host[]): Host | undefined {
  const owner = macOwner(host.mac, hosts);
  return owner && !isProvisioned(owner) ? owner : undefined;
}

/** host.py _do_post: an address that a host with a name or a personality has is taken. */
function macFault({ mac }: NewHost, hosts: readonly Host[]): string | null {
  if (mac.trim() === '') return 'Choose a node, or type the address on its label';
  if (normalizeMac(mac) === null) return 'A MAC address, such as 3c:fd:fe:00:04:00, in any notation';
  const owner = macOwner(mac, hosts);
  return owner && isProvisioned(owner) ? `${hostName(owner)} has this address already` : null;
}

function roleFault({ role }: NewHost, context: AddContext): string | null {
  if (role === '') return 'Choose what it is to be';
  const option = roleOptions(context).find(({ value }) => value === role);
  return option ? option.why : 'Choose one of the list';
}

const hasBoard = ({ bmType }: NewHost): boolean => bmType !== 'none';

/** host.py _bm_semantic_check_and_update, _bm_username_semantic_check, _bm_password_semantic_check */
function boardFaults(host: NewHost, password: string, hosts: readonly Host[]): NewHostFaults {
  if (!hasBoard(host)) return {};
  const faults: NewHostFaults = {};
  const address = host.bmAddress.trim();
  const user = host.bmUserName.trim();
  const owner = hosts.find(({ boardManagement }) => address !== '' && boardManagement.address === address);
  const mine = discoveredNode(host, hosts)?.id;
  if (address === '') faults.bmAddress = 'Board management needs an address';
  else if (!isIp(address)) faults.bmAddress = 'An IPv4 or IPv6 address';
  else if (owner && owner.id !== mine) faults.bmAddress = `${hostName(owner)} has this address already`;
  if (user === '') faults.bmUserName = 'Board management needs a user';
  else if (/\s/.test(user)) faults.bmUserName = 'No blanks';
  else if (user.length > 16) faults.bmUserName = 'At most 16 characters';
  if (/\s/.test(password)) faults.bmPassword = 'No blanks';
  return faults;
}

/** A device below /dev, as sysinv takes it: `sda`, `/dev/sda`, `/dev/disk/by-path/…`; '' leaves the platform's own. */
const deviceFault = (text: string): string | undefined => {
  const device = text.trim();
  if (device.length > 255) return 'At most 255 characters';
  return device === '' || /^[\w./:-]+$/.test(device)
    ? undefined
    : 'A device, such as /dev/sda, without blanks';
};

function installFaults(host: NewHost): NewHostFaults {
  const faults: NewHostFaults = {};
  for (const field of ['bootDevice', 'rootfsDevice'] as const) {
    const fault = deviceFault(host[field]);
    if (fault) faults[field] = fault;
  }
  if (host.console.trim().length > 255) faults.console = 'At most 255 characters';
  if (!/^\d{0,4}$/.test(host.hwSettle.trim())) faults.hwSettle = 'Whole seconds, at most 9999';
  return faults;
}

/** Everything that is wrong now; empty when it can be sent. */
export function newHostFaults(host: NewHost, password: string, context: AddContext): NewHostFaults {
  const { hosts } = context;
  const faults: NewHostFaults = { ...boardFaults(host, password, hosts), ...installFaults(host) };
  const mac = macFault(host, hosts);
  if (mac) faults.mac = mac;
  const role = roleFault(host, context);
  if (role) faults.role = role;
  const mine = discoveredNode(host, hosts)?.id;
  const others = hosts.filter(({ id }) => id !== mine);
  const name = isNamedByHand(host.role) ? workerNameFault(host.hostname.trim(), others, host.role) : null;
  if (name) faults.hostname = name;
  if (host.location.trim().length > 255) faults.location = 'At most 255 characters';
  return faults;
}

export const stepFaults = (faults: NewHostFaults, step: AddStep): NewHostFaults =>
  Object.fromEntries(STEP_FIELDS[step].flatMap((field) => (faults[field] ? [[field, faults[field]]] : [])));

/** The furthest step that can be looked at: nobody decides about what hangs on an answer that is not there. */
export function furthestStep(faults: NewHostFaults): AddStep {
  return ADD_STEPS.find((step) => Object.keys(stepFaults(faults, step)).length > 0) ?? 'review';
}

/**
 * Which step a refusal is about, by the words that sysinv uses; null when it names none.
 * @param message the platform's sentence (host.py, in the checks named above)
 */
export function stepOfRefusal(message: string): AddStep | null {
  if (/bm_\w+|board management/i.test(message)) return 'board';
  if (/boot_device|rootfs|install_output|console|hw_settle/i.test(message)) return 'install';
  if (/mgmt_mac|MAC address/i.test(message)) return 'identify';
  if (/hostname|personality|Name (may|restricted)|controller nodes|Storage (nodes?|name)/i.test(message)) {
    return 'role';
  }
  return null;
}
