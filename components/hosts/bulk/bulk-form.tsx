'use client';
/** Adding hosts in bulk: ways in, the table, what is wrong, one button, what came of it. */
import { ListPlus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { Switch } from '@/components/ui/switch';
import { isBlocking } from '@/lib/domain/provision/bulk-fault';
import { BULK_SPECS, isBlank, MOST_ROWS } from '@/lib/domain/provision/bulk-row';
import { counted } from '@/lib/domain/words';
import { BulkExport } from './bulk-export';
import { BulkFaults } from './bulk-faults';
import { BulkResults } from './bulk-results';
import { BulkReview } from './bulk-review';
import { BulkTable } from './bulk-table';
import { BulkTake } from './bulk-take';
import { FillColumn } from './fill-column';
import { type BulkModel, useBulk } from './use-bulk';

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function BulkForm() {
  const model = useBulk();
  const { rows, faults, deeds, toSend, verdict, off } = model;
  const [wide, setWide] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const used = rows.some(({ values }) =>
    BULK_SPECS.some(({ group, field }) => group === 'install' && values[field] !== ''),
  );
  const all = wide || used;
  const specs = useMemo(() => BULK_SPECS.filter(({ group }) => all || group === 'usual'), [all]);
  const left = rows.filter((row) => row.leftOut && !isBlank(row)).length;
  return (
    <>
      {!verdict.ok && (
        <Note tone="unknown" title="Hosts cannot be added here.">
          {verdict.why}
        </Note>
      )}
      {model.unread !== null && (
        <Note tone="unknown" title="The hosts that are there could not be read.">
          <span className="mono">{model.unread}</span> Names and addresses are compared among the rows alone.
        </Note>
      )}
      <div id={RESULTS} tabIndex={-1} className="empty:hidden">
        <BulkResults model={model} />
      </div>
      <BulkTake model={model} />
      <BulkFaults model={model} reveal={({ field }) => setWide(wide || isOfInstall(field))} />
      <Panel
        title="Hosts to add"
        meta={`${counted(toSend.length, 'host')} to send${left > 0 ? `, ${left} left out` : ''}`}
        actions={
          <span className="flex flex-wrap items-center gap-2">
            <Switch
              checked={all}
              onCheckedChange={setWide}
              label="Installation columns"
              {...(used ? { disabledReason: 'Rows say something in them' } : {})}
            />
            <FillColumn model={model} />
          </span>
        }
        className="max-md:border-0"
        foot={
          <span className="flex w-full flex-wrap items-center gap-2">
            <Button
              icon={<Plus {...ICON} />}
              {...(rows.length >= MOST_ROWS ? { disabledReason: `At most ${MOST_ROWS} rows` } : {})}
              onClick={deeds.add}
            >
              Add a row
            </Button>
            <ClearButton model={model} />
          </span>
        }
      >
        <BulkTable model={model} specs={specs} />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          size="large"
          icon={<ListPlus {...ICON} />}
          busy={model.busy}
          {...(off === null ? {} : { disabledReason: off })}
          onClick={() => setReviewing(true)}
        >
          {toSend.length === 0 ? 'Review…' : `Review ${counted(toSend.length, 'host')}…`}
        </Button>
        <span className="min-w-0 flex-1 text-ink-2 text-small">
          {off ?? warned(faults.filter((fault) => !isBlocking(fault)).length)}
        </span>
      </div>
      <BulkExport />
      {reviewing && (
        <BulkReview
          model={model}
          onClose={() => setReviewing(false)}
          onSent={() => {
            setReviewing(false);
            // The sheet gives the focus back first.
            setTimeout(() => document.getElementById(RESULTS)?.focus(), 50);
          }}
        />
      )}
    </>
  );
}

/** Where what came of it is told. */
const RESULTS = 'bulk-results';

const isOfInstall = (field: string): boolean =>
  BULK_SPECS.some((spec) => spec.field === field && spec.group === 'install');

const warned = (count: number): string =>
  count === 0
    ? 'Nothing is sent before you have looked it over.'
    : `${counted(count, 'remark')} in the table. Nothing is sent before you have looked it over.`;

function ClearButton({ model: { rows, deeds } }: { model: BulkModel }) {
  const [asking, setAsking] = useState(false);
  const some = rows.filter((row) => !isBlank(row)).length;
  return (
    <>
      <Button
        variant="ghost"
        {...(some === 0 ? { disabledReason: 'The table is empty' } : {})}
        onClick={() => setAsking(true)}
      >
        Empty the table…
      </Button>
      {asking && (
        <Dialog
          open
          onOpenChange={setAsking}
          title="Empty the table"
          footer={
            <>
              <Button
                variant="danger"
                onClick={() => {
                  deeds.clear();
                  setAsking(false);
                }}
              >
                {`Empty ${counted(some, 'row')}`}
              </Button>
              <Button variant="ghost" onClick={() => setAsking(false)}>
                Keep them
              </Button>
            </>
          }
        >
          What was typed is lost. Hosts that were added stay.
        </Dialog>
      )}
    </>
  );
}
