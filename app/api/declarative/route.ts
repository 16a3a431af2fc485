import { hostFile } from '@/lib/domain/declarative/print';
import { findHost, hostName } from '@/lib/domain/host';
import { fail, ok } from '@/lib/domain/result';
import { auditedWrite } from '@/lib/server/audit';
import { DECLARATION_FILES, readSystem, systemPieces } from '@/lib/server/declaration';
import { guard } from '@/lib/server/guard';
import { takePlace } from '@/lib/server/places';
import { connect } from '@/lib/server/platform';
import { NO_STORE, OWN_HEADER } from '@/lib/server/same-origin';
import type { Session } from '@/lib/server/session-types';
import { readView } from '@/lib/server/views';

const refuse = (status: number, message: string) =>
  Response.json({ error: { message } }, { status, headers: NO_STORE });

const file = (body: BodyInit, name: string) =>
  new Response(body, {
    headers: {
      ...NO_STORE,
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.yaml"`,
      'x-content-type-options': 'nosniff',
    },
  });

/** Configuration as YAML: of a host (`?host=`, name or uuid), or of the whole system, streamed host by host. */
export async function GET(request: Request): Promise<Response> {
  // A page of another site must not set the platform to work, though it could not read the answer.
  if (request.headers.get(OWN_HEADER) !== '1') return refuse(403, `The header ${OWN_HEADER} is missing.`);
  const session = await guard();
  if (!session.ok) return refuse(session.error.kind === 'forbidden' ? 403 : 401, session.error.message);
  const ref = new URL(request.url).searchParams.get('host');
  if (ref !== null) return ofHost(session.data, ref);
  const giveBack = takePlace(DECLARATION_FILES, session.data.id);
  if (!giveBack)
    return refuse(429, 'Another file is being made for you, or too many for others. Wait a moment.');
  return ofSystem(session.data, giveBack, request.signal);
}

const ACTION = 'configuration.export';

async function ofHost(session: Session, ref: string): Promise<Response> {
  const [hosts, system] = await Promise.all([
    readView(session, 'hosts', {}),
    readView(session, 'system', {}),
  ]);
  if (!hosts.value) return refuse(502, hosts.error?.message ?? 'The hosts could not be read.');
  const host = findHost(hosts.value.data.hosts, ref);
  if (!host) return refuse(404, 'There is no such host.');
  const read = await auditedWrite(session, { action: ACTION, target: hostName(host) }, async () => {
    const { value, error } = await readView(session, 'hostDeclaration', { hostId: host.id });
    return value ? ok(value.data) : fail(error ?? { kind: 'unavailable', message: 'It could not be read.' });
  });
  if (!read.ok) return refuse(502, read.error.message);
  return file(hostFile(host, read.data.documents, system.value?.data.name ?? null), hostName(host));
}

async function ofSystem(session: Session, giveBack: () => void, left: AbortSignal): Promise<Response> {
  const connection = await connect(session);
  if (!connection.ok) {
    giveBack();
    return refuse(502, connection.error.message);
  }
  const read = await auditedWrite(session, { action: ACTION, target: 'system' }, () =>
    readSystem(connection.data),
  ).catch((cause: unknown) => {
    giveBack();
    throw cause;
  });
  if (!read.ok) {
    giveBack();
    return refuse(502, read.error.message);
  }
  const gone = new AbortController();
  left.addEventListener('abort', () => gone.abort(), { once: true });
  const pieces = systemPieces(connection.data, read.data, gone.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await pieces.next();
        if (!done && !gone.signal.aborted) return controller.enqueue(encoder.encode(value));
        giveBack();
        controller.close();
      } catch (cause) {
        giveBack();
        controller.error(cause);
      }
    },
    async cancel() {
      gone.abort();
      giveBack();
      await pieces.return(undefined);
    },
  });
  return file(body, read.data.cloud.system.name);
}
