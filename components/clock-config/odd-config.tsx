'use client';
/** What the list of instances has no row for: PTP interfaces and parameters that cannot be read, or belong to nothing. */
import { OddRows } from '@/components/timing/odd-rows';
import type { PtpConfig } from '@/lib/domain/clock/ptp-config';
import { ownerlessRows, unreadableRows } from '@/lib/domain/clock/ptp-odd-rows';
import { isOrAre } from '@/lib/domain/words';
import { formatCount } from '@/lib/format/number';

export function OddConfig({ config }: { config: PtpConfig }) {
  // The list itself shows instances that cannot be read.
  const unreadable = unreadableRows(config.unreadable.filter(({ kind }) => kind !== 'instance'));
  const ownerless = ownerlessRows(config);
  return (
    <>
      {unreadable.length > 0 && (
        <OddRows title={`${rowsWords(unreadable.length)} cannot be read.`} rows={unreadable}>
          What they configure is missing below.
        </OddRows>
      )}
      {ownerless.length > 0 && (
        <OddRows
          title={`${rowsWords(ownerless.length)} ${isOrAre(ownerless.length)} incomplete.`}
          rows={ownerless}
        >
          They name an instance or a host that is not there, so the list below does not have them.
        </OddRows>
      )}
    </>
  );
}

const rowsWords = (count: number): string =>
  `${formatCount(count)} ${count === 1 ? 'row' : 'rows'} of the PTP configuration`;
