/** Applications: sysinv `/v1/apps` (api/controllers/v1/kube_app.py). One request, however many there are: the list takes no limit. */
import 'server-only';
import { z } from 'zod';
import type { Application, ApplicationList } from '@/lib/domain/application/application';
import type { ApplicationCall } from '@/lib/domain/application/application-calls';
import { ok, type Result } from '@/lib/domain/result';
import { base64Body } from '../../base64-body';
import { ask, type Connection, collect, segment } from '../../connection';
import { flag, readable, readRows, text, time } from '../../decode';
import type { Answer } from '../../http';

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

/** One by itself: the list of all tells no dates. */
export async function getApplication(connection: Connection, name: string): Promise<Result<Application>> {
  const answer = await ask(connection, 'sysinv', `/apps/${segment(name)}`);
  if (!answer.ok) return answer;
  const row = readable(wire, answer.data.body, 'sysinv', connection.requestId);
  return row.ok ? ok(reshape(row.data)) : row;
}

/** Carries out a call; the platform answers as soon as it has taken it, and works on. */
export async function sendApplicationCall(
  connection: Connection,
  call: ApplicationCall,
): Promise<Result<null>> {
  const answer = await sendCall(connection, call);
  return answer.ok ? ok(null) : answer;
}

function sendCall(connection: Connection, call: ApplicationCall): Promise<Result<Answer>> {
  if (call.do === 'upload') {
    const body = { tarfile: call.tarfile, ...givenFields(call) };
    return ask(connection, 'sysinv', '/apps', { method: 'POST', body });
  }
  const force: Record<string, string> = 'force' in call && call.force ? { force: 'True' } : {};
  const path = `/apps/${segment(call.name)}`;
  switch (call.do) {
    case 'update': {
      const { tarfile, name, version, reuseUserOverrides, reuseAttributes } = call;
      const body = {
        ...{ tarfile, name },
        ...(version === null ? {} : { app_version: version }),
        // Words, not truth values: others are refused as invalid.
        ...(reuseUserOverrides === null ? {} : { reuse_user_overrides: String(reuseUserOverrides) }),
        ...(reuseAttributes === null ? {} : { reuse_attributes: String(reuseAttributes) }),
      };
      return ask(connection, 'sysinv', '/apps/update', { method: 'POST', body });
    }
    case 'delete':
      return ask(connection, 'sysinv', path, { method: 'DELETE', query: force });
    default:
      return ask(connection, 'sysinv', path, {
        ...{ method: 'PATCH', query: { directive: call.do, ...force } },
        body: { values: {} },
      });
  }
}

type Given = { name: string | null; version: string | null; images: boolean };

/** What is left out is as the tarball has it. */
const givenFields = ({ name, version, images }: Given): Record<string, unknown> => ({
  ...(name === null ? {} : { name }),
  ...(version === null ? {} : { app_version: version }),
  ...(images ? { images: true } : {}),
});

export type TarballUpload = Given & {
  /** Name of the file alone. */
  fileName: string;
  source: AsyncIterable<Uint8Array>;
  sourceBytes: number;
  idleSeconds: number;
  signal: AbortSignal;
};

/** Sends a tarball while it comes. @returns the name of the application that it is */
export async function uploadTarball(
  connection: Connection,
  { fileName, source, sourceBytes, idleSeconds, signal, ...given }: TarballUpload,
): Promise<Result<string>> {
  const fields = { tarfile: fileName, ...givenFields(given) };
  const body = base64Body({ fields, key: 'binary_data', source, sourceBytes });
  const answer = await ask(connection, 'sysinv', '/apps', {
    method: 'POST',
    stream: { ...body, contentType: 'application/json', idleSeconds, signal },
  });
  if (!answer.ok) return answer;
  const row = readable(z.object({ name: z.string() }), answer.data.body, 'sysinv', connection.requestId);
  return row.ok ? ok(row.data.name) : row;
}
