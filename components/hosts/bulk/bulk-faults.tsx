'use client';
/** Everything that is wrong with the rows, each a way to its cell; bad rows can be left out together. */
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { type BulkFault, isBlocking } from '@/lib/domain/provision/bulk-fault';
import { type BulkRow, bulkSpec, rowName } from '@/lib/domain/provision/bulk-row';
import { counted } from '@/lib/domain/words';
import { focusCell } from './bulk-focus';
import type { BulkModel } from './use-bulk';

/** More than these are found in the table. */
const MOST_SHOWN = 30;

export function BulkFaults({ model, reveal }: { model: BulkModel; reveal: (fault: BulkFault) => void }) {
  const { rows, faults, deeds } = model;
  const bad = faults.filter(isBlocking);
  if (bad.length === 0) return null;
  const ids = [...new Set(bad.map(({ row }) => row))];
  const lost = bad.filter(({ field, row }) => {
    const found = rows.find(({ id }) => id === row);
    return field === 'bmPassword' && found?.lostPassword === true && found.values.bmPassword === '';
  });
  const go = (fault: BulkFault) => {
    reveal(fault);
    if (!focusCell(fault.row, fault.field)) requestAnimationFrame(() => focusCell(fault.row, fault.field));
  };
  return (
    <>
      <Note tone="crit" title={`${counted(bad.length, 'fault')} in ${counted(ids.length, 'row')}.`}>
        <span>Mend them, or leave these rows out and send the others.</span>
        <div className="pt-2">
          <ul aria-label="Faults" className="flex flex-col gap-1 max-md:gap-0">
            {bad.slice(0, MOST_SHOWN).map((fault) => (
              <li key={`${fault.row} ${fault.field} ${fault.message}`} title={fault.cite}>
                <button type="button" className="link text-left max-md:min-h-11" onClick={() => go(fault)}>
                  {placeOf(fault, rows)}
                </button>
                <span>{`: ${fault.message}`}</span>
              </li>
            ))}
          </ul>
          {bad.length > MOST_SHOWN && <p className="text-ink-2">{`and ${bad.length - MOST_SHOWN} more`}</p>}
        </div>
        <div className="pt-2">
          <Button onClick={() => deeds.leaveOut(ids, true)}>
            {ids.length === 1 ? 'Leave it out' : `Leave these ${ids.length} out`}
          </Button>
        </div>
      </Note>
      {lost.length > 0 && (
        <Note
          title="Passwords of boards are not kept in this browser."
          action={<Button onClick={deeds.withoutPasswords}>Send them without</Button>}
        >
          {`${counted(lost.length, 'row')} had one before the page was left. Type it again.`}
        </Note>
      )}
    </>
  );
}

/** Where a fault is, as "Row 3, worker-2, MAC address". */
export function placeOf(fault: BulkFault, rows: readonly BulkRow[]): string {
  const at = rows.findIndex(({ id }) => id === fault.row);
  const row = rows[at];
  const place = `Row ${at + 1}`;
  const name = row ? rowName(row, at) : place;
  return [place, ...(name === place ? [] : [name]), bulkSpec(fault.field).label].join(', ');
}
