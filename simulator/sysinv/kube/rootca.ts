/**
 * The update of Kubernetes' root CA: a new certificate, then every host and the pods trust both, use the new one, and
 * forget the old (sysinv conductor/manager.py report_kube_rootca_update_success, kube_certificate_update_for_pods, …).
 */
import type { World } from '../../kernel/world';
import { type Host, nameOf } from '../host';
import { pick, rowUuid, stamp } from '../rows';
import { clearKube, raiseKube } from './alarms';
import { kubeHosts } from './hosts';
import type { RootcaHostState, RootcaState } from './states';
import { scheduleKube, stopKube } from './steps';
import type { RootcaHostRow, RootcaRow } from './store';

export const HOST_PHASES = ['trust-both-cas', 'update-certs', 'trust-new-ca'] as const;
export type HostPhase = (typeof HOST_PHASES)[number];
export const POD_PHASES = ['trust-both-cas', 'trust-new-ca'] as const;
export type PodPhase = (typeof POD_PHASES)[number];

/** Seconds of life. */
const HOST_SECONDS: Record<HostPhase, number> = {
  'trust-both-cas': 60,
  'update-certs': 90,
  'trust-new-ca': 60,
};
const POD_SECONDS = 120;

export function startRootca(world: World): RootcaRow {
  const { kube } = world.sysinv;
  const id = kube.nextId();
  const rootca: RootcaRow = {
    id,
    uuid: rowUuid('kube_rootca_update', 0, id),
    from_rootca_cert: kube.rootcaCert,
    to_rootca_cert: null,
    state: 'update-started',
    capabilities: {},
    ...created(world),
  };
  kube.rootca = rootca;
  kube.rootcaHosts = kubeHosts(world).map((host) => hostRow(world, host, rootca));
  clearKube(world, 'rootca-aborted');
  raiseKube(world, 'rootca');
  return rootca;
}

const created = (world: World) => ({ created_at: stamp(world.clock.now()), updated_at: null });

function hostRow(world: World, { row }: Host, { id, from_rootca_cert }: RootcaRow): RootcaHostRow {
  return {
    id: row.id,
    uuid: rowUuid('kube_rootca_host_update', row.id, id),
    target_rootca_cert: null,
    effective_rootca_cert: from_rootca_cert,
    state: null,
    hostname: row.hostname ?? '',
    personality: row.personality,
    capabilities: {},
    ...created(world),
  };
}

export function setRootca(world: World, fields: Partial<RootcaRow>): void {
  const { rootca } = world.sysinv.kube;
  if (rootca) Object.assign(rootca, fields, { updated_at: stamp(world.clock.now()) });
}

export function setRootcaHost(world: World, hostname: string, fields: Partial<RootcaHostRow>): void {
  const row = world.sysinv.kube.rootcaHosts.find((one) => one.hostname === hostname);
  if (row) Object.assign(row, fields, { updated_at: stamp(world.clock.now()) });
}

/** The identifier of a certificate: a hash of its issuer, and its serial number. */
export function newCertificate(world: World): string {
  const { rootca, rootcaCert } = world.sysinv.kube;
  const digits = (text: string, radix: number, length: number) =>
    Math.floor(pick(`${text}/${rootcaCert}/${rootca?.uuid}`) * 2 ** 32)
      .toString(radix)
      .padStart(length, '7')
      .slice(0, length);
  return `${digits('a', 16, 8)}${digits('b', 16, 8)}-${digits('c', 10, 10)}${digits('d', 10, 10)}`;
}

export function generateCertificate(world: World): string {
  const to_rootca_cert = newCertificate(world);
  setRootca(world, { state: 'update-new-rootca-cert-generated', to_rootca_cert });
  return to_rootca_cert;
}

/** POST …/kube_update_ca that was accepted. When the last host has done it, the cloud has. */
export function beginHostPhase(world: World, host: Host, phase: HostPhase): RootcaHostRow | undefined {
  const { kube } = world.sysinv;
  const name = nameOf(host);
  const updating = `updating-host-${phase}` as const;
  setRootca(world, { state: updating });
  setRootcaHost(world, name, {
    state: updating,
    effective_rootca_cert: kube.rootca?.from_rootca_cert ?? kube.rootcaCert,
    target_rootca_cert: kube.rootca?.to_rootca_cert ?? null,
  });
  const fault = kube.faults.take([updating], name);
  const end = () => (fault ? hostFailed(world, name, `${updating}-failed`) : hostDone(world, name, phase));
  scheduleKube(world, `rootca ${name}`, fault?.kind === 'hang' ? [] : [[HOST_SECONDS[phase], end]]);
  return kube.rootcaHosts.find(({ hostname }) => hostname === name);
}

function hostFailed(world: World, name: string, state: RootcaHostState): void {
  setRootcaHost(world, name, { state });
  setRootca(world, { state });
}

function hostDone(world: World, name: string, phase: HostPhase): void {
  const { rootcaHosts, rootca } = world.sysinv.kube;
  const state = `updated-host-${phase}` as const;
  const to = rootca?.to_rootca_cert;
  setRootcaHost(world, name, {
    state,
    ...(phase === 'trust-new-ca' && to && { effective_rootca_cert: to }),
  });
  if (rootcaHosts.every((row) => row.state === state)) setRootca(world, { state });
}

/** POST …/pods that was accepted. */
export function beginPodPhase(world: World, phase: PodPhase): void {
  const updating = `updating-pods-${phase}` as const;
  setRootca(world, { state: updating });
  const fault = world.sysinv.kube.faults.take([updating]);
  const ended: RootcaState = fault ? `${updating}-failed` : `updated-pods-${phase}`;
  const end = () => setRootca(world, { state: ended });
  scheduleKube(world, 'rootca pods', fault?.kind === 'hang' ? [] : [[POD_SECONDS, end]]);
}

/**
 * Ends the update. An abort after the last phase is a completion; an earlier one leaves its row, without the hosts',
 * until the next begins. Returns the row as the caller sees it.
 */
export function endRootca(world: World, as: 'update-completed' | 'update-aborted'): RootcaRow | null {
  const { kube } = world.sysinv;
  const { rootca } = kube;
  if (!rootca) return null;
  stopKube(world);
  kube.rootcaHosts = [];
  const complete = as === 'update-completed' || rootca.state === 'updated-pods-trust-new-ca';
  setRootca(world, { state: complete ? 'update-completed' : 'update-aborted' });
  clearKube(world, 'rootca');
  if (complete) {
    kube.rootcaCert = rootca.to_rootca_cert ?? kube.rootcaCert;
    kube.rootca = null;
  } else raiseKube(world, 'rootca-aborted');
  return rootca;
}
