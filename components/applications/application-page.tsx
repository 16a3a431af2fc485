'use client';
/** One application: how it stands, what can be done, its charts, their overrides, and what was changed. */
import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import { ReadFailed } from '@/components/shell/states/read-failed';
import { laterPart } from '@/components/ui/later-part';
import { Note } from '@/components/ui/note';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Tabs } from '@/components/ui/tabs';
import { workBefore } from '@/lib/domain/application/last-work';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { changeSearch } from '@/lib/url/address';
import { useParams } from '@/lib/url/use-params';
import { ApplicationHeader } from './application-header';
import { ApplicationProgress } from './application-progress';
import { ChartsPanel } from './charts-panel';
import { PAGE_PARAMS, TABS } from './page-params';

const OverrideRoom = laterPart(async () => (await import('./overrides/override-room')).OverrideRoom);
const OrderPanel = laterPart(async () => (await import('./order-panel')).OrderPanel);
const HistoryPanel = laterPart(async () => (await import('./history-panel')).HistoryPanel);

export function ApplicationPage({ name }: { name: string }) {
  const seen = useView('applications', {});
  const [{ tab }] = useParams(PAGE_PARAMS);
  const one = seen?.data?.applications.find((each) => each.name === name);
  if (!one) {
    return (
      <Page>
        {seen?.data ? (
          <Note tone="unknown" title={`This cloud has no application ${name}.`}>
            It was deleted, or it never was one of this cloud.
          </Note>
        ) : seen?.error ? (
          <ReadFailed what="The applications" error={seen.error} />
        ) : (
          <SkeletonRows label="Reading the application" rows={6} />
        )}
      </Page>
    );
  }
  const items = TABS.map(({ id, label }) => ({ href: `?tab=${id}`, label, current: id === tab }));
  return (
    <Page>
      <div className={isStale(seen, serverNow()) ? 'grayscale' : undefined}>
        <ApplicationHeader one={one} />
      </div>
      <ApplicationProgress one={one} last={workBefore(one, seen?.data)} />
      {/* A tab of the same page: what is typed in another stays as it is. */}
      <Tabs label={`Parts of ${name}`} items={items} link={TabLink} />
      <div>
        {tab === 'charts' && <ChartsPanel application={name} />}
        {tab === 'overrides' && <OverrideRoom application={one} />}
        {tab === 'order' && <OrderPanel one={one} />}
        {tab === 'history' && <HistoryPanel application={name} />}
      </div>
    </Page>
  );
}

type LinkProps = { href: string; className: string; 'aria-current': 'page' | undefined; children: ReactNode };

/** Changes the address alone: the page stays, and with it what was typed. */
function TabLink({ href, ...rest }: LinkProps) {
  return (
    <a
      href={href}
      {...rest}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const tab = new URLSearchParams(href).get('tab');
        changeSearch({ tab: tab === 'charts' ? null : tab }, 'push');
      }}
    />
  );
}
