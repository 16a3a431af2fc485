/** Versions of Kubernetes that an application has to run on: sysinv `/v1/kube_versions` (api/controllers/v1/kube_version.py). */
import 'server-only';
import type { z } from 'zod';
import { ok, type Result } from '@/lib/domain/result';
import type { Connection } from '../../connection';
import { allRows } from '../../rows';
import { versionWire } from '../kubernetes/rows';

/** In the midst of an upgrade there are two (kube_app.py _check_app_compatibility looks at both). */
const RUNNING: readonly (string | null)[] = ['active', 'partial'];

type Row = Pick<z.infer<typeof versionWire>, 'version' | 'state'>;

export const runningOf = (rows: readonly Row[]): string[] =>
  rows.filter(({ state }) => RUNNING.includes(state)).map(({ version }) => version);

/** `['v1.32.2']` */
export async function listRunningKubernetes(connection: Connection): Promise<Result<string[]>> {
  const rows = await allRows(connection, '/kube_versions', 'kube_versions', versionWire, (row) => row);
  return rows.ok ? ok(runningOf(rows.data)) : rows;
}
