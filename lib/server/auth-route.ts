/**
 * /api/auth: next-auth behind a narrow door. Four things pass: a csrf token, a look at the session, signing in
 * and out, and a change of the session. Reading never writes the cookie: next-auth would re-issue it on every
 * look, which keeps an idle session alive and lets a slow answer bring back a session that was just replaced.
 */
import 'server-only';
import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';
import type { SignInRefusal } from '@/lib/domain/session-view';
import { type AuthCall, withAuthCall } from './auth-call';
import { countSignIn } from './metrics';
import { factsFrom } from './request';
import { NO_STORE, refuseForeign } from './same-origin';
import { type Claims, endedBecause, sessionView } from './session-claims';
import { openCookie, servedByHttps, sessionCookieName, sessionLimits } from './session-cookie';
import { isDropped } from './session-registry';

const DOORS = new Set([
  'GET csrf',
  'GET session',
  'POST session',
  'POST callback/credentials',
  'POST signout',
]);
const STATUS: Record<SignInRefusal['code'], number> = {
  invalid: 400,
  refused: 401,
  expired: 401,
  'no-project': 403,
  throttled: 429,
  unavailable: 503,
};
const MOST_BYTES = 16 * 1024;

/** Answers one request to /api/auth/…; `path` is what follows it. */
export async function answerAuth(request: NextRequest, path: string[]): Promise<Response> {
  const action = path.join('/');
  if (!DOORS.has(`${request.method} ${action}`)) return json({ error: { message: 'Not found' } }, 404);
  const foreign = request.method === 'POST' ? refuseForeign(request.headers) : null;
  if (foreign) return foreign;
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) {
    return json({ error: { message: 'The request is too large.' } }, 413);
  }
  const jar = await cookies();
  const before = await openCookie(jar.get(sessionCookieName(servedByHttps()))?.value);
  if (request.method === 'GET' && action === 'session') return json(viewOf(before), 200);
  const call: AuthCall = { ...factsFrom(request.headers), before, after: undefined, refusal: undefined };
  const answer = await withAuthCall(call, () => nextAuth(request, path));
  if (action === 'callback/credentials') countSignIn(call.refusal?.code ?? (call.after ? 'ok' : 'invalid'));
  if (action === 'csrf' || action === 'signout') return noStore(answer);
  if (call.refusal) return refused(call.refusal, answer);
  // No claims and no refusal: next-auth did not accept the csrf token.
  if (!call.after) {
    return refused({ code: 'invalid', message: 'The page is out of date. Reload it.' }, answer);
  }
  return withCookies(json(viewOf(call.after), 200), answer);
}

async function nextAuth(request: NextRequest, path: string[]): Promise<Response> {
  const answer: unknown = await NextAuth(
    request,
    { params: Promise.resolve({ nextauth: path }) },
    authOptions(),
  );
  if (answer instanceof Response) return answer;
  throw new Error('next-auth gave no answer');
}

/** Empty when signed out, else what a browser may know. */
function viewOf(claims: Claims | undefined) {
  if (!claims || isDropped(claims.sid)) return {};
  const limits = sessionLimits();
  return endedBecause(claims, Date.now(), limits) === null ? sessionView(claims, limits) : {};
}

function refused(refusal: SignInRefusal, answer: Response): Response {
  const retry: Record<string, string> = refusal.retryAfterSeconds
    ? { 'retry-after': String(refusal.retryAfterSeconds) }
    : {};
  const response = json({ error: refusal }, STATUS[refusal.code], retry);
  // The csrf cookie may be new; a session cookie must not be touched by a refusal.
  for (const cookie of answer.headers.getSetCookie()) {
    if (!cookie.startsWith(sessionCookieName(servedByHttps()))) response.headers.append('set-cookie', cookie);
  }
  return response;
}

function withCookies(response: Response, from: Response): Response {
  for (const cookie of from.headers.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}

function noStore(response: Response): Response {
  for (const [name, value] of Object.entries(NO_STORE)) response.headers.set(name, value);
  return response;
}

const json = (body: unknown, status: number, extra: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { ...NO_STORE, ...extra } });
