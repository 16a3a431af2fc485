'use client';
/** The charts of an application: where each runs, whether it is applied, and the values it is applied with. */
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { mayActOnApplications } from '@/lib/domain/application/application-rights';
import type { Chart } from '@/lib/domain/application/chart';
import { formatCounted } from '@/lib/format/number';
import { openChartJob } from '@/lib/queries/action-store';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { changeSearch } from '@/lib/url/address';
import { ChartValues } from './chart-values';
import { chartKey } from './page-params';
import { OddCharts, UnreadCharts } from './unread-charts';

export function ChartsPanel({ application }: { application: string }) {
  const seen = useView('applicationCharts', { application });
  const charts = seen?.data?.charts;
  return (
    <Panel
      title="Charts"
      {...(charts ? { meta: formatCounted(charts.length, 'chart') } : {})}
      foot="A chart that is switched on or off, or has other values, is so with the next apply."
    >
      {!charts &&
        (seen?.error ? (
          <div className="px-3.5 pb-3.5">
            <UnreadCharts error={seen.error} />
          </div>
        ) : (
          <SkeletonRows label="Reading the charts" rows={3} />
        ))}
      {charts?.length === 0 && <p className="px-3.5 pb-3.5 text-ink-3">The platform lists none.</p>}
      {charts?.map((chart) => (
        <ChartRow key={`${chart.name}/${chart.namespace}`} application={application} chart={chart} />
      ))}
      {seen?.data && seen.data.unreadable.length > 0 && (
        <div className="px-3.5 pb-3.5">
          <OddCharts rows={seen.data.unreadable} />
        </div>
      )}
    </Panel>
  );
}

function ChartRow({ application, chart }: { application: string; chart: Chart }) {
  const [open, setOpen] = useState(false);
  const { name, namespace } = chart;
  return (
    <div className="border-line border-t px-3.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
        <button
          type="button"
          aria-expanded={open}
          className="flex min-h-9 min-w-0 flex-1 basis-64 items-center gap-2 rounded-2 text-start max-md:min-h-11"
          onClick={() => setOpen(!open)}
        >
          <ChevronRight
            size={14}
            strokeWidth={1.75}
            className={open ? 'flex-none rotate-90 text-ink-3' : 'flex-none text-ink-3'}
            aria-hidden
          />
          <span className="mono min-w-0 font-medium [overflow-wrap:anywhere]">{name}</span>
          <span className="mono text-ink-3 text-small [overflow-wrap:anywhere]">{namespace}</span>
        </button>
        <EnabledSwitch application={application} chart={chart} />
        <Button
          aria-label={`Overrides of ${name}`}
          onClick={() =>
            changeSearch({ tab: 'overrides', chart: chartKey({ chart: name, namespace }) }, 'push')
          }
        >
          Overrides
        </Button>
      </div>
      {open && <ChartValues application={application} chart={chart} />}
    </div>
  );
}

function EnabledSwitch({
  application,
  chart: { name, namespace, enabled },
}: {
  application: string;
  chart: Chart;
}) {
  const { viewer } = useViewer();
  const may = mayActOnApplications(viewer);
  if (enabled === null) return <span className="text-small text-unk-fg">Unknown whether enabled</span>;
  return (
    <Switch
      label={
        <>
          Enabled<span className="sr-only"> {name}</span>
        </>
      }
      checked={enabled}
      {...(may.ok ? {} : { disabledReason: may.why })}
      onCheckedChange={(on) =>
        openChartJob({ do: on ? 'enable' : 'disable', application, chart: name, namespace })
      }
    />
  );
}
