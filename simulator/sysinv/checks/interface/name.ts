/** Names of interfaces: of the kernel's length, in lower case, one of a kind on a host (err-161 to 163, 173, 178). */
import { refuse } from '../../faults';
import { rowsOn } from '../../network/rows';
import { othersOf, type Site } from './draft';

const LONGEST = 15;
/** In the order of ASCII, as Python's string.punctuation has them. */
const PUNCTUATION = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];

export function checkName(site: Site): void {
  const { ifname, iftype, vlan_id } = site.draft;
  if (ifname === null) refuse(500, "'NoneType' object has no attribute 'islower'");
  // Own words, both.
  if (ifname !== '' && ifname.trim() === '') refuse(400, 'The name of an interface is more than blanks');
  if (ifname !== ifname.toLowerCase() || ifname === ifname.toUpperCase()) {
    refuse(400, 'The name of an interface has letters, all in lower case');
  }
  if (ifname.length > LONGEST) {
    refuse(400, `Interface ${ifname} has name length greater than ${LONGEST}.`);
  }
  if (iftype === 'vlan' && vlan_id !== null && PUNCTUATION.some((char) => taboo(ifname, char, '_.'))) {
    // Own words.
    refuse(400, 'The name of a VLAN interface has no punctuation but _ and .');
  }
  const forbidden = PUNCTUATION.find((char) => taboo(ifname, char, '-_.'));
  if (forbidden) refuse(400, `Cannot use '${forbidden}' as a special character in interface name.`);
  if (othersOf(site).some((other) => other.ifname === ifname)) {
    refuse(400, `Interface Name ${ifname} must be unique.`);
  }
}

const taboo = (name: string, char: string, allowed: string) => name.includes(char) && !allowed.includes(char);

/** An interface over a port may have that port's name, and no other port's. */
export function checkPortNames({ world, host, draft, existing }: Site): void {
  if (draft.iftype !== 'ethernet' || !existing) return;
  const ports = rowsOn(world, 'ports', host);
  if (!ports.some((port) => port.interface_uuid === existing.uuid)) return;
  const other = ports.find((port) => port.name === draft.ifname && port.interface_uuid !== existing.uuid);
  // Own words.
  if (other) refuse(400, `${draft.ifname} is the name of a port that is not this interface's`);
}
