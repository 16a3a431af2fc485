/**
 * Whether a request comes from the console's own pages. Route handlers get no such check from Next at all; server
 * actions get one that compares hosts and forgets the scheme.
 */
import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/env';

/** A header that a form or an image of another site cannot send without asking first (CORS preflight). */
export const OWN_HEADER = 'x-roost-request';

/** Why a changing request is not taken, or null. Needs our header, a JSON body and the console's own origin. */
export function foreignBecause(headers: Pick<Headers, 'get'>): string | null {
  if (headers.get(OWN_HEADER) !== '1') return `The header ${OWN_HEADER} is missing.`;
  const origin = headers.get('origin');
  if (!origin) return 'The header Origin is missing.';
  if (!isOwn(origin, headers)) return ELSEWHERE;
  const type = headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) return 'The body has to be application/json.';
  return null;
}

/**
 * Ends a server action that another origin called, the console's own host by plain http included: somebody on the
 * way could have written that page. Next answers 500 without a word of why. A request without Origin is no browser's.
 */
export async function refuseForeignAction(): Promise<void> {
  const sent = await headers();
  const origin = sent.get('origin');
  if (sent.has('next-action') && origin && !isOwn(origin, sent)) throw new Error(ELSEWHERE);
}

const ELSEWHERE = 'The request comes from another site.';

const isOwn = (origin: string, headers: Pick<Headers, 'get'>): boolean =>
  ownOrigins(headers).includes(origin.toLowerCase());

/** The origin people were told (ROOST_URL), and the one the request itself names. */
function ownOrigins(headers: Pick<Headers, 'get'>): string[] {
  const { ROOST_URL } = env();
  const configured = new URL(ROOST_URL).origin.toLowerCase();
  const host = headers.get('host')?.toLowerCase();
  // Behind https only the configured origin counts; on plain http the console may be reached by several names.
  if (ROOST_URL.startsWith('https:') || !host) return [configured];
  return [configured, `http://${host}`];
}

/** The refusal as an answer, or null when the request may go on. */
export function refuseForeign(headers: Pick<Headers, 'get'>): Response | null {
  const why = foreignBecause(headers);
  return why === null
    ? null
    : Response.json({ error: { code: 'foreign', message: why } }, { status: 403, headers: NO_STORE });
}

export const NO_STORE = { 'cache-control': 'no-store' };
