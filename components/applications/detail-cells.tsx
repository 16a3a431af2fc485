'use client';
/** What the list of all does not tell of an application: read for each while these columns are on screen. */
import { Time } from '@/components/ui/time';
import type { Application } from '@/lib/domain/application/application';
import { useView } from '@/lib/queries/view';

type Read = { data?: unknown; error?: { message: string } | undefined } | undefined;

/** Until it is there, and when it cannot be had. */
const NotYet = ({ seen }: { seen: Read }) => (
  <span className="text-unk-fg" title={seen?.error?.message}>
    {seen?.error ? 'Unknown' : 'Reading'}
  </span>
);

/** Since when it is as it is. Asked for anew when its state is another one. */
export function SinceCell({ one: { name, status } }: { one: Application }) {
  const seen = useView('applicationDates', { application: name, status: status ?? '' });
  return seen?.data ? <Time at={seen.data.updatedAt} className="text-ink-2" /> : <NotYet seen={seen} />;
}

export function ChartsCell({ one: { name } }: { one: Application }) {
  const seen = useView('applicationCharts', { application: name });
  if (!seen?.data) return <NotYet seen={seen} />;
  const { charts, unreadable } = seen.data;
  return (
    <span className="text-ink-2 tabular-nums" title={charts.map((chart) => chart.name).join(', ')}>
      {charts.length}
      {unreadable.length > 0 && <span className="text-unk-fg">, more unknown</span>}
    </span>
  );
}
