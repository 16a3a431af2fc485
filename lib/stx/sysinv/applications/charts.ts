/** Charts of an application and their overrides: sysinv `/v1/helm_charts` (api/controllers/v1/helm_charts.py). */
import 'server-only';
import { z } from 'zod';
import type { ApplicationCharts, ChartValues } from '@/lib/domain/application/chart';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../../connection';
import { flag, readable, readRows, text } from '../../decode';

const chartWire = z.object({
  name: z.string(),
  // A list each, in the same order: a chart may be in several namespaces.
  namespaces: z.array(z.string()).nullish(),
  enabled: z.array(flag).nullish(),
});

export const decodeCharts = (rows: readonly unknown[]) =>
  readRows(
    rows,
    chartWire,
    (row) =>
      (row.namespaces ?? []).map((namespace, index) => ({
        name: row.name,
        namespace,
        enabled: row.enabled?.[index] ?? null,
      })),
    ['name'],
  );

/** @param application name */
export async function listCharts(
  connection: Connection,
  application: string,
): Promise<Result<ApplicationCharts>> {
  const answer = await ask(connection, 'sysinv', '/helm_charts', { query: { app_name: application } });
  if (!answer.ok) return answer;
  const body = readable(
    z.object({ charts: z.array(z.unknown()) }),
    answer.data.body,
    'sysinv',
    connection.requestId,
  );
  if (!body.ok) return body;
  const { rows, unreadable } = decodeCharts(body.data.charts);
  return ok({ charts: rows.flat(), unreadable });
}

const valuesWire = z.object({
  attributes: text,
  system_overrides: text,
  user_overrides: text,
  combined_overrides: text,
});

/** Values of one chart, as YAML text each. */
export async function getChartValues(
  connection: Connection,
  { application, chart, namespace }: { application: string; chart: string; namespace: string },
): Promise<Result<ChartValues>> {
  const query = { name: chart, namespace };
  const answer = await ask(connection, 'sysinv', `/helm_charts/${segment(application)}`, { query });
  if (!answer.ok) return answer;
  const row = readable(valuesWire, answer.data.body, 'sysinv', connection.requestId);
  if (!row.ok) return row;
  const { attributes, system_overrides, user_overrides, combined_overrides } = row.data;
  return ok({ attributes, system: system_overrides, user: user_overrides, combined: combined_overrides });
}
