import { health } from '@/lib/server/health';

/** Readiness: 200 when the console can do its work, 503 when not, with the reason and no secret. */
export async function GET(): Promise<Response> {
  const report = await health();
  return Response.json(report, { status: report.status === 'ready' ? 200 : 503 });
}
