/** What may be done to the labels of a host, as the platform checks it (sysinv api/controllers/v1/label.py). */
import { type Host, hostName, isLocked, isWorker, type Unknown } from '../host';
import type { Cpu, HostLabel } from '../host-parts';
import { allowed, denied, type Verdict } from '../result';
import { may, type Right, type Viewer } from '../rights';
import { isOfStalld, knownLabel, needsLock, STALLD, STALLD_FUNCTIONS } from './known-labels';
import type { HostLabels, LabelCall, LabelPair } from './label-calls';

export const LABEL_RIGHT: Right = 'system.configure';
export const LABEL_DEED = 'Changing labels';
/** Admin and configurator (policy config_api:label:…; recorded for every role). */
export const mayChangeLabels = (viewer: Viewer): Verdict => may(viewer, LABEL_RIGHT, LABEL_DEED);

export type LabelFacts = HostLabels & {
  host: Host;
  labels: readonly HostLabel[];
  /** null: not read. */
  cpus: Unknown<readonly Cpu[]>;
};

/** _check_host_locked */
export function lockVerdict(keys: readonly string[], host: Host): Verdict {
  const found = isLocked(host) ? [] : keys.filter(needsLock);
  if (found.length === 0) return allowed;
  const which = found.length === 1 ? `${found[0]} needs` : `${found.join(', ')} need`;
  return denied(
    `Lock ${hostName(host)} first: ${which} a locked host.`,
    'sysinv label.py _check_host_locked',
  );
}

/** _semantic_check_worker_labels, evaluate_case_agnostic_policy_name, _semantic_check_stalld_labels: the value alone. */
export function valueVerdict({ key, value }: LabelPair): Verdict {
  const known = knownLabel(key);
  if (!known?.strict || !known.values) return allowed;
  const fits = known.values.includes(known.anyCase ? value.toLowerCase() : value);
  if (fits || (isOfStalld(key) && value === '')) return allowed;
  return denied(`${key} is ${wordsOf(known.values)}.`, 'sysinv label.py _semantic_check_worker_labels');
}

const wordsOf = (values: readonly string[]): string =>
  values.length === 1 ? `${values[0]} or not there` : `one of ${values.join(', ')}`;

const STALLD_CHECK = 'sysinv label.py _semantic_check_stalld_labels';

/** _semantic_check_stalld_labels: workers only, processors to watch, names of settings. */
export function stalldVerdict(pairs: readonly LabelPair[], { host, labels, cpus }: LabelFacts): Verdict {
  const own = pairs.filter(({ key }) => isOfStalld(key));
  if (own.length === 0) return allowed;
  if (!isWorker(host))
    return denied('Labels of stalld are for hosts with the worker function.', STALLD_CHECK);
  const odd = own.find(
    ({ key }) => key !== STALLD && key !== STALLD_FUNCTIONS && !/^starlingx\.io\/stalld\.\w+/.test(key),
  );
  if (odd) return denied(`A setting of stalld is called ${STALLD}.NAME, not ${odd.key}.`, STALLD_CHECK);
  const valueNow = (key: string) =>
    own.find((one) => one.key === key)?.value ?? labels.find((one) => one.key === key)?.value ?? null;
  if (valueNow(STALLD) !== 'enabled' || cpus === null) return allowed;
  const over = (valueNow(STALLD_FUNCTIONS) || 'application').toLowerCase();
  const watched = ({ use }: Cpu) =>
    over === 'all' || use === 'Application-isolated' || (over === 'application' && use === 'Application');
  return cpus.some(watched)
    ? allowed
    : denied(`${hostName(host)} has no processor of function ${over} for stalld to watch.`, STALLD_CHECK);
}

/** Of a key that is there already. */
export function existsVerdict(
  { key, value }: LabelPair,
  overwrite: boolean,
  { labels }: HostLabels,
): Verdict {
  const there = labels.find((one) => one.key === key);
  if (!there || overwrite || there.value === value) return allowed;
  return denied(
    `${key} is there already, as ${there.value ?? 'an unknown value'}. Overwrite it, or leave it out.`,
    'sysinv label.py post',
  );
}

/** What the platform will say of a call; the first check that fails. */
export function labelVerdict(call: LabelCall, facts: LabelFacts): Verdict {
  if (call.do === 'label.remove') return lockVerdict([call.key], facts.host);
  const verdicts = [
    lockVerdict(
      call.labels.map(({ key }) => key),
      facts.host,
    ),
    ...call.labels.map(valueVerdict),
    stalldVerdict(call.labels, facts),
    ...call.labels.map((one) => existsVerdict(one, call.overwrite, facts)),
  ];
  return verdicts.find(({ ok }) => !ok) ?? allowed;
}
