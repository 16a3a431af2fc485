/** One change to the network of a host as one request: names become the ids that the platform wants. */
import 'server-only';
import { sameIp } from '@/lib/domain/network/address';
import { type InterfaceState, interfaceSteps } from '@/lib/domain/network/interface-call-effect';
import { type InterfaceCall, interfaceIn, rowOf } from '@/lib/domain/network/interface-calls';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import * as writes from '@/lib/stx/sysinv/network/interface-writes';

/**
 * @param host uuid
 * @returns the state afterwards
 */
export async function sendInterfaceCall(
  connection: Connection,
  host: string,
  call: InterfaceCall,
  state: InterfaceState,
): Promise<Result<InterfaceState>> {
  const after = interfaceSteps.after(call, state);
  if (call.do === 'interface.create') {
    const made = await writes.createInterface(connection, host, call.name, call.type, call.fields);
    if (!made.ok) return made;
    const interfaces = after.interfaces.map((one) =>
      one.name === call.name ? { ...one, id: made.data } : one,
    );
    return ok({ ...after, interfaces });
  }
  const own = state.interfaces.find(({ name }) => name === interfaceIn(call));
  if (!own) return missing(`This host has no interface ${interfaceIn(call)}.`);
  const answer = await send(connection, own.id, call, state);
  return answer.ok ? ok(after) : answer;
}

type Sent = Exclude<InterfaceCall, { do: 'interface.create' }>;

/** @param own uuid of the interface */
async function send(
  connection: Connection,
  own: string,
  call: Sent,
  state: InterfaceState,
): Promise<Result<unknown>> {
  const { choices } = state;
  switch (call.do) {
    case 'interface.change':
      return writes.patchInterface(connection, own, call.to);
    case 'interface.delete':
      return writes.deleteInterface(connection, own);
    case 'network.assign': {
      const network = choices.networks.find(({ name }) => name === call.network);
      return network
        ? writes.assignNetwork(connection, own, network.id)
        : missing(`There is no platform network ${call.network}.`);
    }
    case 'data-network.assign': {
      const network = choices.dataNetworks.find(({ name }) => name === call.network);
      return network
        ? writes.assignDataNetwork(connection, own, network.id)
        : missing(`There is no data network ${call.network}.`);
    }
    case 'network.remove':
      return withRow(
        rowOf(state.networks, state, call.interface, ({ name }) => name === call.network),
        (id) => writes.removeNetwork(connection, id),
      );
    case 'data-network.remove':
      return withRow(
        rowOf(state.dataNetworks, state, call.interface, ({ name }) => name === call.network),
        (id) => writes.removeDataNetwork(connection, id),
      );
    case 'address.add':
      return writes.addAddress(connection, own, call.address, call.prefix);
    case 'address.delete':
      return withRow(
        rowOf(state.addresses, state, call.interface, ({ address }) => sameIp(address, call.address)),
        (id) => writes.deleteAddress(connection, id),
      );
    case 'route.add':
      return writes.addRoute(connection, own, call);
    case 'route.delete':
      return withRow(
        rowOf(
          state.routes,
          state,
          call.interface,
          ({ network, prefix, gateway }) =>
            sameIp(network, call.network) && prefix === call.prefix && sameIp(gateway ?? '', call.gateway),
        ),
        (id) => writes.deleteRoute(connection, id),
      );
  }
}

const withRow = (
  row: { id: string } | undefined,
  then: (id: string) => Promise<Result<null>>,
): Promise<Result<null>> | Result<null> =>
  row === undefined || row.id === ''
    ? missing('The platform does not list what is to be taken away any more.')
    : then(row.id);

const missing = (message: string) => fail({ kind: 'not-found', message });
