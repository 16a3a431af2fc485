/** What of the readings of networks is missing, in words. */
import { CLOUD_PARTS, type CloudNetworks, type CloudPart, unreadOf } from './cloud-networks';

const WORDS: Record<CloudPart, string> = {
  networks: 'Platform network',
  pools: 'Address pool',
  assignments: 'Pool of a network',
  dataNetworks: 'Data network',
  networkUse: 'Platform network on an interface',
  dataUse: 'Data network on an interface',
  addresses: 'Address',
};
const MANY: Record<CloudPart, string> = {
  networks: 'The platform networks',
  pools: 'The address pools',
  assignments: 'Which pool feeds which network',
  dataNetworks: 'The data networks',
  networkUse: 'Which interfaces carry a platform network',
  dataUse: 'Which interfaces carry a data network',
  addresses: 'Which addresses are taken',
};

/** Parts beside the one that a list is of: what cannot be read of them is missing in its columns. */
export function missingParts(cloud: CloudNetworks, list: CloudPart) {
  const beside = CLOUD_PARTS.filter((part) => part !== list && LEANS_ON[list]?.includes(part));
  return {
    unread: beside.flatMap((part) => {
      const message = unreadOf(cloud, part);
      return message === null ? [] : [{ part, title: MANY[part], message }];
    }),
    odd: cloud.unreadable
      .filter(({ part }) => beside.includes(part))
      .map(({ part, id, name, why }, index) => ({
        ...{ key: id ?? `row-${index}`, what: WORDS[part], name: name ?? id, why },
      })),
  };
}

const LEANS_ON: Partial<Record<CloudPart, readonly CloudPart[]>> = {
  networks: ['pools', 'assignments', 'networkUse'],
  pools: ['networks', 'assignments', 'addresses'],
  dataNetworks: ['dataUse'],
};
