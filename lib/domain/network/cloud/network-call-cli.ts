/** The `system …` command of each change (cgts-client v1/network_shell.py, datanetwork_shell.py, address_pool_shell.py, network_addrpool_shell.py). */
import { shellQuote } from '../../host-action-cli';
import type { CloudNetworks, PoolRange, Reserved } from './cloud-networks';
import { RESERVED } from './cloud-networks';
import type { NetworkCall } from './network-calls';
import { assignmentOf } from './pool-facts';

const option = (name: string, value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : ` ${name} ${shellQuote(String(value))}`;

const rangesText = (ranges: readonly PoolRange[]): string =>
  ranges.map(({ start, end }) => `${start}-${end}`).join(',');

const reservedOptions = (reserved: Readonly<Partial<Record<Reserved, string | null>>>): string =>
  RESERVED.map((which) =>
    reserved[which] === undefined ? '' : option(`--${which}-address`, reserved[which] ?? 'none'),
  ).join('');

/** Pools are named to the command by uuid; `<uuid of …>` where there is none yet. */
export function callCli(call: NetworkCall, cloud: CloudNetworks): string {
  const poolId = (name: string): string =>
    cloud.pools.find((one) => one.name === name)?.id ?? `<uuid of ${name}>`;
  switch (call.do) {
    case 'network.create':
      return `system network-add ${shellQuote(call.name)} ${shellQuote(call.type)} ${call.dynamic} ${poolId(call.pool)}`;
    case 'network.delete':
      return `system network-delete ${cloud.networks.find(({ name }) => name === call.name)?.id ?? `<uuid of ${call.name}>`}`;
    case 'data.create': {
      const { description, mtu, mode, multicastGroup, port, ttl } = call;
      const tunnel = `${option('-M', mode)}${option('-g', multicastGroup)}${option('-p', port)}${option('-t', ttl)}`;
      return `system datanetwork-add${option('-m', mtu)}${option('-d', description)}${tunnel} ${shellQuote(call.name)} ${shellQuote(call.type)}`;
    }
    case 'data.change':
      return `system datanetwork-modify${option('-m', call.to.mtu)}${option('-d', call.to.description)} ${shellQuote(call.name)}`;
    case 'data.delete':
      return `system datanetwork-delete ${shellQuote(call.name)}`;
    case 'pool.create': {
      const ranges = call.ranges.length > 0 ? option('--ranges', rangesText(call.ranges)) : '';
      return `system addrpool-add${ranges}${option('--order', call.order)}${reservedOptions(call.reserved)} ${shellQuote(call.name)} ${shellQuote(call.network)} ${call.prefix}`;
    }
    case 'pool.change': {
      const { name, order, ranges, reserved } = call.to;
      return `system addrpool-modify${option('--name', name)}${option('--order', order)}${option('--ranges', ranges && rangesText(ranges))}${reservedOptions(reserved ?? {})} ${poolId(call.name)}`;
    }
    case 'pool.delete':
      return `system addrpool-delete ${poolId(call.name)}`;
    case 'pool.assign':
      return `system network-addrpool-assign ${shellQuote(call.network)} ${shellQuote(call.pool)}`;
    case 'pool.unassign': {
      const network = cloud.networks.find(({ name }) => name === call.network);
      const pool = cloud.pools.find(({ name }) => name === call.pool);
      const row = network && pool && assignmentOf(cloud, network, pool);
      return `system network-addrpool-remove ${row?.id ?? `<uuid of ${call.pool} on ${call.network}>`}`;
    }
  }
}
