'use client';
/** What the list of instances has no row for: PTP interfaces and parameters that cannot be read, or belong to nothing. */
import { OddRows } from '@/components/ui/odd-rows';
import type { PtpConfig } from '@/lib/domain/clock/ptp-config';
import { ownerlessRows, unreadableRows } from '@/lib/domain/clock/ptp-odd-rows';
import { isOrAre } from '@/lib/domain/words';
import { formatCounted } from '@/lib/format/number';

/** Rows of other kinds than instances: the list itself shows those. */
export function UnreadableConfig({ config }: { config: PtpConfig }) {
  const rows = unreadableRows(config.unreadable.filter(({ kind }) => kind !== 'instance'));
  if (rows.length === 0) return null;
  return (
    <OddRows
      title={`${formatCounted(rows.length, 'row')} of the PTP configuration cannot be read.`}
      rows={rows}
    >
      What is configured there is missing in the list.
    </OddRows>
  );
}

export function OwnerlessConfig({ config }: { config: PtpConfig }) {
  const rows = ownerlessRows(config);
  if (rows.length === 0) return null;
  const { length } = rows;
  return (
    <OddRows
      title={`${formatCounted(length, 'row')} of the PTP configuration ${isOrAre(length)} incomplete.`}
      rows={rows}
    >
      {length === 1 ? 'It names' : 'They name'} an instance or a host that is not there, and{' '}
      {length === 1 ? 'runs' : 'run'} nowhere.
    </OddRows>
  );
}
