/** May a change to the networks of the cloud be sent, as far as can be told beforehand? */
import { allowed, denied, type Verdict } from '../../result';
import { assignVerdict, unassignVerdict } from './assignment-rules';
import { createDataVerdict, deleteDataVerdict } from './data-network-rules';
import { networkSteps } from './network-call-effect';
import type { NetworkCall } from './network-calls';
import type { NetworkState } from './network-state';
import { createNetworkVerdict, deleteNetworkVerdict } from './platform-network-rules';
import { changePoolVerdict, createPoolVerdict, deletePoolVerdict } from './pool-rules';

const missing = (what: string): Verdict => denied(`There is no ${what} any more.`);

/** One call in the state that the ones before it leave. */
export function callVerdict(call: NetworkCall, state: NetworkState): Verdict {
  const { networks, pools, dataNetworks } = state.cloud;
  switch (call.do) {
    case 'network.create': {
      const pool = pools.find(({ name }) => name === call.pool);
      return pool ? createNetworkVerdict(call, pool, state) : missing(`address pool ${call.pool}`);
    }
    case 'network.delete': {
      const found = networks.find(({ name }) => name === call.name);
      return found ? deleteNetworkVerdict(found, state) : missing(`network ${call.name}`);
    }
    case 'data.create':
      return createDataVerdict(call, state.cloud);
    case 'data.change':
      return dataNetworks.some(({ name }) => name === call.name)
        ? allowed
        : missing(`data network ${call.name}`);
    case 'data.delete': {
      const found = dataNetworks.find(({ name }) => name === call.name);
      return found ? deleteDataVerdict(found) : missing(`data network ${call.name}`);
    }
    case 'pool.create':
      return createPoolVerdict(call, state);
    case 'pool.change':
    case 'pool.delete': {
      const found = pools.find(({ name }) => name === call.name);
      if (!found) return missing(`address pool ${call.name}`);
      return call.do === 'pool.delete'
        ? deletePoolVerdict(found, state)
        : changePoolVerdict(found, call.to, state);
    }
    case 'pool.assign':
    case 'pool.unassign': {
      const network = networks.find(({ name }) => name === call.network);
      const pool = pools.find(({ name }) => name === call.pool);
      if (!network) return missing(`network ${call.network}`);
      if (!pool) return missing(`address pool ${call.pool}`);
      return call.do === 'pool.assign'
        ? assignVerdict(network, pool, state)
        : unassignVerdict(network, pool, state);
    }
  }
}

export type CallReview = { call: NetworkCall; sent: NetworkCall | null; verdict: Verdict };

/** Each call of a list with what the platform will say of it, seen from the state that the ones before it leave. */
export function reviewCalls(calls: readonly NetworkCall[], start: NetworkState): CallReview[] {
  let state = start;
  return calls.map((call) => {
    const sent = networkSteps.remaining(call, state.cloud);
    if (sent === null) return { call, sent, verdict: allowed };
    const verdict = callVerdict(sent, state);
    state = { ...state, cloud: networkSteps.after(sent, state.cloud) };
    return { call, sent, verdict };
  });
}
