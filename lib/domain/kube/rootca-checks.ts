/** What the platform will look at before it takes a call about the root CA. Source: sysinv kube_rootca_update.py. */
import { type Check, cannotTell, checksOf } from '../check';
import type { RootcaHost } from './kube';
import type { RootcaCall } from './kube-calls';
import { type HostPhase, hostStates, podStates, rootcaPlace } from './rootca-stages';
import { type Checks, either, type KubeSituation, unreadCheck } from './situation';
import { healthCheck, noDeploy } from './start-checks';

const start = checksOf('rootca.start', 'sysinv kube_rootca_update.py KubeRootCAUpdateController.post');
const generate = checksOf('rootca.generate', 'sysinv conductor/manager.py generate_kubernetes_rootca_cert');
const pods = checksOf('rootca.pods', 'sysinv kube_rootca_update.py KubeRootCAPodsUpdateController.post');
const finish = checksOf('rootca.finish', 'sysinv kube_rootca_update.py KubeRootCAUpdateController.patch');
const ofHost = (phase: HostPhase) =>
  checksOf('rootca.host', `sysinv kube_rootca_update.py _precheck_${phase.replaceAll('-', '')}`);

export function rootcaChecks(call: RootcaCall, s: KubeSituation): Check[] {
  switch (call.do) {
    case 'rootca-start':
      return startChecks(s);
    case 'rootca-generate':
      return inState(generate, ['update-started'], s);
    case 'rootca-host':
      return hostChecks(call.host.name, call.phase, s);
    case 'rootca-pods': {
      const before = hostStates(call.phase).done;
      return inState(pods, [before, podStates(call.phase).failed], s);
    }
    case 'rootca-complete':
      return inState(finish, ['updated-pods-trust-new-ca'], s);
    case 'rootca-abort':
      return abortChecks(s);
  }
}

function startChecks(s: KubeSituation): Check[] {
  const { rootca, upgrade } = s.kube;
  const free = rootca === null || rootca.state === 'update-aborted';
  return [
    ...(unreadCheck(start, s, 'rootca', 'whether an update is in progress') ?? [
      either(start, 'rootca', free, 'No update of the root CA is in progress', {
        title: 'An update of the root CA is in progress',
      }),
    ]),
    noDeploy(start, s.deploy),
    ...(unreadCheck(start, s, 'upgrade', 'whether a Kubernetes upgrade is in progress') ?? [
      either(start, 'upgrade', upgrade === null, 'No Kubernetes upgrade is in progress', {
        title: 'A Kubernetes upgrade is in progress',
      }),
    ]),
    healthCheck(start, s.health),
  ];
}

/** Is the update in one of these states? */
function inState(check: Checks, wanted: readonly string[], s: KubeSituation): Check[] {
  const unread = unreadCheck(check, s, 'rootca', 'how far the update of the root CA is');
  if (unread) return unread;
  if (s.kube.rootca === null)
    return [check.block('none', { title: 'No update of the root CA is in progress' })];
  const { state } = s.kube.rootca;
  if (state === null)
    return [
      check.unknown('state', cannotTell('the state of the update', 'The platform does not say', 'sysinv')),
    ];
  return [
    either(check, 'state', wanted.includes(state), `The update is in ${state}`, {
      title: `The update is in ${state}`,
      detail: `For this it must be in ${wanted.join(' or ')}.`,
      ...(rootcaPlace(state)?.phase === 'working'
        ? { wayOut: { kind: 'wait', label: 'Wait for the step' } }
        : {}),
    }),
  ];
}

function abortChecks(s: KubeSituation): Check[] {
  if (s.kube.rootca === null || s.kube.rootca.state === null) return inState(finish, [], s);
  return [
    either(
      finish,
      'state',
      s.kube.rootca.state !== 'update-aborted',
      `The update is in ${s.kube.rootca.state}`,
      {
        title: 'The update has already been aborted',
      },
    ),
  ];
}

/** The state that lets the first host into a phase. */
const BEFORE: Record<HostPhase, string> = {
  'trust-both-cas': 'update-new-rootca-cert-generated',
  'update-certs': 'updated-pods-trust-both-cas',
  'trust-new-ca': 'updated-host-update-certs',
};

/** One host at a time goes through a phase, and a host that failed goes before all others. */
function hostChecks(name: string, phase: HostPhase, s: KubeSituation): Check[] {
  const check = ofHost(phase);
  const unread = unreadCheck(check, s, 'rootcaHosts', 'how far the hosts are');
  if (unread) return unread;
  const states = hostStates(phase);
  const { rootca, rootcaHosts } = s.kube;
  const named = (host: RootcaHost | undefined) => host?.hostname ?? 'a host';
  const working = rootcaHosts.find(({ state }) => state === states.working);
  const mine = rootcaHosts.find(({ hostname }) => hostname === name);
  const failed = rootcaHosts.find(({ state, hostname }) => state === states.failed && hostname !== name);
  return [
    ...inState(check, [BEFORE[phase], states.working, states.failed], s),
    either(check, 'working', working === undefined, 'No host is in this phase now', {
      title: `This phase is in progress on ${named(working)}`,
      wayOut: { kind: 'wait', label: 'Wait for the host' },
    }),
    either(check, 'done', mine?.state !== states.done, `${name} has not been through this phase`, {
      title: `${name} has been through this phase`,
    }),
    // The first phase goes on with its other hosts only once none of them has failed: then the state is another.
    ...(failed && (phase !== 'trust-both-cas' || rootca?.state === states.failed)
      ? [
          check.block('failed', {
            title: `This phase failed on ${named(failed)}`,
            detail: 'It must be tried there again first.',
          }),
        ]
      : []),
  ];
}
