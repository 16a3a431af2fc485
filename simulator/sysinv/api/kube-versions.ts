/** Versions of Kubernetes and the cluster itself (sysinv api/controllers/v1/kube_version.py, kube_cluster.py). */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { httpError, refuse } from '../faults';
import { versionStates } from '../kube/running';
import { KUBE_VERSIONS, type KubeVersion } from '../kube/versions';
import { primary } from '../seed/subnets';
import type { RouteOn } from './collections';
import { ok } from './wire';

export function kubeVersionRoutes(on: RouteOn): void {
  on('GET', '/v1/kube_versions', (_call, { world }) =>
    ok({ kube_versions: KUBE_VERSIONS.map((version) => versionBody(world, version)) }),
  );
  on('GET', '/v1/kube_versions/:version', (call, { world }) => {
    const found =
      KUBE_VERSIONS.find(({ version }) => version === call.params.version) ??
      refuse(404, call.params.version ?? '');
    return ok({
      ...versionBody(world, found),
      upgrade_from: found.from,
      downgrade_to: [],
      applied_patches: [],
      available_patches: [],
    });
  });
  on('GET', '/v1/kube_cmd_versions', (_call, { world: { sysinv } }) =>
    ok({
      kubeadm_version: sysinv.kube.kubeadm.replace(/^v/, ''),
      kubelet_version: sysinv.kube.kubelet.replace(/^v/, ''),
      created_at: null,
      updated_at: null,
    }),
  );
  on('GET', '/v1/kube_clusters', (_call, { world }) => ok({ kube_clusters: [clusterBody(world)] }));
  on('GET', '/v1/kube_clusters/:name', (call, { world }) =>
    call.params.name === 'kubernetes' ? ok(clusterBody(world)) : httpError(404),
  );
}

/** The target is that of the upgrade; without one, what is active. */
function versionBody(world: World, { version }: KubeVersion): { [key: string]: Json } {
  const { upgrade } = world.sysinv.kube;
  const state = versionStates(world).get(version) ?? 'unavailable';
  const target = upgrade ? upgrade.to_version === version : state === 'active';
  return { version, target, state };
}

/** The real one hands the cluster's keys to any reader. Here they open nothing. */
function clusterBody({ sysinv: { context, kube } }: World): { [key: string]: Json } {
  return {
    cluster_name: 'kubernetes',
    cluster_version: kube.version,
    cluster_api_endpoint: `https://${inUrl(primary(context, 'oam', 10))}:6443`,
    cluster_ca_cert: '-----BEGIN CERTIFICATE-----\nsimulated\n-----END CERTIFICATE-----\n',
    admin_client_cert: '-----BEGIN CERTIFICATE-----\nsimulated\n-----END CERTIFICATE-----\n',
    admin_client_key: '-----BEGIN PRIVATE KEY-----\nsimulated\n-----END PRIVATE KEY-----\n',
    admin_user: 'kubernetes-admin',
    admin_token: 'simulated',
  };
}

/** An address as a URL has it: an IPv6 one in brackets (RFC 3986, 3.2.2). */
const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address);
