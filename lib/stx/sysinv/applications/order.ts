/**
 * What the platform says of the order of applications and of Kubernetes: sysinv `/v1/reorder_apps`, `/v1/query_compatible_apps`,
 * `/v1/kube_versions`. All three only tell, whatever their names promise (api/controllers/v1/reorder_apps.py get_all).
 */
import 'server-only';
import { z } from 'zod';
import { type ApplicationOrder, type Fit, fromActive, namesOnly } from '@/lib/domain/application/order';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection } from '../../connection';
import { readable } from '../../decode';
import { decodeVersions } from '../kubernetes/rows';
import { read as readRows } from '../read-rows';

const names = z.array(z.string());

export async function getOrder(connection: Connection): Promise<Result<ApplicationOrder>> {
  const answer = await ask(connection, 'sysinv', '/reorder_apps');
  if (!answer.ok) return answer;
  const read = readable(names, answer.data.body, 'sysinv', connection.requestId);
  return read.ok ? ok(namesOnly(read.data)) : read;
}

/** A cloud has a handful of versions; an odd answer of many must not become as many requests. */
const MOST_VERSIONS = 8;

/** Which applications fit which version of Kubernetes, from the one that runs upwards: a request for each. */
export async function listFits(connection: Connection): Promise<Result<Fit[]>> {
  const read = await readRows(connection, '/kube_versions', 'kube_versions', decodeVersions);
  if (!read.ok) return read;
  const versions = fromActive(read.data.rows).slice(0, MOST_VERSIONS);
  return ok(
    await Promise.all(
      versions.map(async ({ version, state }) => {
        const query = { k8s_ver: version };
        const answer = await ask(connection, 'sysinv', '/query_compatible_apps', { query });
        const fit = answer.ok ? readable(names, answer.data.body, 'sysinv', connection.requestId) : answer;
        return fit.ok
          ? { version, state, compatible: fit.data, why: null }
          : { version, state, compatible: null, why: fit.error.message };
      }),
    ),
  );
}
