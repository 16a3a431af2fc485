'use client';
/** One host to be added: a line of the table, or a card on a phone. */
import { clsx } from 'clsx';
import { Copy, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { Pill } from '@/components/ui/pill';
import { type BulkFault, isBlocking } from '@/lib/domain/provision/bulk-fault';
import { type BulkRow, type BulkSpec, isBlank, rowName } from '@/lib/domain/provision/bulk-row';
import { counted } from '@/lib/domain/words';
import { BulkCell } from './bulk-cell';
import type { BulkModel } from './use-bulk';

export type BulkRowProps = {
  row: BulkRow;
  /** From 0. */
  at: number;
  specs: readonly BulkSpec[];
  faults: readonly BulkFault[];
  context: BulkModel['context'];
  deeds: BulkModel['deeds'];
};

const ICON = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Wide enough for what usually stands in them. */
const WIDTHS: Partial<Record<BulkSpec['field'], string>> = {
  ...{ personality: 'min-w-32', hostname: 'min-w-36', subfunctions: 'min-w-34', mgmtMac: 'min-w-44' },
  ...{ location: 'min-w-32', bmType: 'min-w-36', bmAddress: 'min-w-36', bmUserName: 'min-w-30' },
  ...{ bmPassword: 'min-w-36', powerOn: 'min-w-20', bootDevice: 'min-w-44', rootfsDevice: 'min-w-44' },
  ...{ installOutput: 'min-w-34', console: 'min-w-40', hwSettle: 'min-w-28', appArmor: 'min-w-32' },
};

const toldOf = ({ faults }: BulkRowProps): string =>
  faults.map(({ field, message }) => `${field} ${message}`).join();

/** A row is drawn anew when it, its place or its faults changed, not when another row did. */
const same = (before: BulkRowProps, now: BulkRowProps): boolean =>
  before.row === now.row &&
  before.at === now.at &&
  before.specs === now.specs &&
  before.context === now.context &&
  toldOf(before) === toldOf(now);

export const BulkLine = memo(function BulkLine({ row, at, specs, faults, context, deeds }: BulkRowProps) {
  return (
    <tr className={clsx('border-t border-line align-top', row.leftOut && 'bg-sunken')}>
      <th
        scope="row"
        className={clsx(
          'sticky left-0 z-1 px-3 py-2 text-left font-normal',
          row.leftOut ? 'bg-sunken' : 'bg-surface',
        )}
      >
        <SendTick {...{ row, at, deeds }} />
        {row.refusal !== null && <Pill tone="crit">Refused</Pill>}
      </th>
      {specs.map((spec) => (
        <td key={spec.field} className={clsx('px-1 py-1', WIDTHS[spec.field])}>
          {/* A field asks for twenty letters of its own: its column says how wide it is. */}
          <div
            className={clsx(
              'contain-inline-size',
              spec.kind === 'flag' && 'flex min-h-8 items-center justify-center',
            )}
          >
            <BulkCell
              {...{ spec, row, at, context }}
              fault={faults.find(({ field }) => field === spec.field)}
              set={deeds.set}
              labelled={false}
            />
          </div>
        </td>
      ))}
      <td className="px-2 py-1">
        <RowDeeds {...{ row, at, deeds }} />
      </td>
    </tr>
  );
}, same);

/** Folded, but for one that is about to be filled in: twenty of them would be as long as a street. */
export const BulkCard = memo(function BulkCard({ row, at, specs, faults, context, deeds }: BulkRowProps) {
  const [startsOpen] = useState(() => isBlank(row) && (at === 0 || at > 2));
  const bad = faults.filter(isBlocking).length;
  const name = rowName(row, at);
  return (
    <li className={clsx('panel', row.leftOut && 'bg-sunken')}>
      <section aria-label={`Row ${at + 1}`}>
        <details open={startsOpen}>
          <summary className="min-h-11 px-3 py-2.5">
            <span className="mono font-semibold [overflow-wrap:anywhere]">{name}</span>
            <span className="ml-2 inline-flex gap-2 align-middle">
              {bad > 0 && <Pill tone="crit">{counted(bad, 'fault')}</Pill>}
              {row.refusal !== null && <Pill tone="crit">Refused</Pill>}
              {row.leftOut && <Pill>Left out</Pill>}
            </span>
          </summary>
          <div className="flex flex-col gap-3 px-3 pb-3">
            <div className="grid grid-cols-2 gap-3">
              {specs.map((spec) => (
                <div key={spec.field} className={clsx(spec.kind !== 'choice' && 'col-span-2')}>
                  <BulkCell
                    {...{ spec, row, at, context }}
                    fault={faults.find(({ field }) => field === spec.field)}
                    set={deeds.set}
                    labelled
                  />
                </div>
              ))}
            </div>
            <div className="flex items-center justify-between gap-2">
              <SendTick {...{ row, at, deeds }} words />
              <RowDeeds {...{ row, at, deeds }} />
            </div>
          </div>
        </details>
      </section>
    </li>
  );
}, same);

type OfRow = Pick<BulkRowProps, 'row' | 'at' | 'deeds'>;

function SendTick({ row, at, deeds, words = false }: OfRow & { words?: boolean }) {
  const blank = isBlank(row);
  return (
    <Checkbox
      checked={!row.leftOut && !blank}
      label={
        words ? (
          'Send this row'
        ) : (
          <>
            <span className="sr-only">Send row </span>
            {at + 1}
          </>
        )
      }
      {...(blank ? { disabledReason: 'Nothing is said in this row yet' } : {})}
      onCheckedChange={(checked) => deeds.leaveOut([row.id], !checked)}
    />
  );
}

function RowDeeds({ row, at, deeds }: OfRow) {
  return (
    <span className="flex">
      <IconButton
        label={`Duplicate row ${at + 1}`}
        icon={<Copy {...ICON} />}
        onClick={() => deeds.duplicate(row.id)}
      />
      <IconButton
        label={`Remove row ${at + 1}`}
        icon={<Trash2 {...ICON} />}
        onClick={() => deeds.remove(row.id)}
      />
    </span>
  );
}
