import { auditFile } from '@/lib/server/audit-file';
import { guardRight } from '@/lib/server/guard';
import { NO_STORE } from '@/lib/server/same-origin';
import { AUDIT_KEYS, auditParamsOf } from '@/lib/url/audit-url';

/** The audit trail as CSV, for admins. Takes the parameters of the page /system/audit. */
export async function GET(request: Request): Promise<Response> {
  const session = await guardRight('audit.read', 'Reading the audit trail');
  if (!session.ok) {
    const status = session.error.kind === 'unauthenticated' ? 401 : 403;
    return Response.json({ error: session.error }, { status, headers: NO_STORE });
  }
  const { searchParams } = new URL(request.url);
  const query = Object.fromEntries(AUDIT_KEYS.map((key) => [key, searchParams.get(key)]));
  const file = await auditFile({ ...auditParamsOf(query), before: undefined });
  if (!file.ok) return Response.json({ error: file.error }, { status: 503, headers: NO_STORE });
  const name = `audit-${new Date().toISOString().slice(0, 10)}.csv`;
  return new Response(file.data, {
    headers: {
      ...NO_STORE,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
