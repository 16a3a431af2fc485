'use client';
/** Every type of alarm the platform can raise, with whether it is hidden: the hidden ones first. */
import { BellOff } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { oddRows } from '@/components/table/odd-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
import { hiddenSentence, type TypeRow, typeRows, wishOf } from '@/lib/domain/suppression';
import { openSuppression } from '@/lib/queries/action-store';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { TypeBulk } from './type-bulk';
import { TypeCard } from './type-card';
import { TYPE_COLUMNS } from './type-columns';
import { UnsuppressAll } from './unsuppress-all';

const GROUPS = {
  of: ({ type }: TypeRow) => (type.suppressed ? 'suppressed' : 'unsuppressed'),
  order: [
    { id: 'suppressed', label: 'Suppressed' },
    { id: 'unsuppressed', label: 'Unsuppressed' },
  ],
};
const keyOf = ({ type }: TypeRow) => type.id;
const urgency = ({ type, active }: TypeRow) => (type.suppressed ? 2 : (active ?? 0) > 0 ? 1 : 0);

/** @param places the tabs of the room */
export function TypeList({ places }: { places: ReactNode }) {
  const seen = useView('suppressions', {});
  const alarms = useView('alarms', {});
  const rows = useMemo(
    () => (seen?.data ? typeRows(seen.data.types, alarms?.data?.alarms ?? null) : undefined),
    [seen?.data, alarms?.data],
  );
  const odd = useMemo(() => oddRows(seen?.data?.unreadable), [seen?.data]);
  return (
    <DataTable
      id="alarm-types"
      noun={{ one: 'alarm type', many: 'alarm types' }}
      heading="Suppressed types"
      lead={seen?.data && hiddenSentence(seen.data.types, alarms?.data?.alarms ?? null)}
      actions={<UnsuppressAll types={seen?.data?.types} />}
      places={places}
      columns={TYPE_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowLabel={({ type }) => type.alarmId}
      {...odd}
      groups={GROUPS}
      defaultSort={{ id: 'id', desc: false }}
      searchPlaceholder="Id, description"
      onOpen={({ type }) => openSuppression(wishOf(type), [type.id])}
      bulk={(picked) => <TypeBulk rows={picked} />}
      card={(row) => <TypeCard row={row} />}
      urgency={urgency}
      stale={isStale(seen, serverNow())}
      failed={seen?.error && <NotRead title="The alarm types could not be read" error={seen.error} />}
      empty={
        <EmptyState icon={<BellOff aria-hidden />} title="No alarm types">
          Fault management answered with an empty list: its catalogue is not loaded.
        </EmptyState>
      }
    />
  );
}
