'use client';
/** Overrides of the charts of an application: which chart, and its editor once its values are read. */
import { type ReactNode, useId } from 'react';
import { Panel } from '@/components/ui/panel';
import { SelectField } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { Application } from '@/lib/domain/application/application';
import type { ChartRef } from '@/lib/domain/application/overrides/override-calls';
import { useView } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { chartKey, PAGE_PARAMS } from '../page-params';
import { UnreadCharts } from '../unread-charts';
import { OverrideEditor } from './override-editor';

export function OverrideRoom({ application }: { application: Application }) {
  const seen = useView('applicationCharts', { application: application.name });
  const [{ chart: wanted }, setParams] = useParams(PAGE_PARAMS);
  const charts = seen?.data?.charts.map(({ name, namespace }) => ({ chart: name, namespace }));
  const chosen = charts?.find((one) => chartKey(one) === wanted) ?? charts?.[0];
  if (!charts || !chosen) {
    return (
      <Panel title="Overrides" padded>
        {charts ? (
          <p className="text-ink-3">The platform lists no chart, so there is nothing to override.</p>
        ) : seen?.error ? (
          <UnreadCharts error={seen.error} />
        ) : (
          <SkeletonRows label="Reading the charts" rows={4} />
        )}
      </Panel>
    );
  }
  const picker = charts.length > 1 && (
    <SelectField
      label="Chart"
      hideLabel
      compact
      mono
      value={chartKey(chosen)}
      options={charts.map((one) => ({ value: chartKey(one), label: `${one.chart}, ${one.namespace}` }))}
      onChange={({ target }) => setParams({ chart: target.value }, 'push')}
    />
  );
  return (
    <ChartOverrides
      key={chartKey(chosen)}
      application={application}
      chart={{ ...chosen, application: application.name }}
      picker={picker}
    />
  );
}

type Props = { application: Application; chart: ChartRef; picker: ReactNode };

function ChartOverrides({ application, chart, picker }: Props) {
  const heading = useId();
  const seen = useView('chartValues', chart);
  return (
    <section className="panel" aria-labelledby={heading}>
      <header className="panel-head">
        <h2 id={heading} className="mono flex flex-wrap items-center gap-x-2">
          {chart.application} <span className="text-ink-3">/</span> {chart.chart}
          <span className="pill">{chart.namespace}</span>
        </h2>
        {picker && <span className="panel-actions">{picker}</span>}
      </header>
      {seen?.data ? (
        <OverrideEditor application={application} chart={chart} reading={seen.data} />
      ) : (
        <div className="px-3.5 pb-3.5">
          {seen?.error ? (
            <UnreadCharts error={seen.error} />
          ) : (
            <SkeletonRows label="Reading the overrides" rows={6} />
          )}
        </div>
      )}
    </section>
  );
}
