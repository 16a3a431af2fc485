/** A line under a check of the health report: what it names (sysinv common/health.py), or the line itself where it is not known. */
import { applicationHref } from '../application/application-href';

/** A name in a list, and where the console shows it. */
export type HealthName = { name: string; href: string | null };

export type HealthDetail =
  /** `words` lead the list: "Locked or disabled hosts". */
  | { kind: 'names'; words: string; names: readonly HealthName[] }
  | { kind: 'alarms'; found: number; affecting: number; certificates: number }
  /** A known sentence of the platform, verbatim. `host`: whom it is about. */
  | { kind: 'said'; text: string; host: HealthName | null }
  /** A line that this console does not know. */
  | { kind: 'other'; text: string };

type Named = 'host' | 'application' | 'plain';

/** What the words before a colon list. */
const LISTS: Record<string, Named> = {
  'Locked or disabled hosts': 'host',
  'Vim disabled hosts': 'host',
  'Hosts with out of date configurations': 'host',
  // A node is called as its host is.
  'Kubernetes nodes not ready': 'host',
  'Kubernetes control plane pods not ready': 'plain',
  'Kubernetes applications not in a valid state': 'application',
  'Kubernetes pods not in a valid state': 'plain',
};

const ALARMS =
  /^\[(\d+)\] alarms found, \[(\d+)\] of which are management affecting and \[(\d+)\] are certificate expiration alarms\./;

/** Sentences about one host. */
const OF_HOST: readonly RegExp[] = [
  /^\w+ \(.*\) for (?<host>\S+) does not match root disk /,
  /^\w+ for (?<host>\S+) is not assigned$/,
  /^Cannot determine the root disk for (?<host>\S+)$/,
  /^Number of instances on (?<host>\S+): \d+$/,
];

/** Sentences that stand for themselves. */
const KNOWN: readonly RegExp[] = [
  /^\d+ Unprovisioned hosts$/,
  /^Deployment in progress: /,
  /^Upgrade kubernetes to the latest version: /,
  /^Failed to get version info\. /,
  /^Also see "system kube-version-list"$/,
  /^Platform Issuer /,
  /^Local ClusterIssuer /,
  /^Missing field in Platform Issuer /,
  /^(Expected )?Certificate - /,
  /^Could not finish Platform Issuer /,
  // Lines of a warning that the platform frames with stars.
  /^\*/,
];

/** @param line without its line end */
export function readDetail(line: string): HealthDetail {
  const alarms = ALARMS.exec(line);
  if (alarms) {
    const [, found, affecting, certificates] = alarms.map(Number);
    return { kind: 'alarms', found: found ?? 0, affecting: affecting ?? 0, certificates: certificates ?? 0 };
  }
  const colon = line.indexOf(': ');
  const listed = colon > 0 ? LISTS[line.slice(0, colon)] : undefined;
  if (listed) {
    const names = line.slice(colon + 2).split(', ');
    return { kind: 'names', words: line.slice(0, colon), names: names.map((name) => named(listed, name)) };
  }
  const host = OF_HOST.flatMap((form) => form.exec(line)?.groups?.host ?? [])[0];
  if (host !== undefined) return { kind: 'said', text: line, host: named('host', host) };
  return KNOWN.some((form) => form.test(line))
    ? { kind: 'said', text: line, host: null }
    : { kind: 'other', text: line };
}

/** A host without a name is written `None`; a driver stands among the applications by its full name, with spaces. */
function named(kind: Named, name: string): HealthName {
  const isName = /^[\w.-]+$/.test(name) && name !== 'None';
  if (!isName || kind === 'plain') return { name, href: null };
  return {
    name,
    href: kind === 'host' ? `/hosts/${encodeURIComponent(name)}` : applicationHref(name),
  };
}
