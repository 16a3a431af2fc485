/** Applications: sysinv `/v1/apps` (api/controllers/v1/kube_app.py). One request, however many there are: the list takes no limit. */
import 'server-only';
import { z } from 'zod';
import type { Application, ApplicationList } from '@/lib/domain/application/application';
import type { ApplicationCall } from '@/lib/domain/application/application-calls';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, collect, segment } from '../../connection';
import { flag, readRows, text, time } from '../../decode';

const wire = z.object({
  name: z.string(),
  app_version: text,
  manifest_name: text,
  manifest_file: text,
  status: text,
  progress: text,
  active: flag,
  created_at: time,
  updated_at: time,
});

const reshape = (row: z.infer<typeof wire>): Application => ({
  name: row.name,
  version: row.app_version,
  manifest: row.manifest_name,
  manifestFile: row.manifest_file,
  status: row.status,
  progress: row.progress,
  active: row.active,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const decodeApplications = (rows: readonly unknown[]) => readRows(rows, wire, reshape, ['name']);

export async function listApplications(connection: Connection): Promise<Result<ApplicationList>> {
  const raw = await collect(connection, '/apps', 'apps');
  if (!raw.ok) return raw;
  const { rows, unreadable } = decodeApplications(raw.data);
  return ok({ applications: rows, unreadable });
}

/** Carries out a call; the platform answers as soon as it has taken it, and works on. */
export async function sendApplicationCall(
  connection: Connection,
  call: ApplicationCall,
): Promise<Result<null>> {
  const path = `/apps/${segment(call.name)}`;
  const force: Record<string, string> = 'force' in call && call.force ? { force: 'True' } : {};
  const answer = await (call.do === 'delete'
    ? ask(connection, 'sysinv', path, { method: 'DELETE', query: force })
    : ask(connection, 'sysinv', path, {
        ...{ method: 'PATCH', query: { directive: call.do, ...force } },
        body: { values: {} },
      }));
  return answer.ok ? ok(null) : answer;
}
