/** How changes to the networks of the cloud are written down: the verb, the name of what was changed, and to what. */
import 'server-only';
import { type PoolRange, RESERVED, type Reserved } from '@/lib/domain/network/cloud/cloud-networks';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';

type Line = { action: string; target: string; details?: Record<string, string> };

const rangesText = (ranges: readonly PoolRange[]): string =>
  ranges.map(({ start, end }) => `${start}-${end}`).join(',');

const reservedDetails = (reserved: Readonly<Partial<Record<Reserved, string | null>>> = {}) =>
  Object.fromEntries(
    RESERVED.flatMap((which) =>
      reserved[which] === undefined ? [] : [[`${which}Address`, reserved[which] ?? 'none']],
    ),
  );

/** The names of details are those that lib/server/audit.ts may write in the clear. */
export function auditOf(call: NetworkCall): Line {
  switch (call.do) {
    case 'network.create': {
      const { name, type, pool, dynamic } = call;
      return {
        ...{ action: 'network.create', target: name },
        details: { networkType: type, addressPool: pool, dynamic: String(dynamic) },
      };
    }
    case 'network.delete':
      return { action: 'network.delete', target: call.name };
    case 'data.create': {
      const { type, mtu, mode, multicastGroup, port, ttl } = call;
      const tunnel = {
        ...(mode === null ? {} : { tunnelMode: mode }),
        ...(multicastGroup === null ? {} : { multicastGroup }),
        ...(port === null ? {} : { udpPort: String(port) }),
        ...(ttl === null ? {} : { ttl: String(ttl) }),
      };
      return {
        ...{ action: 'datanetwork.create', target: call.name },
        details: { dataNetworkType: type, mtu: String(mtu), ...tunnel },
      };
    }
    case 'data.change': {
      const { mtu, description } = call.to;
      const details = {
        ...(mtu === undefined ? {} : { mtu: String(mtu) }),
        ...(description === undefined ? {} : { description }),
      };
      return { action: 'datanetwork.change', target: call.name, details };
    }
    case 'data.delete':
      return { action: 'datanetwork.delete', target: call.name };
    case 'pool.create': {
      const { name, network, prefix, order, ranges, reserved } = call;
      return {
        ...{ action: 'addrpool.create', target: name },
        details: {
          ...{ subnet: `${network}/${prefix}`, poolOrder: order },
          ...(ranges.length > 0 ? { poolRanges: rangesText(ranges) } : {}),
          ...reservedDetails(reserved),
        },
      };
    }
    case 'pool.change': {
      const { name, order, ranges, reserved } = call.to;
      const details = {
        ...(name === undefined ? {} : { name }),
        ...(order === undefined ? {} : { poolOrder: order }),
        ...(ranges === undefined ? {} : { poolRanges: rangesText(ranges) }),
        ...reservedDetails(reserved),
      };
      return { action: 'addrpool.change', target: call.name, details };
    }
    case 'pool.delete':
      return { action: 'addrpool.delete', target: call.name };
    case 'pool.assign':
    case 'pool.unassign': {
      const verb = call.do === 'pool.assign' ? 'assign' : 'remove';
      return {
        action: `network-addrpool.${verb}`,
        target: call.network,
        details: { addressPool: call.pool },
      };
    }
  }
}
