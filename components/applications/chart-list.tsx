'use client';
/** Charts of an application; the values of one are read when it is opened. */
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Part } from '@/components/ui/details';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { Chart } from '@/lib/domain/application/chart';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';
import { ChartValues } from './chart-values';
import { OddCharts, UnreadCharts } from './unread-charts';

export function ChartList({ application }: { application: string }) {
  const seen = useView('applicationCharts', { application });
  const charts = seen?.data?.charts;
  const odd = seen?.data?.unreadable ?? [];
  return (
    <Part title={charts ? formatCounted(charts.length, 'chart') : 'Charts'}>
      {!charts && (seen?.error ? <UnreadCharts error={seen.error} /> : <SkeletonBlock className="h-12" />)}
      {charts?.length === 0 && <p className="text-ink-3">The platform lists none.</p>}
      {charts?.map((chart) => (
        <ChartRow key={`${chart.name} ${chart.namespace}`} application={application} chart={chart} />
      ))}
      {odd.length > 0 && <OddCharts rows={odd} />}
    </Part>
  );
}

function ChartRow({ application, chart }: { application: string; chart: Chart }) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="group border-line border-t first-of-type:border-t-0"
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary className="flex min-h-9 cursor-pointer items-center gap-2 py-1 max-md:min-h-11">
        <ChevronRight
          size={14}
          strokeWidth={1.75}
          className="flex-none text-ink-3 group-open:rotate-90"
          aria-hidden
        />
        <span className="mono min-w-0 font-medium [overflow-wrap:anywhere]">{chart.name}</span>
        <span className="mono text-ink-3 text-small">{chart.namespace}</span>
        {chart.enabled !== true && (
          <span className="ml-auto text-ink-2 text-small">
            {chart.enabled === null ? 'Unknown whether enabled' : 'Disabled'}
          </span>
        )}
      </summary>
      {opened && <ChartValues application={application} chart={chart} />}
    </details>
  );
}
