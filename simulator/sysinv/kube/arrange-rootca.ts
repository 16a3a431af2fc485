/** Puts an update of Kubernetes' root CA into a state at once. Nothing goes on in it until somebody acts. */
import type { World } from '../../kernel/world';
import {
  endRootca,
  generateCertificate,
  type HostPhase,
  setRootca,
  setRootcaHost,
  startRootca,
} from './rootca';
import { ROOTCA_STATES, type RootcaHostState, type RootcaState } from './states';
import { stopKube } from './steps';

export type RootcaSetting = {
  /** `none`: no update at all. While a phase goes on in hosts the first has done it, and the second is at it. */
  state: Exclude<RootcaState, 'update-completed'> | 'none';
  /** What differs on some hosts, by name. */
  hosts?: Record<string, RootcaHostState | null> | undefined;
};

/** The phase of hosts that was through before one begins. */
const BEFORE: Record<HostPhase, HostPhase | undefined> = {
  'trust-both-cas': undefined,
  'update-certs': 'trust-both-cas',
  'trust-new-ca': 'update-certs',
};

/** A sentence when it cannot be. */
export function setRootcaState(world: World, { state, hosts = {} }: RootcaSetting): string | undefined {
  const { kube } = world.sysinv;
  stopKube(world);
  if (kube.rootca) endRootca(world, 'update-completed');
  if (state === 'none') return undefined;
  startRootca(world);
  if (state === 'update-aborted') {
    generateCertificate(world);
    endRootca(world, 'update-aborted');
    return undefined;
  }
  if (state === 'update-started') return undefined;
  generateCertificate(world);
  setRootca(world, { state });
  const names = kube.rootcaHosts.map(({ hostname }) => hostname);
  for (const [n, name] of names.entries()) setHost(world, name, stateOfHost(state, n, names.length));
  const unknown = Object.keys(hosts).find((name) => !names.includes(name));
  if (unknown !== undefined) return `no host ${unknown} with Kubernetes`;
  for (const [name, own] of Object.entries(hosts)) setHost(world, name, own);
  return undefined;
}

function setHost(world: World, name: string, state: RootcaHostState | null): void {
  const { rootca, rootcaCert } = world.sysinv.kube;
  const to = rootca?.to_rootca_cert ?? rootcaCert;
  setRootcaHost(world, name, {
    state,
    target_rootca_cert: state === null ? null : to,
    effective_rootca_cert: state === 'updated-host-trust-new-ca' ? to : rootcaCert,
  });
}

/** Where host `n` of `count` stands while the cloud is in a state. */
function stateOfHost(state: RootcaState, n: number, count: number): RootcaHostState | null {
  const phase = /trust-both-cas|update-certs|trust-new-ca/.exec(state)?.[0];
  const known = Object.keys(BEFORE).find((one): one is HostPhase => one === phase);
  if (!known) return null;
  const done = `updated-host-${known}` as const;
  const before = BEFORE[known];
  // Pods follow when every host has done it.
  if (!state.startsWith('updating-host-')) return done;
  const at = Math.min(1, count - 1);
  if (n === at) return ROOTCA_STATES.find((one): one is RootcaHostState => one === state) ?? null;
  if (n < at) return done;
  return before ? `updated-host-${before}` : null;
}
