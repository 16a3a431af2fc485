/** What sysinv refuses of an update of Kubernetes' root CA (sysinv api/controllers/v1/kube_rootca_update.py). Own words. */
import type { World } from '../../../kernel/world';
import { health } from '../../cloud/health';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { HOST_PHASES, type HostPhase, POD_PHASES, type PodPhase } from '../../kube/rootca';
import type { RootcaHostState, RootcaState } from '../../kube/states';
import type { RootcaRow } from '../../kube/store';

/** An aborted update, and a certificate that is about to expire, are reasons to begin. */
const HARMLESS = ['900.009', '500.200'];

export function checkStart(world: World, force: boolean, ignore: readonly string[]): void {
  const { kube } = world.sysinv;
  if (kube.rootca && kube.rootca.state !== 'update-aborted') {
    refuse(400, 'There is an update of the kubernetes root CA in progress already');
  }
  if (kube.trouble.deploying) {
    refuse(400, 'The kubernetes root CA cannot be updated while a platform upgrade is in progress');
  }
  if (kube.upgrade) {
    refuse(400, 'The kubernetes root CA cannot be updated while a kubernetes upgrade is in progress');
  }
  const query = {
    kind: 'kube-upgrade',
    rootca: true,
    relaxed: force,
    ignore: [...HARMLESS, ...ignore],
  } as const;
  if (!health(world, query).healthy) {
    refuse(400, "The system is not healthy. See 'system health-query-kube-upgrade --rootca'");
  }
}

/** @param what the command, `kube-rootca-pods-update` */
export function rootcaUnderWay(world: World, what: string): RootcaRow {
  return world.sysinv.kube.rootca ?? refuse(400, `${what} rejected: there is no update in progress`);
}

export function checkPodPhase(world: World, given: string): PodPhase {
  const command = 'kube-rootca-pods-update';
  const { state } = rootcaUnderWay(world, command);
  const phase = POD_PHASES.find((one) => one === given) ?? unknownPhase(command, given);
  const allowed: RootcaState[] = [`updated-host-${phase}`, `updating-pods-${phase}-failed`];
  if (!allowed.includes(state)) notNow(`${command} phase ${phase}`, state, allowed);
  return phase;
}

const HOST_COMMAND = 'kube-rootca-host-update';

const unknownPhase = (command: string, phase: string): never =>
  refuse(400, `${command} rejected: there is no phase ${phase}`);

function notNow(what: string, state: RootcaState, allowed: readonly RootcaState[]): never {
  refuse(400, `${what} rejected: the update is in state ${state}, it must be in ${allowed.join(' or ')}`);
}

export function checkHostPhase(world: World, host: Host, given: string): HostPhase {
  const rootca = rootcaUnderWay(world, `${HOST_COMMAND} phase ${given}`);
  if (rootca.to_rootca_cert === null || rootca.state === 'update-aborted') {
    refuse(400, `${HOST_COMMAND} phase ${given} rejected: there is no new root CA certificate`);
  }
  if (host.row.personality !== 'controller' && host.row.personality !== 'worker') {
    refuse(500, `A host of personality ${host.row.personality} has no kubernetes certificate`);
  }
  const phase = HOST_PHASES.find((one) => one === given) ?? unknownPhase(HOST_COMMAND, given);
  checkOthers(world, host, phase, rootca);
  return phase;
}

/** The state of the cloud from which the first host may begin. */
const BEFORE: Record<HostPhase, RootcaState> = {
  'trust-both-cas': 'update-new-rootca-cert-generated',
  'update-certs': 'updated-pods-trust-both-cas',
  'trust-new-ca': 'updated-host-update-certs',
};

/** One host at a time; one that failed goes first; none twice. */
function checkOthers(world: World, host: Host, phase: HostPhase, { state }: RootcaRow): void {
  const what = `${HOST_COMMAND} phase ${phase}`;
  const updating: RootcaHostState = `updating-host-${phase}`;
  const under: RootcaState[] = [updating, `${updating}-failed`];
  const rows = world.sysinv.kube.rootcaHosts;
  const busy = rows.find((row) => row.state === updating);
  if (busy) refuse(400, `${what} rejected: it is in progress on host ${busy.hostname}`);
  const own = rows.find(({ hostname }) => hostname === host.row.hostname);
  if (own?.state === `updated-host-${phase}`) {
    refuse(400, `${what} rejected: it is done on host ${nameOf(host)}`);
  }
  if (!under.includes(state)) {
    if (state !== BEFORE[phase]) notNow(what, state, [BEFORE[phase]]);
    return;
  }
  const failed = rows.find((row) => row.state === `${updating}-failed`);
  if (failed && failed !== own) refuse(400, `${what} rejected: it failed on host ${failed.hostname}`);
}

export function checkEnd(world: World, as: 'update-completed' | 'update-aborted'): void {
  const command = 'kube-rootca-update-complete';
  const { state } = rootcaUnderWay(world, command);
  if (as === 'update-completed' && state !== 'updated-pods-trust-new-ca') {
    notNow(command, state, ['updated-pods-trust-new-ca']);
  }
  if (state === 'update-aborted' && as === 'update-aborted') {
    refuse(400, `${command} rejected: the update is aborted already`);
  }
}
