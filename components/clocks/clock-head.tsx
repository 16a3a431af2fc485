'use client';
/** The page opens with what is verified, then what needs a person. */
import { PageHeader } from '@/components/shell/page';
import { clockSentence } from '@/lib/domain/clock/clock-sentence';
import { formatAge } from '@/lib/format/time';
import { ClockActions } from './clock-actions';
import { useClockPage } from './use-clock-page';

export function ClockHead() {
  const { clocks, fmTrouble } = useClockPage();
  if (!clocks)
    return (
      <PageHeader
        title="Clocks"
        lead="Reading hosts, alarms and PTP configuration"
        actions={<ClockActions />}
      />
    );
  // What hangs below a break is unknown, whatever no alarm says of it.
  const shown = clocks.rows.map(({ clock, state }) => ({ ...clock, state }));
  const { finding, second } = clockSentence(shown, fmTrouble, formatAge);
  return <PageHeader title={finding} lead={second} actions={<ClockActions />} />;
}
