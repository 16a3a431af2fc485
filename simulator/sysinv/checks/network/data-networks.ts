/** What sysinv refuses of data networks (datanetwork.py). Recorded in err-194 to 199; the rest is said in own words. */
import { isIP } from 'node:net';
import { python } from '../../api/json-patch';
import { refuse } from '../../faults';

export type DataNetwork = {
  name: string | null;
  network_type: string | null;
  mtu: number;
  mode: string | null;
  multicast_group: string | null;
  port_num: number | null;
  ttl: number | null;
};

export const MTU = { least: 576, most: 9216, usual: 1500 } as const;

export function checkMtu(mtu: number): void {
  if (mtu < MTU.least || mtu > MTU.most) refuse(400, 'MTU must be between 576 and 9216 bytes.');
}

export function checkDataNetwork(network: DataNetwork): void {
  const { network_type: type, name, mtu } = network;
  if (type !== 'flat' && type !== 'vlan' && type !== 'vxlan') {
    refuse(500, `DataNetwork type ${type ?? 'None'} not supported`);
  }
  // Own words, all three.
  if (name === null) refuse(400, 'A data network needs a name');
  if (name.toLowerCase() === 'none') refuse(500, `A data network cannot be named ${name}`);
  if (!/^[\w.-]+$/.test(name)) refuse(500, `Not a name for a data network: ${name}`);
  checkMtu(mtu);
  if (type === 'vxlan') checkTunnel(network);
}

/** Without a mode it is dynamic: flooded to a multicast group. */
function checkTunnel(network: DataNetwork): void {
  const mode = network.mode ?? 'dynamic';
  const needed = mode === 'static' ? (['port_num', 'ttl'] as const) : DYNAMIC;
  const missing = needed.filter((key) => network[key] === null);
  if (missing.length > 0) {
    refuse(400, `VxLan parameters '${python(missing)}' are required for '${mode}' mode.`);
  }
  const group = network.multicast_group;
  // Own words, both.
  if (mode === 'static' && group) refuse(400, 'A static VXLAN has no multicast group');
  if (mode !== 'static' && !isMulticast(group ?? '')) {
    refuse(400, `${group} is not a multicast address`);
  }
}

const DYNAMIC = ['multicast_group', 'port_num', 'ttl'] as const;

export function isMulticast(address: string): boolean {
  const family = isIP(address);
  if (family === 6) return /^ff/i.test(address);
  const first = Number(address.split('.')[0]);
  return family === 4 && first >= 224 && first <= 239;
}
