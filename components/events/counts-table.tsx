'use client';

import { ScrollRegion } from '@/components/ui/scroll-region';
import { formatFull } from '@/lib/format/time';
import { type Slot, totalOf } from './histogram-slots';

/** The same figures in words: for screen readers, and for everybody who asks. */
export function CountsTable({ slots, zone }: { slots: readonly Slot[]; zone: string }) {
  const shown = slots.filter((slot) => totalOf(slot) > 0);
  return (
    <ScrollRegion className="mt-2 max-h-60 overflow-auto" aria-label="Counts as a table">
      <table className="w-full max-w-2xl">
        <thead>
          <tr className="text-left text-ink-3">
            {['From', 'Logs', 'Operator', 'Raised or cleared', 'Critical raised'].map((head) => (
              <th key={head} scope="col" className="pr-4 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((slot) => (
            <tr key={slot.from} className="tabular-nums">
              <td className="pr-4">{formatFull(slot.from, zone)}</td>
              <td className="pr-4">{slot.logs}</td>
              <td className="pr-4">{slot.operators}</td>
              <td className="pr-4">{slot.changes}</td>
              <td>{slot.critical}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="text-ink-3">No events in this time</p>}
    </ScrollRegion>
  );
}
