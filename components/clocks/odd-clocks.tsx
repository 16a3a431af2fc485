'use client';
/** Rows about PTP that cannot be read: what the tree and the states may lack for it. */
import { OddRows } from '@/components/ui/odd-rows';
import { unreadableRows } from '@/lib/domain/clock/ptp-odd-rows';
import { formatCount } from '@/lib/format/number';
import type { Clocks } from '@/lib/queries/clocks';

export function OddClocks({ unreadable }: Pick<Clocks, 'unreadable'>) {
  const rows = unreadableRows(unreadable);
  const many = `${formatCount(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`;
  return (
    <OddRows title={`${many} about PTP cannot be read.`} rows={rows}>
      What they stand for is missing below: instances, ports, or a place in the tree.
    </OddRows>
  );
}
