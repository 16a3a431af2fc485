'use client';
/** The page opens with what is verified, then what needs a person. */
import { PageHeader } from '@/components/shell/page';
import { shownClocks } from '@/lib/domain/clock/clock-row';
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
  const { finding, second } = clockSentence(shownClocks(clocks.rows), fmTrouble, formatAge);
  return <PageHeader title={finding} lead={second} actions={<ClockActions />} />;
}
