/**
 * Changes to the networks of the cloud, each one request to sysinv. Networks, pools and data networks are meant by name,
 * which is unique for each, so that a list of calls can speak of what it makes itself.
 */
import type { PoolRange, Reserved } from './cloud-networks';

export type NewDataNetwork = {
  name: string;
  type: string;
  description: string | null;
  mtu: number;
  /** Of vxlan: dynamic, static. null: left out, and of no other type. */
  mode: string | null;
  multicastGroup: string | null;
  port: number | null;
  ttl: number | null;
};

export type NewPool = {
  name: string;
  network: string;
  prefix: number;
  order: string;
  /** Empty: left out, and the platform takes all of the network. */
  ranges: readonly PoolRange[];
  reserved: Readonly<Partial<Record<Reserved, string>>>;
};

/** What of a pool changes; what is left out stays. An address of null is given up. */
export type PoolChange = {
  name?: string;
  order?: string;
  ranges?: readonly PoolRange[];
  reserved?: Readonly<Partial<Record<Reserved, string | null>>>;
};

export type NewNetwork = {
  /** The type, where nobody says otherwise. */
  name: string;
  type: string;
  /** By name. It becomes the primary pool. */
  pool: string;
  /** Do hosts get their address of it by themselves? */
  dynamic: boolean;
};

export type NetworkCall =
  | ({ do: 'network.create' } & NewNetwork)
  | { do: 'network.delete'; name: string }
  | ({ do: 'data.create' } & NewDataNetwork)
  | { do: 'data.change'; name: string; to: { mtu?: number; description?: string } }
  | { do: 'data.delete'; name: string }
  | ({ do: 'pool.create' } & NewPool)
  | { do: 'pool.change'; name: string; to: PoolChange }
  | { do: 'pool.delete'; name: string }
  /** The first pool of a network becomes its primary one, the second makes it dual stack. */
  | { do: 'pool.assign' | 'pool.unassign'; network: string; pool: string };

/** What a call does, as a step says it. */
export function callTitle(call: NetworkCall): string {
  switch (call.do) {
    case 'network.create':
      return `Create network ${call.name} (${call.type}) of pool ${call.pool}`;
    case 'network.delete':
      return `Delete network ${call.name}`;
    case 'data.create':
      return `Create data network ${call.name} (${call.type})`;
    case 'data.change':
      return `Change data network ${call.name}`;
    case 'data.delete':
      return `Delete data network ${call.name}`;
    case 'pool.create':
      return `Create address pool ${call.name} (${call.network}/${call.prefix})`;
    case 'pool.change':
      return `Change address pool ${call.name}`;
    case 'pool.delete':
      return `Delete address pool ${call.name}`;
    case 'pool.assign':
      return `Assign ${call.pool} to network ${call.network}`;
    case 'pool.unassign':
      return `Remove ${call.pool} from network ${call.network}`;
  }
}
