'use client';
/** What was done through this console: a page of the trail, filtered by the store, newest first. */
import { Download, ScrollText } from 'lucide-react';
import { ReadFailed } from '@/components/shell/states/read-failed';
import { DataTable } from '@/components/table/data-table';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import type { AuditLine } from '@/lib/domain/audit';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { type AuditQuery, auditCursor, auditFileHref, auditParamsOf } from '@/lib/url/audit-url';
import { useOpenRow } from '@/lib/url/open-row';
import { textParam } from '@/lib/url/params';
import { useParams } from '@/lib/url/use-params';
import { AUDIT_COLUMNS } from './audit-columns';
import { AuditCard, AuditDrawer } from './audit-detail';
import { AuditFilters } from './audit-filters';

const PARAMS = {
  ...{ range: textParam, from: textParam, to: textParam, who: textParam },
  ...{ action: textParam, outcome: textParam, find: textParam, before: textParam },
};
const keyOf = ({ id }: AuditLine) => id;

export function AuditTrail() {
  const [query, setQuery] = useParams(PARAMS);
  const seen = useView('auditTrail', auditParamsOf(query));
  const [openKey, setOpen] = useOpenRow();
  const data = seen?.data;
  if (seen?.error?.kind === 'forbidden')
    return <ReadFailed what="The audit trail" error={seen.error} asPage />;
  const open = openKey === null ? undefined : data?.lines.find(({ id }) => id === openKey);
  const change = (part: AuditQuery) => setQuery({ ...part, before: null }, 'push');
  const next = data?.next;
  return (
    <>
      <DataTable
        id="audit"
        noun={{ one: 'entry', many: 'entries' }}
        heading="Audit"
        columns={AUDIT_COLUMNS}
        rows={data?.lines}
        rowKey={keyOf}
        rowLabel={({ action, target }) => `${action} ${target}`}
        csv={false}
        searchPlaceholder={null}
        detail
        card={(line) => <AuditCard line={line} />}
        actions={
          <a
            href={auditFileHref(query)}
            download
            className={buttonClass('default', 'default', 'max-md:hidden')}
          >
            <Download size={14} strokeWidth={1.75} aria-hidden />
            CSV
          </a>
        }
        tools={
          <AuditFilters
            query={query}
            people={data?.people ?? []}
            actions={data?.actions ?? []}
            onChange={change}
          />
        }
        stale={isStale(seen, serverNow())}
        failed={
          seen?.error ? <ReadFailed what="The audit trail" error={seen.error} asPage={false} /> : undefined
        }
        foot={
          <>
            {query.before && (
              <Button variant="ghost" onClick={() => setQuery({ before: null }, 'push')}>
                Newest
              </Button>
            )}
            {next && (
              <Button variant="ghost" onClick={() => setQuery({ before: auditCursor(next) }, 'push')}>
                Older
              </Button>
            )}
          </>
        }
        empty={
          <EmptyState icon={<ScrollText aria-hidden />} title="Nothing was done in this time">
            Only what was done through this console is here, and only what this filter lets through.
          </EmptyState>
        }
      />
      {open && <AuditDrawer line={open} onClose={() => setOpen(null)} />}
    </>
  );
}
