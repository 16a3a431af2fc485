'use client';
/** Every application of the cloud: what state it is in, how far the platform is with it, and what can be done. */
import { Package, Unplug } from 'lucide-react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import type { Application } from '@/lib/domain/application/application';
import { isWorking, moodOf } from '@/lib/domain/application/application';
import { formatCounted } from '@/lib/format/number';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useOpenRow } from '@/lib/url/open-row';
import { APPLICATION_COLUMNS, ApplicationCard, urgencyOf } from './application-columns';
import { DeedMenu } from './deed-button';

const ApplicationDrawer = laterPart(async () => (await import('./application-drawer')).ApplicationDrawer);

const keyOf = ({ name }: Application) => name;
const SORT = { id: 'name', desc: false };
const VIEWS = [
  { id: 'all', label: 'All' },
  { id: 'failed', label: 'Failed', match: (one: Application) => moodOf(one) === 'failed' },
  { id: 'working', label: 'In progress', match: isWorking },
  { id: 'waiting', label: 'Not applied', match: (one: Application) => moodOf(one) === 'waiting' },
];

export function ApplicationList() {
  const seen = useView('applications', {});
  const rows = seen?.data?.applications;
  const [openKey, setOpen] = useOpenRow();
  const unreadable = seen?.data?.unreadable.map(({ id, name, why }, index) => ({
    ...{ key: name ?? id ?? `row-${index}`, why },
    ...(name === null ? {} : { label: name }),
  }));
  return (
    <DataTable
      id="applications"
      noun={{ one: 'application', many: 'applications' }}
      heading="Applications"
      lead={rows && leadOf(rows)}
      columns={APPLICATION_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowLabel={keyOf}
      views={VIEWS}
      defaultSort={SORT}
      searchPlaceholder="Name, version, progress"
      detail
      onOpen={(row) => setOpen(keyOf(row))}
      rowMenu={(row) => <DeedMenu one={row} />}
      card={(row) => <ApplicationCard one={row} />}
      urgency={urgencyOf}
      {...(unreadable?.length ? { unreadable } : {})}
      stale={isStale(seen, serverNow())}
      failed={
        seen?.error && (
          <EmptyState icon={<Unplug aria-hidden />} title="The applications could not be read">
            <span className="mono">{seen.error.message}</span>
            {seen.error.requestId && <span className="mono block text-ink-3">{seen.error.requestId}</span>}
            The list fills by itself when the platform answers.
          </EmptyState>
        )
      }
      empty={
        <EmptyState icon={<Package aria-hidden />} title="No applications">
          Nothing has been uploaded to this cloud.
        </EmptyState>
      }
      aside={
        openKey !== null &&
        rows && (
          <ApplicationDrawer
            key={openKey}
            name={openKey}
            one={rows.find(({ name }) => name === openKey)}
            onClose={() => setOpen(null)}
          />
        )
      }
    />
  );
}

/** "9 of 12 applied, 2 in progress, 1 failed". */
function leadOf(rows: readonly Application[]): string {
  const count = (match: (one: Application) => boolean) => rows.filter(match).length;
  const failed = count((one) => moodOf(one) === 'failed');
  const working = count(isWorking);
  return [
    `${count((one) => moodOf(one) === 'running')} of ${formatCounted(rows.length, 'application')} applied`,
    ...(working > 0 ? [`${working} in progress`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}
