import { bulkFile } from '@/lib/server/host-bulk';
import { NO_STORE, refuseCrossSite } from '@/lib/server/same-origin';

/** Every host as the platform's own file for bulk adding. `?users=hidden` leaves the names of the boards' users out. */
export async function GET(request: Request): Promise<Response> {
  const foreign = refuseCrossSite(request.headers);
  if (foreign) return foreign;
  const users = new URL(request.url).searchParams.get('users') === 'hidden' ? 'hidden' : 'kept';
  const file = await bulkFile(users);
  if (!file.ok) {
    const { kind } = file.error;
    const status = kind === 'unauthenticated' ? 401 : kind === 'forbidden' ? 403 : 502;
    return Response.json({ error: file.error }, { status, headers: NO_STORE });
  }
  return new Response(file.data, {
    headers: {
      ...NO_STORE,
      'content-type': 'text/xml; charset=utf-8',
      'content-disposition': `attachment; filename="hosts-${new Date().toISOString().slice(0, 10)}.xml"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
