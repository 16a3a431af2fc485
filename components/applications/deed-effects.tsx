'use client';
/** Before a deed: the charts that it touches, and what is set and waits for it. */
import { SheetHeading } from '@/components/action/check-list';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { ApplicationDeed } from '@/lib/domain/application/application-calls';
import type { Chart } from '@/lib/domain/application/chart';
import { useView } from '@/lib/queries/view';
import { NeedsApply, useNeedsApply } from './needs-apply';
import { OddCharts, UnreadCharts } from './unread-charts';

export function DeedEffects({ deed, name }: { deed: ApplicationDeed; name: string }) {
  const seen = useView('applicationCharts', { application: name });
  const pending = useNeedsApply(name);
  const { charts, unreadable = [] } = seen?.data ?? {};
  return (
    <section aria-label="What it affects" className="flex flex-col gap-2">
      <SheetHeading>What it affects</SheetHeading>
      {!charts && (seen?.error ? <UnreadCharts error={seen.error} /> : <SkeletonBlock className="h-12" />)}
      {charts?.length === 0 && <p className="text-ink-3">The platform lists no charts of it.</p>}
      {charts && charts.length > 0 && (
        <ul aria-label="Charts" className="flex flex-col gap-1">
          {charts.map((chart) => (
            <li key={`${chart.name} ${chart.namespace}`} className="[overflow-wrap:anywhere]">
              <span className="mono font-medium">{chart.name}</span>{' '}
              <span className="text-ink-3">
                in <span className="mono">{chart.namespace}</span>
                {said(deed, chart)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {unreadable.length > 0 && <OddCharts rows={unreadable} />}
      {deed === 'apply' && pending && <NeedsApply change={pending} full />}
    </section>
  );
}

/** A chart that is switched off is left out of an apply. */
function said(deed: ApplicationDeed, { enabled }: Chart): string {
  if (deed !== 'apply' || enabled === true) return '';
  return enabled === null ? ', not known whether it is enabled' : ', disabled: not applied';
}
