/** What may be done to data networks, as the platform checks it (sysinv api/controllers/v1/datanetwork.py, utils.py). */
import { isIpv4 } from '../../ip';
import { allowed, denied, type Verdict } from '../../result';
import { ipOf } from '../subnet';
import { type CloudNetworks, DATA_TYPES, type DataNetwork } from './cloud-networks';
import type { NewDataNetwork } from './network-calls';
import { placesWords } from './pool-facts';

/** Bytes. */
export const MTU = { least: 576, most: 9216, usual: 1500 } as const;
export const TUNNEL_MODES = ['dynamic', 'static'] as const;
/** What the platform takes where nothing is said is nothing: these are what the field usually holds. */
export const TUNNEL = { multicastGroup: '239.0.0.1', port: 4789, ttl: 1 } as const;

export function dataNameVerdict(
  name: string,
  { dataNetworks }: Pick<CloudNetworks, 'dataNetworks'>,
): Verdict {
  const cite = 'sysinv datanetwork.py _check_datanetwork_name';
  if (name === '') return denied('A data network needs a name.', cite);
  if (name.toLowerCase() === 'none') return denied(`A data network cannot be called ${name}.`, cite);
  if (!/^[\w.-]+$/.test(name))
    return denied('A name is made of letters, digits, dots, hyphens and underscores.', cite);
  if (dataNetworks.some((one) => one.name === name)) {
    return denied(`There is a data network ${name} already.`, 'sysinv db api.py DataNetworkAlreadyExists');
  }
  return allowed;
}

/** The bounds are judged of a new data network. A change of the MTU is held against the interfaces alone. */
export function mtuVerdict(mtu: number): Verdict {
  if (Number.isInteger(mtu) && mtu >= MTU.least && mtu <= MTU.most) return allowed;
  return denied(`The MTU is between ${MTU.least} and ${MTU.most} bytes.`, 'sysinv utils.py validate_mtu');
}

/** A whole number, or null where it is none: what the platform takes for a port and a lifetime. */
export const wholeNumber = (text: string): number | null =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;

export function multicastVerdict(group: string): Verdict {
  const cite = 'sysinv datanetwork.py _check_datanetwork_vxlan';
  const ip = ipOf(group);
  if (ip === null) return denied('A multicast group is an IPv4 or IPv6 address.', cite);
  const first = isIpv4(group) ? Number(ip.value >> 24n) : null;
  const multicast = first === null ? ip.value >> 120n === 0xffn : first >= 224 && first <= 239;
  return multicast ? allowed : denied(`${group} is not a multicast address.`, cite);
}

export function createDataVerdict(one: NewDataNetwork, cloud: Pick<CloudNetworks, 'dataNetworks'>): Verdict {
  const name = dataNameVerdict(one.name, cloud);
  if (!name.ok) return name;
  if (!DATA_TYPES.some((type) => type === one.type)) {
    return denied(`The platform has no type ${one.type}.`, 'sysinv datanetwork.py _validate_network_type');
  }
  const mtu = mtuVerdict(one.mtu);
  if (!mtu.ok || one.type !== 'vxlan') return mtu;
  return tunnelVerdict(one);
}

function tunnelVerdict({ mode, multicastGroup, port, ttl }: NewDataNetwork): Verdict {
  const cite = 'sysinv datanetwork.py _check_datanetwork_vxlan';
  if (port === null || ttl === null) return denied('A VXLAN needs a UDP port and a TTL.', cite);
  if (mode === 'static') {
    return multicastGroup === null ? allowed : denied('A static VXLAN has no multicast group.', cite);
  }
  return multicastGroup === null
    ? denied('A dynamic VXLAN needs a multicast group.', cite)
    : multicastVerdict(multicastGroup);
}

/** Interfaces keep a data network. Where it is on none is as it was last read: the platform looks itself. */
export function deleteDataVerdict({ use }: DataNetwork): Verdict {
  if (use === null || use.interfaces === 0) return allowed;
  return denied(`It is on ${placesWords(use)}. Take it off there first.`, 'sysinv datanetwork.py delete');
}
