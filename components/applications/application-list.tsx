'use client';
/** Every application of the cloud: what state it is in, how far the platform is with it, and what can be done. */
import { Package } from 'lucide-react';
import { ApplicationTabLinks } from '@/components/shell/application-tabs';
import { DataTable } from '@/components/table/data-table';
import { oddRows } from '@/components/table/odd-rows';
import { ViewSegments } from '@/components/table/view-segments';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { NotRead } from '@/components/ui/not-read';
import type { Application } from '@/lib/domain/application/application';
import { isWorking, moodOf } from '@/lib/domain/application/application';
import { applicationsWords } from '@/lib/domain/application/finding';
import { workBefore } from '@/lib/domain/application/last-work';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useOpenRow } from '@/lib/url/open-row';
import { APPLICATION_COLUMNS, ApplicationCard, urgencyOf } from './application-columns';
import { DeedMenu } from './deed-button';
import { UploadLink } from './upload/upload-link';

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
  const open = rows?.find(({ name }) => name === openKey);
  return (
    <DataTable
      id="applications"
      noun={{ one: 'application', many: 'applications' }}
      heading="Applications"
      places={<ApplicationTabLinks />}
      lead={rows && applicationsWords(rows)}
      actions={<UploadLink />}
      columns={APPLICATION_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowLabel={keyOf}
      views={VIEWS}
      viewLinks={ViewSegments}
      defaultSort={SORT}
      searchPlaceholder="Name, version, progress"
      detail
      onOpen={(row) => setOpen(keyOf(row))}
      rowMenu={(row) => <DeedMenu one={row} />}
      card={(row) => <ApplicationCard one={row} />}
      urgency={urgencyOf}
      {...oddRows(seen?.data?.unreadable)}
      stale={isStale(seen, serverNow())}
      failed={seen?.error && <NotRead title="The applications could not be read" error={seen.error} />}
      empty={
        <EmptyState icon={<Package aria-hidden />} title="No applications">
          Nothing has been uploaded to this cloud. Upload is at the head of this page.
        </EmptyState>
      }
      aside={
        openKey !== null &&
        rows && (
          <ApplicationDrawer
            key={openKey}
            name={openKey}
            one={open}
            last={open && workBefore(open, seen?.data)}
            onClose={() => setOpen(null)}
          />
        )
      }
    />
  );
}
