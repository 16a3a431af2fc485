/** What the platform will look at before it starts an upgrade. Source: sysinv kube_upgrade.py post. */
import { type Check, cannotTell, checksOf } from '../check';
import type { Unknown } from '../host';
import type { Option } from '../option';
import { activeVersion, type Kubernetes } from './kube';
import { type Checks, either, type HealthFact, type KubeSituation, unreadCheck } from './situation';
import { compareVersions, isNewer } from './version';

const check = checksOf('kube.start', 'sysinv kube_upgrade.py post');

export function startChecks(version: string, s: KubeSituation): Check[] {
  return [
    ...noUpgrade(s),
    noDeploy(check, s.deploy),
    ...versionChecks(version, s),
    healthCheck(check, s.health),
    check.unknown(
      'apps',
      cannotTell(
        'whether every applied application works with that version',
        'The platform compares them with the bundles that it has',
        'sysinv',
      ),
    ),
  ];
}

function noUpgrade(s: KubeSituation): Check[] {
  return (
    unreadCheck(check, s, 'upgrade', 'whether an upgrade is in progress') ?? [
      either(check, 'upgrade', s.kube.upgrade === null, 'No Kubernetes upgrade is in progress', {
        title: 'A Kubernetes upgrade is in progress',
        detail: 'One that is complete or aborted must be deleted first.',
      }),
    ]
  );
}

/** Also asked before an update of the root CA. */
export function noDeploy(by: Checks, deploy: KubeSituation['deploy']): Check {
  const what = 'whether a platform upgrade is in progress';
  if (deploy === undefined || 'unread' in deploy)
    return by.unknown(
      'deploy',
      cannotTell(what, deploy?.unread ?? 'Software deployments are not read yet', 'usm'),
    );
  return either(by, 'deploy', deploy.state === null, 'No platform upgrade is in progress', {
    title: 'A platform upgrade is in progress',
    detail: `The software deployment is in ${deploy.state}.`,
  });
}

function versionChecks(version: string, s: KubeSituation): Check[] {
  const unread = unreadCheck(check, s, 'versions', 'which versions can be upgraded to');
  if (unread) return unread;
  const state = s.kube.versions.find((one) => one.version === version)?.state ?? null;
  const active = activeVersion(s.kube);
  return [
    either(check, 'version', state === 'available', `${version} is available`, {
      title: version === '' ? 'No version was chosen' : `${version} is ${state ?? 'not known'}`,
      detail: 'Only an available version can be upgraded to.',
    }),
    either(check, 'active', active !== null, `${active} is active on every host`, {
      title: 'Not every host runs the same version',
      detail: 'The installed version must be active on all of them.',
    }),
  ];
}

/**
 * The report of the platform's own check. That a line of it fails does not always mean a refusal: the platform leaves some
 * lines out of its sum, and alarms that do not affect management where it is forced.
 */
export function healthCheck(by: Checks, health: HealthFact | undefined): Check {
  const what = 'whether the system is healthy';
  if (health === undefined)
    return by.unknown('health', cannotTell(what, 'The platform checks it as it starts', 'sysinv'));
  if ('unread' in health) return by.unknown('health', cannotTell(what, health.unread, 'sysinv'));
  const { failed } = health;
  return either(by, 'health', failed === 0, 'The system is healthy', {
    title: failed === 1 ? '1 check of health fails' : `${failed} checks of health fail`,
    detail: 'The platform refuses a system that is not in a valid state. What fails is said below.',
    outcome: 'warn',
  });
}

/** Versions to choose from, newest last, each with why it cannot be chosen. */
export const targetOptions = ({ versions }: Pick<Kubernetes, 'versions'>): Option[] => {
  const active = activeVersion({ versions });
  return versions
    .filter(({ version }) => active === null || isNewer(version, active))
    .toSorted((a, b) => compareVersions(a.version, b.version) ?? 0)
    .map(({ version, state }) => ({
      ...{ value: version, label: version },
      why: whyNot(state),
    }));
};

const whyNot = (state: Unknown<string>): string | null =>
  state === 'available' || state === null ? null : state;
