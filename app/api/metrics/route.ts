import { metrics } from '@/lib/server/metrics';
import { mayReadMetrics } from '@/lib/server/metrics-door';

/** Prometheus metrics, for the bearer of ROOST_METRICS_TOKEN or, without one, for this machine only. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers)) {
    return new Response('Not allowed\n', { status: 401, headers: { 'www-authenticate': 'Bearer' } });
  }
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
}
