/**
 * The cluster itself: sysinv `/v1/kube_clusters` (api/controllers/v1/kube_cluster.py). The platform answers even a reader with
 * the key, the certificate and the token of the cluster's administrator. Only what is named here is taken out of the answer;
 * the rest is dropped where it arrives, and is never kept, logged or sent on.
 */
import 'server-only';
import { z } from 'zod';
import type { KubeCluster } from '@/lib/domain/kube/kube';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, collect } from '../../connection';
import { readable, readRows, text } from '../../decode';

const clusterWire = z.object({ cluster_name: text, cluster_version: text, cluster_api_endpoint: text });

export const decodeClusters = (rows: readonly unknown[]) => {
  const read = readRows(
    rows,
    clusterWire,
    (row) => ({
      name: row.cluster_name,
      version: row.cluster_version,
      endpoint: row.cluster_api_endpoint,
    }),
    ['cluster_name'],
  );
  return read;
};

const certIdWire = z.object({ cert_id: text, error: text });

/** Two requests: the cluster, and which root CA it has. */
export async function getKubeCluster(connection: Connection): Promise<Result<KubeCluster>> {
  const [clusters, rootca] = await Promise.all([
    collect(connection, '/kube_clusters', 'kube_clusters'),
    rootcaId(connection),
  ]);
  if (!clusters.ok && !rootca.ok) return fail(clusters.error);
  const cluster = clusters.ok ? decodeClusters(clusters.data).rows[0] : undefined;
  return ok({
    name: cluster?.name ?? null,
    version: cluster?.version ?? null,
    endpoint: cluster?.endpoint ?? null,
    rootcaId: rootca.ok ? rootca.data : null,
    unread: [clusters, rootca].flatMap((part) => (part.ok ? [] : [part.error.message])),
  });
}

/** An error comes with 200 too. */
async function rootcaId(connection: Connection): Promise<Result<string | null>> {
  const answer = await ask(connection, 'sysinv', '/kube_rootca_update/get_cert_id');
  if (!answer.ok) return answer;
  const { requestId } = connection;
  const read = readable(certIdWire, answer.data.body, 'sysinv', requestId);
  if (!read.ok) return read;
  const { cert_id, error } = read.data;
  return error === null
    ? ok(cert_id)
    : fail({ kind: 'refused', service: 'sysinv', status: answer.data.status, requestId, message: error });
}
