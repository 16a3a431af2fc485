'use client';
/** Every PTP instance: what it runs, where, with what, and whether its hosts have taken it up. */
import { Clock4, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { type InstanceRow, instanceRows } from '@/lib/domain/clock/ptp-instance-rows';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useOpenRow } from '@/lib/url/open-row';
import { ApplyProgress } from './apply-progress';
import { ClockConfigTabLinks } from './clock-config-tabs';
import { Failed } from './failed';
import { INSTANCE_COLUMNS, InstanceCard, instanceName } from './instance-columns';
import { JobButton } from './job-button';

const InstanceDrawer = laterPart(async () => (await import('./instance-drawer')).InstanceDrawer);
const UnreadableConfig = laterPart(async () => (await import('./odd-config')).UnreadableConfig);
const OwnerlessConfig = laterPart(async () => (await import('./odd-config')).OwnerlessConfig);

const keyOf = ({ instance }: InstanceRow) => instance.id;
const SORT = { id: 'name', desc: false };

export function InstanceList() {
  const seen = useView('ptpConfig', {});
  const hosts = useView('hosts', {});
  const [openKey, setOpen] = useOpenRow();
  const rows = useMemo(
    () => seen?.data && instanceRows(seen.data, hosts?.data?.hosts ?? null),
    [seen?.data, hosts?.data],
  );
  const unreadable = seen?.data?.unreadable.flatMap(({ kind, id, name, why }, index) =>
    kind === 'instance' ? [{ key: id ?? `row-${index}`, ...(name ? { label: name } : {}), why }] : [],
  );
  const open = rows?.find((row) => keyOf(row) === openKey);
  return (
    <>
      <ApplyProgress />
      {seen?.data && <UnreadableConfig config={seen.data} />}
      <DataTable
        id="ptp-instances"
        noun={{ one: 'instance', many: 'instances' }}
        heading="PTP instances"
        lead={rows && 'What is configured. The platform does not say whether a change waits to be applied.'}
        places={<ClockConfigTabLinks />}
        actions={
          <>
            <JobButton job={{ job: 'preset' }}>From a preset…</JobButton>
            <JobButton job={{ job: 'apply' }}>Apply…</JobButton>
            <JobButton
              job={{ job: 'create-instance' }}
              variant="primary"
              icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
            >
              Create instance…
            </JobButton>
          </>
        }
        columns={INSTANCE_COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={instanceName}
        {...(unreadable?.length ? { unreadable } : {})}
        defaultSort={SORT}
        searchPlaceholder="Name, host, interface"
        detail
        onOpen={(row) => setOpen(keyOf(row))}
        card={(row) => <InstanceCard row={row} />}
        stale={isStale(seen, serverNow())}
        failed={seen?.error ? <Failed error={seen.error} /> : undefined}
        empty={
          <EmptyState
            icon={<Clock4 aria-hidden />}
            title="No PTP instances"
            action={<JobButton job={{ job: 'preset' }}>From a preset…</JobButton>}
          >
            Time is not configured by PTP on this cloud. A preset makes what a usual role needs.
          </EmptyState>
        }
        aside={
          openKey !== null &&
          seen?.data && (
            <InstanceDrawer key={openKey} row={open} config={seen.data} onClose={() => setOpen(null)} />
          )
        }
      />
      {seen?.data && <OwnerlessConfig config={seen.data} />}
    </>
  );
}
