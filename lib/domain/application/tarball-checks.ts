/** What will be said of a tarball by the platform that it goes to, as far as that can be told before it is sent. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Application, statusWords } from './application';
import { type KubernetesRange, rangeWords, runsOn } from './kubernetes-range';
import type { TarballFacts } from './tarball';

export type CloudFacts = {
  /** undefined: could not be read. */
  applications: readonly Application[] | undefined;
  /** Versions of Kubernetes that run; undefined: could not be read. */
  kubernetes: readonly string[] | undefined;
};

const POST = checksOf('upload', 'sysinv kube_app.py post');
const UPDATE = checksOf('update', 'sysinv kube_app.py update');

/** @param name as the tarball tells it, or as it was given; null: not known yet */
export function uploadChecks(name: string | null, facts: TarballFacts | null, cloud: CloudFacts): Check[] {
  return [
    ...(name === null ? [] : [nameCheck(name, facts?.version ?? null, cloud)]),
    ...(facts ? [kubernetesCheck(facts.kubernetes, cloud, 'it can be uploaded, and not applied')] : []),
  ];
}

function nameCheck(name: string, version: string | null, { applications }: CloudFacts): Check {
  if (applications === undefined)
    return POST.unknown(
      'name',
      cannotTell(`is there a ${name} already`, 'The applications could not be read'),
    );
  const there = applications.find((one) => one.name === name);
  if (!there) return POST.pass('name', { title: `This cloud has no ${name} yet` });
  const same = version !== null && there.version === version;
  return POST.block('name', {
    title: `${name} ${there.version ?? ''} is in this cloud already`.replace('  ', ' '),
    detail:
      there.status === 'applied'
        ? same
          ? 'It is applied in the same version.'
          : 'Another version of what is applied is not uploaded: update it.'
        : `It is: ${statusWords(there.status).toLowerCase()}. Remove and delete it before another is uploaded.`,
  });
}

/** The platform looks when it applies: an apply is refused, an update fails and goes back. */
function kubernetesCheck(range: KubernetesRange, { kubernetes }: CloudFacts, otherwise: string): Check {
  const make = checksOf('tarball', 'sysinv kube_app.py _check_app_compatibility');
  if (kubernetes === undefined || kubernetes.length === 0)
    return make.unknown(
      'kubernetes',
      cannotTell('does it run on this Kubernetes', 'The versions of Kubernetes could not be read'),
    );
  const running = kubernetes.join(' and ');
  return kubernetes.every((one) => runsOn(range, one))
    ? make.pass('kubernetes', { title: `It runs on Kubernetes ${running}` })
    : make.warn('kubernetes', {
        title: `It does not run on Kubernetes ${running}`,
        detail: `It needs ${rangeWords(range)}: ${otherwise}.`,
      });
}

type Update = {
  application: Application;
  /** Of a copy that somebody has picked; null: none was. */
  facts: TarballFacts | null;
  /** As it was given by hand. */
  version: string | null;
};

export function updateChecks({ application, facts, version }: Update, cloud: CloudFacts): Check[] {
  const { name, version: now } = application;
  const named = facts?.name ?? name;
  const to = facts?.version ?? version;
  return [
    named === name
      ? UPDATE.pass('name', { title: facts ? `The tarball is one of ${name}` : `It updates ${name}` })
      : UPDATE.block('name', {
          title: `The tarball is one of ${named}`,
          detail: `The platform goes by the name in the tarball: it would update ${named} and not ${name}.`,
        }),
    to === null
      ? UPDATE.unknown(
          'version',
          cannotTell('is it another version', `Pick a copy of the tarball to compare it with ${now ?? 'it'}`),
        )
      : to === now
        ? UPDATE.block('version', {
            title: `Version ${to} is applied already`,
            detail: 'An update goes to another version, newer or older.',
          })
        : UPDATE.pass('version', { title: `From version ${now ?? 'unknown'} to ${to}` }),
    ...(facts
      ? [
          kubernetesCheck(
            facts.kubernetes,
            cloud,
            facts.noRecovery
              ? 'the update would fail, and this application does not go back by itself'
              : 'the update would fail and go back to the version before',
          ),
        ]
      : []),
  ];
}
