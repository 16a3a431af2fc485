/**
 * Whether a request comes from the console's own pages. Route handlers get no such check from Next at all; server
 * actions get one that compares hosts and forgets the scheme.
 */
import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/env';

/** A header that a form or an image of another site cannot send without asking first (CORS preflight). */
export const OWN_HEADER = 'x-roost-request';

/** What the body of a changing request may be: neither type is one that a form of another site can send. */
export type BodyType = 'application/json' | 'application/octet-stream';

/** Why a changing request is not taken, or null. Needs our header, a body of this type and the console's own origin. */
export function foreignBecause(
  headers: Pick<Headers, 'get'>,
  wanted: BodyType = 'application/json',
): string | null {
  if (headers.get(OWN_HEADER) !== '1') return `The header ${OWN_HEADER} is missing.`;
  const origin = headers.get('origin');
  if (!origin) return 'The header Origin is missing.';
  if (!isOwn(origin, headers)) return ELSEWHERE;
  const [type = ''] = (headers.get('content-type') ?? '').split(';', 1);
  if (type.trim().toLowerCase() !== wanted) return `The body has to be ${wanted}.`;
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
export function refuseForeign(headers: Pick<Headers, 'get'>, wanted?: BodyType): Response | null {
  const why = foreignBecause(headers, wanted);
  return why === null
    ? null
    : Response.json({ error: { code: 'foreign', message: why } }, { status: 403, headers: NO_STORE });
}

/**
 * Refuses a download that another site asks for; null when it may go on. Browsers say where a request comes from
 * (Sec-Fetch-Site, Fetch Metadata); what does not say is no browser of today.
 */
export function refuseCrossSite(headers: Pick<Headers, 'get'>): Response | null {
  const site = headers.get('sec-fetch-site') ?? 'none';
  return site === 'same-origin' || site === 'none'
    ? null
    : Response.json({ error: { code: 'foreign', message: ELSEWHERE } }, { status: 403, headers: NO_STORE });
}

export const NO_STORE = { 'cache-control': 'no-store' };
