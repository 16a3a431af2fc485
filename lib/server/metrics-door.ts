/** Who may read the metrics. They name no person and no host, yet tell a stranger too much. */
import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { factsFrom } from './request';

/** The bearer of ROOST_METRICS_TOKEN; without such a token only a process on this machine, asking directly. */
export function mayReadMetrics(headers: Pick<Headers, 'get'>): boolean {
  const { ROOST_METRICS_TOKEN } = env();
  if (ROOST_METRICS_TOKEN === '') {
    // A reverse proxy on this machine also comes from loopback: what it forwards is not ours.
    const { from, direct } = factsFrom(headers);
    return direct && (from === '::1' || from.startsWith('127.'));
  }
  const given = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(ROOST_METRICS_TOKEN));
}

// Equal lengths for the comparison, whatever was sent.
const digest = (text: string) => createHash('sha256').update(text).digest();
