'use client';
/** Labels tab of a host: what Kubernetes is told of it, and what the platform reads of that. */
import { Plus, Tag } from 'lucide-react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { NotRead } from '@/components/ui/not-read';
import { ReadingNotes } from '@/components/ui/reading-notes';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { findHost, type Host } from '@/lib/domain/host';
import type { HostLabel } from '@/lib/domain/host-parts';
import { lockVerdict } from '@/lib/domain/label/label-rules';
import { formatCounted } from '@/lib/format/number';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useOpenRow } from '@/lib/url/open-row';
import { LabelButton } from './label-button';
import { LABEL_COLUMNS, LabelCard } from './label-columns';

const LabelDrawer = laterPart(async () => (await import('./label-drawer')).LabelDrawer);

const keyOf = ({ key }: HostLabel) => key;
const SORT = { id: 'key', desc: false };

export function HostLabelsBody({ hostRef }: { hostRef: string }) {
  const hosts = useView('hosts', {})?.data?.hosts;
  const host = hosts && findHost(hosts, hostRef);
  // That the host is gone, or that hosts could not be read, is said around this tab.
  return host ? <Labels host={host} /> : <SkeletonBlock className="h-64" />;
}

function Labels({ host }: { host: Host }) {
  const seen = useView('hostLabels', { hostId: host.id });
  const [open, setOpen] = useOpenRow();
  const rows = seen?.data?.rows;
  const own = rows?.find(({ key }) => key === open);
  return (
    <>
      {rows && <ReadingNotes what="The labels of this host" reading={seen} unread={[]} odd={[]} />}
      <DataTable
        id="host-labels"
        noun={{ one: 'label', many: 'labels' }}
        columns={LABEL_COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={keyOf}
        unreadable={(seen?.data?.unreadable ?? []).map(({ id, name, why }, index) => ({
          ...{ key: `unreadable ${id ?? index}`, label: name ?? id ?? 'Without a key', why },
        }))}
        defaultSort={SORT}
        searchPlaceholder="Key, value"
        actions={
          <LabelButton
            hostId={host.id}
            job={{ job: 'assign' }}
            variant="primary"
            icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          >
            Assign labels…
          </LabelButton>
        }
        bulk={(chosen) => {
          const keys = chosen.map(keyOf);
          return (
            <LabelButton
              hostId={host.id}
              job={{ job: 'remove', keys }}
              variant="danger"
              verdict={lockVerdict(keys, host)}
            >
              {`Remove ${formatCounted(keys.length, 'label')}…`}
            </LabelButton>
          );
        }}
        detail
        onOpen={(row) => setOpen(keyOf(row))}
        card={(row) => <LabelCard row={row} />}
        stale={isStale(seen, serverNow())}
        empty={
          <EmptyState icon={<Tag size={24} strokeWidth={1.5} />} title="This host has no labels">
            Pods choose hosts by them, and the platform reads some of them.
          </EmptyState>
        }
        failed={seen?.error && !rows && <NotRead title="The labels could not be read" error={seen.error} />}
        aside={
          open !== null &&
          rows && <LabelDrawer key={open} host={host} row={own} name={open} onClose={() => setOpen(null)} />
        }
      />
      <p className="text-small text-ink-3">
        What Kubernetes sets by itself, such as <span className="mono">kubernetes.io/hostname</span>, the
        platform does not list.
      </p>
    </>
  );
}
