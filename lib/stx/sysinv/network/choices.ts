/**
 * What of the whole cloud an interface can be put on: sysinv `/v1/networks`, `/v1/datanetworks`, `/v1/addrpools`. An odd row is
 * left out: a choice that cannot be made, while the others still can.
 */
import 'server-only';
import { familyOf } from '@/lib/domain/network/address';
import type { InterfaceChoices } from '@/lib/domain/network/interface-choices';
import { ok, type Result } from '@/lib/domain/result';
import type { Connection } from '../../connection';
import { read } from '../read-rows';
import { decodeDataNetworks, decodeNetworks, decodePools } from './cloud-rows';

/** Three requests. */
export async function getInterfaceChoices(connection: Connection): Promise<Result<InterfaceChoices>> {
  const [networks, dataNetworks, pools] = await Promise.all([
    read(connection, '/networks', 'networks', decodeNetworks),
    read(connection, '/datanetworks', 'datanetworks', decodeDataNetworks),
    read(connection, '/addrpools', 'addrpools', decodePools),
  ]);
  if (!networks.ok) return networks;
  if (!dataNetworks.ok) return dataNetworks;
  if (!pools.ok) return pools;
  return ok({
    networks: networks.data.rows.flatMap(({ id, name, type }) => (type === null ? [] : { id, name, type })),
    dataNetworks: dataNetworks.data.rows.map(({ id, name, type, mtu }) => ({ id, name, type, mtu })),
    pools: pools.data.rows.map(({ id, name, network, prefix }) => ({
      ...{ id, name, network, prefix },
      family: familyOf(network),
    })),
  });
}
