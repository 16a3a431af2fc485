/**
 * The health report: sysinv `/v1/health` (api/controllers/v1/health.py). It is made when it is asked for, and the platform
 * works for it: certificates are audited, Ceph, Kubernetes and fault management are asked, one after the other.
 */
import 'server-only';
import { z } from 'zod';
import type { HealthKind } from '@/lib/domain/health/health-kind';
import { type HealthReport, parseHealth } from '@/lib/domain/health/health-report';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection } from '../connection';
import { readable } from '../decode';

export type HealthQuery = {
  kind: HealthKind;
  /** Alarms that do not affect management count for nothing. Means nothing for `now`. */
  relaxed: boolean;
};

export async function getHealth(connection: Connection, query: HealthQuery): Promise<Result<HealthReport>> {
  const more = query.kind === 'kube-rootca' ? { query: { rootca: 'True' } } : {};
  const answer = await ask(connection, 'sysinv', pathOf(query), more);
  if (!answer.ok) return answer;
  const text = readable(z.string(), answer.data.body, 'sysinv', connection.requestId);
  return text.ok ? ok(parseHealth(text.data)) : text;
}

function pathOf({ kind, relaxed }: HealthQuery): string {
  if (kind === 'now') return '/health';
  return `/health/${kind === 'upgrade' ? 'upgrade' : 'kube-upgrade'}${relaxed ? '/relaxed' : ''}`;
}
