/**
 * What of the whole cloud an interface can be put on: sysinv `/v1/networks`, `/v1/datanetworks`, `/v1/addrpools`. An odd row is
 * left out: a choice that cannot be made, while the others still can.
 */
import 'server-only';
import { z } from 'zod';
import type {
  CloudDataNetwork,
  CloudNetwork,
  CloudPool,
  InterfaceChoices,
} from '@/lib/domain/network/interface-choices';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from '../../connection';
import { number, readRows, text } from '../../decode';

const networkWire = z.object({ uuid: z.string(), name: z.string(), type: z.string() });
const dataWire = z.object({ uuid: z.string(), name: z.string(), network_type: text, mtu: number });
const poolWire = z.object({
  ...{ uuid: z.string(), name: z.string(), family: number, network: text, prefix: number },
});

async function rows<Wire, Row>(
  connection: Connection,
  key: string,
  wire: z.ZodType<Wire>,
  reshape: (row: Wire) => Row,
): Promise<Result<Row[]>> {
  const raw = await collect(connection, `/${key}`, key);
  return raw.ok ? ok(readRows(raw.data, wire, reshape, ['name']).rows) : raw;
}

/** Three requests. */
export async function getInterfaceChoices(connection: Connection): Promise<Result<InterfaceChoices>> {
  const [networks, dataNetworks, pools] = await Promise.all([
    rows(
      connection,
      'networks',
      networkWire,
      ({ uuid, name, type }): CloudNetwork => ({ id: uuid, name, type }),
    ),
    rows(
      connection,
      'datanetworks',
      dataWire,
      ({ uuid, name, network_type: type, mtu }): CloudDataNetwork => ({ id: uuid, name, type, mtu }),
    ),
    rows(
      connection,
      'addrpools',
      poolWire,
      ({ uuid, name, family, network, prefix }): CloudPool => ({ id: uuid, name, family, network, prefix }),
    ),
  ]);
  if (!networks.ok) return networks;
  if (!dataNetworks.ok) return dataNetworks;
  if (!pools.ok) return pools;
  return ok({ networks: networks.data, dataNetworks: dataNetworks.data, pools: pools.data });
}
