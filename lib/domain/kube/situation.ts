/** What the rules of Kubernetes look at. */
import { type Check, type CheckOutcome, cannotTell, type checksOf } from '../check';
import { type Host, hostName, type Unknown } from '../host';
import { type KubeHost, type KubePart, type Kubernetes, unreadKube } from './kube';

/** The report of the platform's own health check, as far as it was read. */
export type HealthFact = { failed: number } | { unread: string };

export type KubeSituation = {
  kube: Kubernetes;
  hosts: readonly Host[];
  /** Of the system: `simplex`, `duplex`, `duplex-direct`; null is not known. */
  mode: Unknown<string>;
  /** State of a software deployment, null when none is under way. undefined: not read yet. */
  deploy?: { state: string | null } | { unread: string } | undefined;
  health?: HealthFact | undefined;
};

export type Checks = ReturnType<typeof checksOf>;

/** A host of the cloud with what Kubernetes says of it. */
export type KubeHostRow = { host: Host; kube: KubeHost };

/** Hosts that take part: storage nodes run no Kubernetes, and the platform has no row of theirs. */
export function kubeRows({ kube, hosts }: Pick<KubeSituation, 'kube' | 'hosts'>): KubeHostRow[] {
  const byNumber = new Map(kube.hosts.map((row) => [row.hostNumber, row]));
  return hosts.flatMap((host) => {
    const row = host.number === null ? undefined : byNumber.get(host.number);
    return row ? [{ host, kube: row }] : [];
  });
}

export const kubeRow = (situation: KubeSituation, hostId: string): KubeHostRow | undefined =>
  kubeRows(situation).find(({ host }) => host.id === hostId);

export const refOf = (host: Host) => ({ id: host.id, name: hostName(host) });

/** Says so where a part was not read; the platform then decides. */
export function unreadCheck(check: Checks, s: KubeSituation, part: KubePart, what: string): Check[] | null {
  const why = unreadKube(s.kube, part);
  return why === null ? null : [check.unknown(part, cannotTell(what, why, 'sysinv'))];
}

/** One condition as a check: what is so when it holds, and when it does not. */
export const either = (
  check: Checks,
  id: string,
  holds: boolean,
  passes: string,
  blocks: { title: string; detail?: string; outcome?: CheckOutcome; wayOut?: Check['wayOut'] },
): Check => {
  if (holds) return check.pass(id, { title: passes });
  const { title, detail, wayOut } = blocks;
  const words = { title, ...(detail ? { detail } : {}), ...(wayOut ? { wayOut } : {}) };
  return blocks.outcome === 'warn' ? check.warn(id, words) : check.block(id, words);
};
