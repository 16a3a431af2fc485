/**
 * Runs before every page and API request: writes the security headers and sends people without a session cookie
 * to the log-in page. It protects nothing: every server function checks the session itself.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, plainSecurityHeaders, scriptSecurityHeaders } from '@/lib/server/csp';
import { PATH_HEADER } from '@/lib/server/path-header';

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const https = (process.env.ROOST_URL ?? '').startsWith('https:');
  const unkept = { 'cache-control': 'no-store' };
  const plain = { ...plainSecurityHeaders(https), ...unkept };
  if (pathname.startsWith('/api/')) return decorated(NextResponse.next(), plain);

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = isAction(request)
    ? { ...scriptSecurityHeaders(https), ...unkept }
    : { ...plain, 'content-security-policy': policy };
  if (needsCookie(request) && !request.cookies.has(`${https ? '__Host-' : ''}roost.session`)) {
    const login = request.nextUrl.clone();
    login.pathname = '/login';
    login.search =
      pathname === '/' ? '' : `?callbackUrl=${encodeURIComponent(`${pathname}${withoutRsc(search)}`)}`;
    return decorated(NextResponse.redirect(login), headers);
  }
  const forwarded = new Headers(request.headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set('content-security-policy', policy);
  forwarded.set(PATH_HEADER, `${pathname}${withoutRsc(search)}`);
  return decorated(NextResponse.next({ request: { headers: forwarded } }), headers);
}

/** A call of a server action from a script: of all requests of a browser only such a one carries this header. */
const isAction = (request: NextRequest): boolean =>
  request.method === 'POST' && request.headers.has('next-action');

/** Log-in pages are for everyone. A server action answers for itself: redirecting its POST breaks the client. */
function needsCookie(request: NextRequest): boolean {
  return !isAction(request) && !/^\/(login|password)(\/|$)/.test(request.nextUrl.pathname);
}

/** Next's own cache-busting parameter of navigations is no part of an address that a person would keep. */
function withoutRsc(search: string): string {
  const params = new URLSearchParams(search);
  if (!params.has('_rsc')) return search;
  params.delete('_rsc');
  const rest = params.toString();
  return rest === '' ? '' : `?${rest}`;
}

function decorated(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

// A body that is to be streamed must not pass here: Next would keep a copy of it, and cut it off at 10 MB.
export const config = {
  matcher: [
    '/((?!api/applications/tarball|api/device-images/bitstream|_next/static|_next/image|favicon.ico|icon.svg|robots.txt|early-acts.js|images/).*)',
  ],
};
