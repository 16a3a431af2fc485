'use client';
/** Kubernetes of the cloud as it was last read, with the hosts that it runs on. */
import type { Host } from '@/lib/domain/host';
import type { Kubernetes } from '@/lib/domain/kube/kube';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import type { Failure } from '@/lib/domain/result';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

export type KubeReading = {
  /** undefined: not read yet, or never. */
  kube: Kubernetes | undefined;
  /** Why there is none, or no newer one. */
  error: Failure | undefined;
  asOf: number | undefined;
  /** What rules look at; undefined like `kube`. */
  situation: KubeSituation | undefined;
  stale: boolean;
};

const NO_HOSTS: readonly Host[] = [];

export function useKube(): KubeReading {
  const seen = useView('kubernetes', {});
  const hosts = useView('hosts', {})?.data?.hosts ?? NO_HOSTS;
  const mode = useView('system', {})?.data?.mode ?? null;
  const kube = seen?.data;
  return {
    ...{ kube, error: seen?.error, asOf: seen?.asOf },
    situation: kube && { kube, hosts, mode },
    stale: isStale(seen, serverNow()),
  };
}
